/// ROUGE-1, ROUGE-2 and ROUGE-L on syllables. The usual package strips letters outside ASCII.
///
/// Source: Lin, *ROUGE: A Package for Automatic Evaluation of Summaries*, ACL workshop 2004. Tokens are
/// lower-case runs of letters or digits; nothing is stemmed, no word is left out; ROUGE-L takes the
/// longest common subsequence of the whole texts.
public struct Rouge: Hashable, Codable, Sendable {
  /// F1 of single syllables.
  public let one: Double
  /// F1 of pairs.
  public let two: Double
  /// F1 of the longest common subsequence.
  public let longest: Double

  /// Makes scores.
  public init(one: Double, two: Double, longest: Double) {
    self.one = one
    self.two = two
    self.longest = longest
  }

  /// The mean of the scores against several references; zeros when there is none.
  /// - Parameters:
  ///   - summary: a text in Normalization Form C.
  ///   - references: texts in Normalization Form C.
  ///   - limit: how many tokens of the summary count. Default: all.
  public init(_ summary: String, against references: [String], limit: Int? = nil) {
    let own = Array(Self.tokens(summary).prefix(limit ?? .max))
    let all = references.map { Self.score(own, Self.tokens($0)) }
    func mean(_ value: (Rouge) -> Double) -> Double {
      all.isEmpty ? 0 : all.reduce(0) { $0 + value($1) } / Double(all.count)
    }
    self.init(one: mean(\.one), two: mean(\.two), longest: mean(\.longest))
  }

  /// Lower-case runs of letters or digits.
  public static func tokens(_ text: String) -> [String] {
    var tokens: [String] = []
    var current = ""
    for scalar in text.unicodeScalars {
      if isToken(scalar) {
        current += scalar.properties.lowercaseMapping
      } else if !current.isEmpty {
        tokens.append(current)
        current = ""
      }
    }
    if !current.isEmpty { tokens.append(current) }
    return tokens
  }

  private static func isToken(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  private static func score(_ own: [String], _ reference: [String]) -> Rouge {
    let common = longestCommon(own, reference)
    return Rouge(
      one: overlap(grams(own, 1), grams(reference, 1)),
      two: overlap(grams(own, 2), grams(reference, 2)),
      longest: f1(common, own.count, reference.count))
  }

  private static func grams(_ tokens: [String], _ length: Int) -> [String] {
    guard tokens.count >= length else { return [] }
    return (0...(tokens.count - length)).map {
      tokens[$0..<($0 + length)].joined(separator: " ")
    }
  }

  private static func overlap(_ left: [String], _ right: [String]) -> Double {
    var counts: [String: Int] = [:]
    for gram in right { counts[gram, default: 0] += 1 }
    var common = 0
    for gram in left {
      guard let rest = counts[gram], rest > 0 else { continue }
      counts[gram] = rest - 1
      common += 1
    }
    return f1(common, left.count, right.count)
  }

  private static func f1(_ common: Int, _ left: Int, _ right: Int) -> Double {
    left + right == 0 ? 0 : 2 * Double(common) / Double(left + right)
  }

  /// The length of the longest common subsequence. Complexity: O(n · m).
  static func longestCommon(_ left: [String], _ right: [String]) -> Int {
    var numbers: [String: Int] = [:]
    func number(_ token: String) -> Int {
      let found = numbers[token] ?? numbers.count
      numbers[token] = found
      return found
    }
    let (a, b) = (left.map(number), right.map(number))
    var row = [Int](repeating: 0, count: b.count + 1)
    for x in a {
      var diagonal = 0
      for (index, y) in b.enumerated() {
        let above = row[index + 1]
        row[index + 1] = x == y ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return row[b.count]
  }
}
