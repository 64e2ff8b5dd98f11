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

extension RunPair {
  /// The pair with the English of the articles that differ in the style of their run.
  /// - Throws: `StyleError` when the table of spellings is missing from the installation.
  public func styled() throws(StyleError) -> RunPair {
    RunPair(
      before: try before.styledArticles(), after: try after.styledArticles(), same: same,
      keysBefore: keysBefore, keysAfter: keysAfter)
  }
}

extension RunContents {
  /// The run with its articles in its style. The points of the set stay: of them a diff has the Vietnamese.
  fileprivate func styledArticles() throws(StyleError) -> RunContents {
    guard let style = recipe.style else { return self }
    let alone = SetBrief(
      title: "", articles: result.articles, points: [], leftOut: [], failures: [],
      signature: result.signature)
    return RunContents(
      started: started, recipe: recipe, glossaries: glossaries, data: data, memory: memory,
      inputs: inputs, result: result.with(articles: try alone.styled(style).articles))
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
