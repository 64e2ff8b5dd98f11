/// Sentences of probable words; words that are said become less probable.
///
/// Source: Nenkova and Vanderwende, *The Impact of Frequency on Summarization*, Microsoft Research
/// MSR-TR-2005-101: of the sentences with the most probable word, the one with the highest mean.
struct SumBasicSummarizer: Summarizer {
  static let name = "sumbasic"

  func plan(_ units: SummaryUnits, _ table: PairTable) -> SummaryPlan {
    let words = WordTable(units)
    var chance = words.counts.map { Double($0) / Double(max(1, words.total)) }
    var order: [Int] = []
    var left = Array(units.all.indices.prefix(SentenceGraph.limit))
    while !left.isEmpty {
      let means = left.map { unit in
        let own = words.ofUnit[unit]
        return own.isEmpty ? 0 : own.reduce(0) { $0 + chance[$1] } / Double(own.count)
      }
      let tops = left.map { unit in words.ofUnit[unit].map { chance[$0] }.max() ?? 0 }
      let most = tops.max() ?? 0
      var best: Int?
      for place in left.indices where tops[place] == most {
        if best.map({ means[place] > means[$0] }) ?? true { best = place }
      }
      guard let best else { break }
      order.append(left.remove(at: best))
      for word in words.distinct[order[order.count - 1]] { chance[word] *= chance[word] }
    }
    return SummaryPlan("probable words", Self.scores(order, units.all.count), choice: .ranked)
  }

  /// Scores that fall with the place in an order, 1 for the first; 0 for units outside it.
  static func scores(_ order: [Int], _ count: Int) -> [Double] {
    var scores = [Double](repeating: 0, count: count)
    for (rank, unit) in order.enumerated() { scores[unit] = 1 / Double(rank + 1) }
    return scores
  }
}
