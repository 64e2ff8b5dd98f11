/// Centrality in the graph of sentences that are alike: an edge wherever the tf-idf cosine is above 0.1.
///
/// Source: Erkan and Radev, *LexRank: Graph-based Lexical Centrality as Salience in Text
/// Summarization*, JAIR 22 (2004).
struct LexRankSummarizer: Summarizer {
  static let name = "lexrank"
  private static let threshold = 0.1

  func plan(_ units: SummaryUnits, _ table: PairTable) -> SummaryPlan {
    let centrality = SentenceGraph(units).centrality { $0 > Self.threshold ? 1 : 0 }
    return SummaryPlan("centrality", centrality, choice: .novel)
  }
}
