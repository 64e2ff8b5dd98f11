import Foundation

/// Sentences that bring the words of the summary nearest to those of the text, one after the other.
///
/// Source: Haghighi and Vanderwende, *Exploring Content Models for Multi-Document Summarization*, NAACL
/// 2009 (KLSum): the least Kullback–Leibler divergence of the summary's words from the text's.
struct KLSummarizer: Summarizer {
  static let name = "kl"
  /// Added to each count, so that a word the summary lacks does not make the divergence infinite.
  private static let smoothing = 0.05
  /// After so many choices the order of the rest does not matter.
  private static let picks = 200

  func plan(_ units: SummaryUnits, _ table: PairTable) -> SummaryPlan {
    let words = WordTable(units)
    let chance = words.counts.map { Double($0) / Double(max(1, words.total)) }
    var counts = [Double](repeating: Self.smoothing, count: chance.count)
    var length = Self.smoothing * Double(chance.count)
    var order: [Int] = []
    var left = Array(units.all.indices.prefix(SentenceGraph.limit))
    while !left.isEmpty, order.count < Self.picks {
      var best = 0
      var most = -Double.infinity
      for (place, unit) in left.enumerated() {
        let value = Self.gain(words.ofUnit[unit], chance, counts, length)
        if value > most { (best, most) = (place, value) }
      }
      let unit = left.remove(at: best)
      order.append(unit)
      for word in words.ofUnit[unit] { counts[word] += 1 }
      length += Double(words.ofUnit[unit].count)
    }
    return SummaryPlan(
      "near the words of the text", SumBasicSummarizer.scores(order, units.all.count),
      choice: .ranked)
  }

  /// How much nearer the summary comes by some words, up to what is the same for all.
  private static func gain(
    _ words: [Int], _ chance: [Double], _ counts: [Double], _ length: Double
  ) -> Double {
    var sum = 0.0
    let sorted = words.sorted()
    var index = 0
    while index < sorted.count {
      let word = sorted[index]
      var times = 0.0
      while index < sorted.count, sorted[index] == word { (times, index) = (times + 1, index + 1) }
      sum += chance[word] * (log(counts[word] + times) - log(counts[word]))
    }
    return sum - log(length + Double(words.count))
  }
}
