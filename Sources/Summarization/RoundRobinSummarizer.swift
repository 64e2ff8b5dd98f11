/// The first sentence of each document in turn, newest document first, then the second ones.
///
/// A baseline that spreads over the documents; see Nenkova and McKeown, *Automatic Summarization*,
/// Foundations and Trends in Information Retrieval 5 (2011), section 2.
struct RoundRobinSummarizer: Summarizer {
  static let name = "round-robin"

  func plan(_ units: SummaryUnits, _ table: PairTable) -> SummaryPlan {
    let count = units.documents.count
    let scores = units.all.map { unit in
      1 / Double(1 + unit.position * count + (count - 1 - unit.document))
    }
    return SummaryPlan("early", scores, choice: .ranked)
  }
}
