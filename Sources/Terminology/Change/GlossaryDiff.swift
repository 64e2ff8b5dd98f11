/// What changed between two glossary files, sense by sense.
///
/// Laws: the difference of a file to itself is empty; order and line ends are no difference.
public struct GlossaryDiff: Hashable, Codable, Sendable {
  /// A cell that changed.
  public struct Field: Hashable, Codable, Sendable {
    /// The column.
    public let column: String
    /// What stood there.
    public let before: String
    /// What stands there now.
    public let after: String

    /// Makes a field.
    public init(column: String, before: String, after: String) {
      self.column = column
      self.before = before
      self.after = after
    }
  }

  /// A sense that came, went or changed.
  public struct Change: Hashable, Codable, Sendable {
    /// What happened.
    public enum Kind: String, Hashable, Codable, Sendable { case added, removed, changed }
    /// What happened.
    public let kind: Kind
    /// The headword.
    public let vi: String
    /// The tag.
    public let tag: String
    /// The rendering: the new one where there is one.
    public let en: String
    /// The line in the first file; 0 for an added sense.
    public let before: Int
    /// The line in the second file; 0 for a removed sense.
    public let after: Int
    /// The cells that changed; empty for added and removed senses.
    public let fields: [Field]
  }

  /// The changes, by headword.
  public let changes: [Change]

  /// Compares two files.
  public init(_ first: GlossaryFile, _ second: GlossaryFile) {
    let alignment = RowAlignment(first, second)
    var changes: [Change] = []
    for row in first.rows.indices {
      guard let partner = alignment.partners[row] else {
        changes.append(Self.change(.removed, first, row))
        continue
      }
      let fields = Self.fields(first, row, second, partner)
      if fields.isEmpty { continue }
      changes.append(
        Change(
          kind: .changed, vi: second[partner, .vi], tag: second[partner, .tag],
          en: second[partner, .en], before: first.rows[row].line,
          after: second.rows[partner].line, fields: fields))
    }
    changes += alignment.added.map { Self.change(.added, second, $0) }
    self.changes = changes.enumerated().sorted { left, right in
      let (first, second) = (left.element.vi, right.element.vi)
      return first == second ? left.offset < right.offset : first.precedesInBytes(second)
    }.map(\.element)
  }

  private static func change(_ kind: Change.Kind, _ file: GlossaryFile, _ row: Int) -> Change {
    let line = file.rows[row].line
    return Change(
      kind: kind, vi: file[row, .vi], tag: file[row, .tag], en: file[row, .en],
      before: kind == .removed ? line : 0, after: kind == .added ? line : 0, fields: [])
  }

  static func fields(
    _ first: GlossaryFile, _ row: Int, _ second: GlossaryFile, _ partner: Int
  ) -> [Field] {
    let columns = first.columns + second.columns.filter { !first.columns.contains($0) }
    return columns.compactMap { column in
      let (before, after) = (first[row, column], second[partner, column])
      return before == after ? nil : Field(column: column, before: before, after: after)
    }
  }
}
