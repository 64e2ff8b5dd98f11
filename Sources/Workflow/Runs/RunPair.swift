public import Reporting

/// Two runs made ready to be compared: articles that are the same in both are only outlined.
public struct RunPair: Sendable {
  /// The earlier run, with the articles that differ.
  public let before: RunContents
  /// The later run, with the articles that differ.
  public let after: RunContents
  /// The articles that are the same in both, in the order of the later.
  public let same: [ArticleOutline]
  /// The keys of all articles of the earlier run, by their numbers.
  public let keysBefore: [String]
  /// The keys of all articles of the later run, by their numbers.
  public let keysAfter: [String]

  /// Makes a pair.
  public init(
    before: RunContents, after: RunContents, same: [ArticleOutline], keysBefore: [String],
    keysAfter: [String]
  ) {
    self.before = before
    self.after = after
    self.same = same
    self.keysBefore = keysBefore
    self.keysAfter = keysAfter
  }
}

/// What a diff needs of an article that did not change.
public struct ArticleOutline: Hashable, Codable, Sendable {
  /// What the article is known by from run to run.
  public let key: String
  /// Its headline.
  public let headline: Brief.Bilingual
  /// Its measures, in the order of `RunMetrics`.
  let measures: [Int]

  /// The outline of a brief.
  public init(_ brief: Brief) {
    key = brief.key
    headline = brief.headline
    measures = RunMetrics.measures(brief)
  }
}
