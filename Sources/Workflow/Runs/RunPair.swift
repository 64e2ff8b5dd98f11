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

/// What a diff needs of an article that did not change. It reads the stored form of a brief, and passes
/// over most of it.
public struct ArticleOutline: Hashable, Decodable, Sendable {
  private struct Text: Hashable, Decodable, Sendable { let vi: String }
  private struct Address: Hashable, Decodable, Sendable { let url: String? }
  private struct Item: Hashable, Decodable, Sendable {}

  /// The SHA-256 of the source bytes.
  public let id: String
  /// Where the source came from.
  public let origin: String
  /// The headline.
  public let headline: Brief.Bilingual
  private let metadata: Address
  private let points: [Text]
  private let terms: [Item]
  private let figures: [Item]
  private let unknowns: [String]
  private let findings: [Item]

  /// What the article is known by from run to run.
  public var key: String { metadata.url ?? (origin == "-" ? id : origin) }

  /// Its measures, in the order of `RunMetrics`.
  var measures: [Int] {
    [
      points.count, points.reduce(0) { $0 + $1.vi.split(separator: " ").count }, terms.count,
      figures.count, unknowns.count, findings.count,
    ]
  }
}
