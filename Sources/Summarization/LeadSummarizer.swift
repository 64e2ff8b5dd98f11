/// The first sentences of the newest document, then of the next: the baseline of news summaries.
///
/// Source: Nenkova, *Automatic Text Summarization of Newswire: Lessons Learned from the Document
/// Understanding Conference*, AAAI 2005.
struct LeadSummarizer: Summarizer {
  static let name = "lead"

  func plan(_ units: SummaryUnits, _ table: PairTable) -> SummaryPlan {
    let last = units.documents.count - 1
    let scores = units.all.map { 1 / Double(1 + $0.position + 1000 * (last - $0.document)) }
    return SummaryPlan("early", scores, choice: .ranked)
  }
}
