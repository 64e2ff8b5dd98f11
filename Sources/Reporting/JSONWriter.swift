import Foundation
import TextModel

/// The whole brief as JSON with sorted keys, for programs.
struct JSONWriter: ReportWriter {
  static let format = "json"

  private func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }

  /// The result alone: what changed since an earlier run stands in the index.
  func set(_ brief: SetBrief) throws -> String {
    var result = brief
    result.recent = nil
    return try encode(result)
  }
  func article(_ brief: Brief, in set: SetBrief) throws -> String { try encode(brief) }

  /// What the index page lists.
  private struct Index: Encodable {
    struct Row: Encodable {
      let article: Int
      let file: String
      let headline: Brief.Bilingual
      let published: String?
      let outlet: String?
      let points: Int
      let repairs: Int
    }

    let title: String
    let articles: [Row]
    let changes: RecentChanges?
    let signature: Signature
  }

  func index(_ brief: SetBrief) throws -> String? {
    let rows = brief.articles.enumerated().map { index, article in
      Index.Row(
        article: index + 1, file: "articles/\(article.slug).json", headline: article.headline,
        published: article.metadata.published, outlet: article.metadata.outlet,
        points: article.points.count, repairs: article.repairs.count)
    }
    return try encode(
      Index(
        title: brief.title, articles: rows, changes: brief.recent, signature: brief.signature))
  }
}
