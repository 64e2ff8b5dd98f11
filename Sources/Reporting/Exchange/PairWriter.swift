/// A form that holds sentence pairs only: the set is the document of all articles, an article that of
/// one, and there is no index.
protocol PairWriter: ReportWriter {
  /// The document of some articles.
  func document(_ articles: [Brief]) -> String
}

extension PairWriter {
  func index(_ brief: SetBrief) -> String? { nil }
  func set(_ brief: SetBrief) -> String { document(brief.articles) }
  func article(_ brief: Brief, in set: SetBrief) -> String { document([brief]) }
}
