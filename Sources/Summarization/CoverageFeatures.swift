import Foundation

/// What the default method knows of units and pairs of several articles.
struct CoverageFeatures: Sendable {
  /// The features of a unit, in order.
  static let ofSentence = [
    "constant", "early", "shared", "early-and-shared", "other-headlines", "other-ledes", "length",
  ]
  /// The features of a pair, in order.
  static let ofPair = [
    "constant", "early", "early-in-others", "shared", "sentences", "early-sharing", "ledes",
    "plain",
  ]

  /// By unit, then by feature.
  let sentences: [[Double]]
  /// By pair, then by feature.
  let pairs: [[Double]]

  init(_ units: SummaryUnits, _ table: PairTable) {
    let count = units.documents.count
    let shared = table.documents.map { count > 1 ? Double($0 - 1) / Double(count - 1) : 0 }
    let headlines = Self.otherHeadlines(units)
    var sentences: [[Double]] = []
    var early = [Double](repeating: 0, count: table.count)
    var sharing = [Double](repeating: 0, count: table.count)
    var inAll = [Double](repeating: 0, count: table.count)
    var last = [Int](repeating: -1, count: table.count)
    for (index, unit) in units.all.enumerated() {
      let own = table.ofUnit[index]
      let first = exp(-Double(unit.position) / 4)
      let common = own.isEmpty ? 0 : own.reduce(0) { $0 + shared[$1] } / Double(own.count)
      sentences.append([
        1, first, common, first * common, headlines[index], table.inOtherLedes[index],
        Double(min(unit.words, 60)) / 30,
      ])
      for pair in own {
        early[pair] = max(early[pair], first)
        sharing[pair] = max(sharing[pair], first * common)
        if last[pair] != unit.document { inAll[pair] += first }
        last[pair] = unit.document
      }
    }
    self.sentences = sentences
    let all = Double(max(1, count))
    pairs = (0..<table.count).map { pair -> [Double] in
      let ledes = Double(table.ledes[pair]) / all
      let spread = log(Double(table.units[pair]))
      let inOthers = count > 1 ? (inAll[pair] - early[pair]) / Double(count - 1) : 0
      let plain: Double = table.isPlain[pair] ? 1 : 0
      return [
        1, early[pair], inOthers, shared[pair], spread, sharing[pair], ledes, plain,
      ]
    }
  }

  /// The mean share of the other headlines' topic words that stand in a unit.
  private static func otherHeadlines(_ units: SummaryUnits) -> [Double] {
    var numbers = KeyNumbers(capacity: units.documents.count * 16)
    var weight: [Double] = []
    var own: [[(word: Int, share: Double)]] = []
    for document in units.documents {
      var words: [Int] = []
      for key in document.title where !units.stopWords.contains(key) {
        let number = numbers.number(key)
        if number == weight.count { weight.append(0) }
        if !words.contains(number) { words.append(number) }
      }
      let share = words.isEmpty ? 0 : 1 / Double(words.count)
      for word in words { weight[word] += share }
      own.append(words.map { ($0, share) })
    }
    let titles = own.count { !$0.isEmpty }
    var seen = [Int](repeating: -1, count: numbers.count)
    return units.all.enumerated().map { index, unit in
      var sum = 0.0
      for key in unit.keys {
        guard let word = numbers.find(key), seen[word] != index else { continue }
        seen[word] = index
        sum += weight[word]
      }
      for (word, share) in own[unit.document] where seen[word] == index { sum -= share }
      let others = titles - (own[unit.document].isEmpty ? 0 : 1)
      return others > 0 ? max(0, sum) / Double(others) : 0
    }
  }
}
