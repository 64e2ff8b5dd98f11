/// Centrality in the graph of sentences that are alike: edges weighted by tf-idf cosine.
///
/// Source: Erkan and Radev, *LexRank: Graph-based Lexical Centrality as Salience in Text
/// Summarization*, JAIR 22 (2004), the continuous variant.
struct ContinuousLexRankSummarizer: Summarizer {
  static let name = "continuous-lexrank"

  func plan(_ units: SummaryUnits, _ table: PairTable) -> SummaryPlan {
    SummaryPlan("centrality", SentenceGraph(units).centrality { $0 }, choice: .novel)
  }
}
