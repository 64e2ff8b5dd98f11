public import TextModel

/// How much of what pages say of themselves was found.
public struct MetadataScore: Hashable, Codable, Sendable {
  /// One field over all pages.
  public struct Field: Hashable, Codable, Sendable {
    /// The name of the field, such as `author`.
    public let name: String
    /// Pages whose gold gives the field and where exactly that was found.
    public var right = 0
    /// Pages whose gold gives the field.
    public var given = 0
    /// Pages whose gold does not give the field, and where something was found.
    public var invented = 0
  }

  /// The fields, in the order of the report.
  public private(set) var fields: [Field]

  private static var paths: [(String, KeyPath<ArticleMetadata, String?>)] {
    [
      ("headline", \.headline), ("published", \.published), ("author", \.author),
      ("outlet", \.outlet), ("agency", \.agency), ("place", \.place), ("section", \.section),
    ]
  }

  /// Nothing counted yet.
  public init() { fields = Self.paths.map { Field(name: $0.0) } }

  /// Compares what was found on a page with what should be; a date as far as the gold gives it, to
  /// the day or to the minute. The fields that differ, as
  /// `field: gold → found`.
  @discardableResult public mutating func add(
    found: ArticleMetadata, gold: ArticleMetadata
  ) -> [String] {
    var errors: [String] = []
    for (index, (name, path)) in Self.paths.enumerated() {
      let wanted = gold[keyPath: path]
      var value = found[keyPath: path]
      if name == "published", let wanted, value?.hasPrefix("\(wanted)T") ?? false { value = wanted }
      if wanted != nil { fields[index].given += 1 }
      if wanted != nil, value == wanted { fields[index].right += 1 }
      if wanted == nil, value != nil { fields[index].invented += 1 }
      if value != wanted { errors.append("\(name): \(wanted ?? "–") → \(value ?? "–")") }
    }
    return errors
  }
}
