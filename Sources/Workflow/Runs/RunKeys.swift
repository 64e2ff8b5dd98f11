import Foundation
import Normalization
public import Reporting
public import TextModel

/// The names under which the stages of a run are kept: digests of everything a stage depends on.
///
/// Law: two stages with one name have the same result, byte for byte.
public struct RunKeys: Hashable, Sendable {
  /// The briefs of the articles alone, in the order of the inputs.
  public let articles: [String]
  /// The set: points, stories, what was left out.
  public let set: String

  /// Makes the names.
  /// - Parameter program: what tells one build of the program from another; a version is not enough
  ///   while it is being built.
  /// - Throws: when the options cannot be encoded.
  public init(
    program: String, recipe: Recipe, glossaries: GlossarySet, language: LanguageData,
    inputs: [SourceDocument]
  ) throws {
    let versions = ICUVersions.current
    var untitled = recipe
    untitled.title = nil
    let common = [
      program, Versions.tool, versions.icu, versions.unicode, versions.cldr, glossaries.digest,
      language.digest,
    ]
    let articleBase = ["article"] + common + [try untitled.digest]
    articles = inputs.map { input in Self.digest(articleBase + [input.id, input.origin]) }
    set = Self.digest(["set"] + common + [try recipe.digest] + articles.sorted())
  }

  /// The briefs of the articles in their set, whose findings may speak of other articles.
  public var articlesInSet: [String] { articles.map { Self.digest(["in set", set, $0]) } }

  private static func digest(_ parts: [String]) -> String {
    Digest.sha256(Array(parts.joined(separator: "\u{1F}").utf8))
  }
}

/// Stages that were computed before.
public struct KnownStages: Sendable {
  /// The briefs of articles by the place of their inputs; nil for those not known.
  public let articles: [Brief?]
  /// The set without its articles; nil when it is not known.
  public let set: SetBrief?
  /// The briefs of articles in this very set.
  private let inSet: [Brief?]

  /// Makes a collection.
  public init(articles: [Brief?], set: SetBrief?, inSet: [Brief?]) {
    self.articles = articles
    self.set = set
    self.inSet = inSet
  }

  /// The whole result; nil when a part of it is not known.
  public var result: SetBrief? {
    guard let set, inSet.allSatisfy({ $0 != nil }) else { return nil }
    return set.with(articles: BriefOrder.placed(inSet.compactMap { $0 }))
  }
}

/// The order of articles in a set: of publication, then of origin.
enum BriefOrder {
  /// The articles in order, with their numbers and names.
  static func placed(_ briefs: [Brief]) -> [Brief] {
    let sorted = briefs.sorted {
      ($0.metadata.published ?? "", $0.origin) < ($1.metadata.published ?? "", $1.origin)
    }
    let slugs = Slugs.make(sorted.map(\.origin))
    return sorted.enumerated().map {
      $0.element.placed(article: $0.offset + 1, slug: slugs[$0.offset])
    }
  }
}
