import Foundation

/// BLEU of a set of translations against one reference each, as sacreBLEU 2 computes it: tokens of
/// mteval-v13a, cased, n-grams of 1 to 4, exponential smoothing, brevity penalty over the set.
///
/// Source: Papineni and others 2002; Post 2018, *A Call for Clarity in Reporting BLEU Scores*.
public struct BLEUScore: Hashable, Sendable {
  private static let orders = 4
  private var correct = [Int](repeating: 0, count: orders)
  private var total = [Int](repeating: 0, count: orders)
  private var length = 0
  private var referenceLength = 0

  /// Nothing counted yet.
  public init() {}

  /// Counts one translation.
  public mutating func add(_ translation: String, reference: String) {
    let hypothesis = Self.tokens(translation)
    let gold = Self.tokens(reference)
    length += hypothesis.count
    referenceLength += gold.count
    for order in 1...Self.orders where hypothesis.count >= order {
      let right = Self.grams(gold, order)
      for (gram, count) in Self.grams(hypothesis, order) {
        total[order - 1] += count
        correct[order - 1] += min(count, right[gram] ?? 0)
      }
    }
  }

  /// The score, 0 to 100.
  public var value: Double {
    guard length > 0, correct.contains(where: { $0 > 0 }) else { return 0 }
    var smoothing = 1.0
    var logarithms = 0.0
    for index in 0..<Self.orders {
      guard total[index] > 0 else { return 0 }
      var precision = Double(correct[index]) / Double(total[index])
      if correct[index] == 0 {
        smoothing *= 2
        precision = 1 / (smoothing * Double(total[index]))
      }
      logarithms += log(precision)
    }
    let short = length < referenceLength
    let penalty = short ? exp(1 - Double(referenceLength) / Double(length)) : 1
    return 100 * penalty * exp(logarithms / Double(Self.orders))
  }

  private static func grams(_ tokens: [String], _ order: Int) -> [ArraySlice<String>: Int] {
    var counts: [ArraySlice<String>: Int] = [:]
    guard tokens.count >= order else { return counts }
    for start in 0...(tokens.count - order) {
      counts[tokens[start..<(start + order)], default: 0] += 1
    }
    return counts
  }

  // MARK: Tokens of mteval-v13a

  /// The tokens of a line.
  public static func tokens(_ line: String) -> [String] {
    var text = line.replacingOccurrences(of: "<skipped>", with: "")
    text = text.replacingOccurrences(of: "-\n", with: "").replacingOccurrences(of: "\n", with: " ")
    for (entity, mark) in [("&quot;", "\""), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">")] {
      text = text.replacingOccurrences(of: entity, with: mark)
    }
    var letters: [Unicode.Scalar] = []
    for scalar in " \(text) ".unicodeScalars {
      if isMark(scalar) {
        letters += [" ", scalar, " "]
      } else {
        letters.append(scalar)
      }
    }
    letters = pairs(letters) {
      !isDigit($0) && isPoint($1)
    } join: {
      [$0, " ", $1, " "]
    }
    letters = pairs(letters) {
      isPoint($0) && !isDigit($1)
    } join: {
      [" ", $0, " ", $1]
    }
    letters = pairs(letters) {
      isDigit($0) && $1 == "-"
    } join: {
      [$0, " ", $1, " "]
    }
    return letters.split { $0.properties.isWhitespace }.map { scalars in
      var token = String.UnicodeScalarView()
      token.append(contentsOf: scalars)
      return String(token)
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
  private static func isPoint(_ scalar: Unicode.Scalar) -> Bool { scalar == "." || scalar == "," }

  /// The marks that always stand alone.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "{"..."~", "["..."`", " "..."&", "("..."+", ":"..."@", "/": true
    default: false
    }
  }

  /// Replaces pairs from left to right; a scalar belongs to one pair at most.
  private static func pairs(
    _ text: [Unicode.Scalar], where test: (Unicode.Scalar, Unicode.Scalar) -> Bool,
    join: (Unicode.Scalar, Unicode.Scalar) -> [Unicode.Scalar]
  ) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < text.count {
      if index + 1 < text.count, test(text[index], text[index + 1]) {
        result += join(text[index], text[index + 1])
        index += 2
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }
}
