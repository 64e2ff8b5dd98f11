import Foundation

/// What the default method knows of the units of one article.
struct ArticleFeatures: Sendable {
  /// The features of a unit, in order.
  static let names = [
    "constant", "early", "headline", "headline-pairs", "repeated", "frequent", "names", "figures",
  ]

  /// By unit, then by feature.
  let sentences: [[Double]]

  init(_ units: SummaryUnits, _ table: PairTable) {
    let title = units.documents.first?.title ?? []
    var wanted = KeyNumbers(capacity: title.count)
    for key in title where !units.stopWords.contains(key) { _ = wanted.number(key) }
    var wantedPairs = KeyNumbers(capacity: title.count)
    PairTable.forEachPair(title) { key, _, _ in _ = wantedPairs.number(key) }
    var counts = TermCounts(units)
    var seen = [Int](repeating: -1, count: wanted.count)
    var seenPairs = [Int](repeating: -1, count: wantedPairs.count)
    sentences = units.all.enumerated().map { index, unit in
      var cover = 0
      for key in unit.keys {
        if let word = wanted.find(key), seen[word] != index {
          seen[word] = index
          cover += 1
        }
      }
      var pairCover = 0
      PairTable.forEachPair(unit.keys) { key, _, _ in
        if let pair = wantedPairs.find(key), seenPairs[pair] != index {
          seenPairs[pair] = index
          pairCover += 1
        }
      }
      let own = table.ofUnit[index]
      let repeated = own.count { table.units[$0] > 1 || table.ledes[$0] > 0 }
      return [
        1, exp(-Double(unit.position) / 4), Self.share(cover, wanted.count),
        Self.share(pairCover, wantedPairs.count), Self.share(repeated, own.count),
        counts.mean(of: index, unit), min(1, Self.share(unit.entities * 10, max(10, unit.words))),
        min(1, Self.share(unit.figures * 10, max(10, unit.words))),
      ]
    }
  }

  private static func share(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }
}

/// How often topic words stand in a text.
private struct TermCounts {
  private var numbers: KeyNumbers
  private var counts: [Int] = []
  private var seen: [Int]
  private var total = 0
  private let stopWords: StopWords

  init(_ units: SummaryUnits) {
    numbers = KeyNumbers(capacity: units.all.reduce(0) { $0 + $1.keys.count } / 2)
    stopWords = units.stopWords
    for unit in units.all {
      for key in unit.keys where !units.stopWords.contains(key) {
        let number = numbers.number(key)
        if number == counts.count { counts.append(0) }
        counts[number] += 1
        total += 1
      }
    }
    seen = [Int](repeating: -1, count: counts.count)
  }

  /// The mean share, in percent, of a unit's distinct topic words in the whole.
  mutating func mean(of index: Int, _ unit: SummaryUnit) -> Double {
    var sum = 0.0
    var words = 0
    for key in unit.keys {
      guard let word = numbers.find(key), seen[word] != index else { continue }
      seen[word] = index
      sum += 100 * Double(counts[word]) / Double(max(1, total))
      words += 1
    }
    return words == 0 ? 0 : sum / Double(words)
  }
}
