import Foundation

/// Centrality in the graph of sentences that share words, the count of shared words divided by the
/// logarithms of the lengths.
///
/// Source: Mihalcea and Tarau, *TextRank: Bringing Order into Texts*, EMNLP 2004.
struct TextRankSummarizer: Summarizer {
  static let name = "textrank"

  func plan(_ units: SummaryUnits, _ table: PairTable) -> SummaryPlan {
    let words = units.all.prefix(SentenceGraph.limit).map { Array(Set(units.content($0))).sorted() }
    let graph = SentenceGraph(count: units.all.count) { left, right in
      let (a, b) = (words[left], words[right])
      let length = log(Double(max(1, a.count))) + log(Double(max(1, b.count)))
      return length > 0 ? Double(StoryFinder.common(a, b)) / length : 0
    }
    return SummaryPlan("centrality", graph.centrality { $0 }, choice: .novel)
  }
}
