import TextModel

/// The whole brief as JSON with sorted keys, for programs.
///
/// docs/reference/brief.schema.json says what stands in it; each file names the version it follows.
struct JSONWriter: ReportWriter {
  static let format = "json"
  /// The version of the schema.
  static let schema = "songngu-brief-1"

  private func encode(_ value: some Encodable) throws -> String {
    String(decoding: try SortedJSON.bytes(Versioned(value: value)), as: UTF8.self) + "\n"
  }

  /// A value with the version of its schema beside its own keys.
  private struct Versioned<Value: Encodable>: Encodable {
    let value: Value

    private enum Key: CodingKey { case schema }

    func encode(to encoder: any Encoder) throws {
      try value.encode(to: encoder)
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(JSONWriter.schema, forKey: .schema)
    }
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
