/// A column of the glossary format. docs/reference/glossary-format.md says what each holds.
public enum TermColumn: Int, Hashable, Sendable, CaseIterable {
  case vi, tag, en, variants, also, avoid, attr, adj, type, number, frame, forms, when, valid
  case band, domain, status, note
  case former, register, source, example, keep, capitals, see, editor, edited

  /// The name in the first row of a file.
  public var name: String { Self.names[rawValue] }

  /// Made once: spelling a case's name takes longer than reading a row.
  private static let names = allCases.map { column in
    switch column {
    case .capitals: "case"
    case .editor: "by"
    default: "\(column)"
    }
  }

  /// The column with a name, nil when the format has none.
  public init?(name: some StringProtocol) {
    guard let found = Self.byName[String(name)] else { return nil }
    self = found
  }

  /// Whether cells hold a list with bars between.
  public var isList: Bool {
    switch self {
    case .variants, .also, .avoid, .former, .see: true
    default: false
    }
  }

  /// The columns that every shipped file has, in order.
  public static let standard = allCases.filter { $0.rawValue <= TermColumn.note.rawValue }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}
