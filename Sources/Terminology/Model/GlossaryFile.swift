/// A glossary file as a table that can be changed.
///
/// Comments, unknown columns and rows that nobody touches stay as they are. Law: reading the text of a
/// file gives the file back, but for line ends, blank lines and line numbers.
public struct GlossaryFile: Hashable, Sendable {
  /// A row: as many cells as there are columns.
  public struct Row: Hashable, Sendable {
    /// The cells, in the order of the columns.
    public var cells: [String]
    /// The line it was read from, counted from 1; 0 for a new row.
    public var line: Int
  }

  /// The lines before the first row that begin with `#`.
  public var comments: [String] = []
  /// The names of the columns, in order.
  public private(set) var columns: [String] {
    didSet { places = Self.places(in: columns) }
  }
  /// By column of the format: where it stands.
  private var places: [Int?]
  /// The rows, in order.
  public var rows: [Row] = []

  /// An empty file with the standard columns.
  public init(columns: [String] = Glossary.columns) {
    self.columns = columns
    places = Self.places(in: columns)
  }

  private static func places(in columns: [String]) -> [Int?] {
    TermColumn.allCases.map { columns.firstIndex(of: $0.name) }
  }

  /// Reads a file; nothing is refused, see `entry(at:)`.
  public init(_ bytes: [UInt8]) {
    columns = []
    places = []
    var line = 0
    for piece in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      let content = piece.last == 0x0D ? piece.dropLast() : piece
      if content.isEmpty { continue }
      let text = String(decoding: content, as: UTF8.self)
      if columns.isEmpty, text.utf8.first == UInt8(ascii: "#") {
        comments.append(text)
        continue
      }
      let cells = content.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      if columns.isEmpty { columns = cells } else { append(cells, line: line) }
    }
    if columns.isEmpty { columns = Glossary.columns }
    places = Self.places(in: columns)
  }

  private mutating func append(_ cells: [String], line: Int) {
    let missing = max(0, columns.count - cells.count)
    rows.append(Row(cells: cells + Array(repeating: "", count: missing), line: line))
  }

  /// The text of the file: one row a line.
  public var text: String {
    (comments + [columns.joined(separator: "\t")]
      + rows.map { $0.cells.joined(separator: "\t") }).joined(separator: "\n") + "\n"
  }

  /// The place of a column, nil when the file has none of this name.
  public func position(of column: String) -> Int? { columns.firstIndex(of: column) }

  /// The cell of a row; writing to a column that is not there adds the column at the end.
  public subscript(row: Int, column: String) -> String {
    get { position(of: column).map { rows[row].cells[$0] } ?? "" }
    set {
      if let place = position(of: column) {
        rows[row].cells[place] = newValue
      } else if !newValue.isEmpty {
        addColumn(column)
        rows[row].cells[columns.count - 1] = newValue
      }
    }
  }

  /// The cell of a column of the format.
  public subscript(row: Int, column: TermColumn) -> String {
    get { places[column.rawValue].map { rows[row].cells[$0] } ?? "" }
    set { self[row, column.name] = newValue }
  }

  /// Adds a column at the end, empty in every row.
  public mutating func addColumn(_ name: String) {
    guard position(of: name) == nil else { return }
    for index in rows.indices {
      rows[index].cells.insert("", at: min(columns.count, rows[index].cells.count))
    }
    columns.append(name)
  }

  /// The entry of a row.
  /// - Throws: `TermProblem` when a cell is not of its column's form or a needed one is empty.
  public func entry(at row: Int, glossary: String = "") throws(TermProblem) -> TermEntry {
    var entry = TermEntry()
    entry.domain = glossary
    entry.origin = .init(glossary: glossary, line: rows[row].line)
    for column in TermColumn.allCases { try entry.set(column, self[row, column]) }
    if entry.vi.isEmpty || entry.en.isEmpty || self[row, .tag].isEmpty {
      throw TermProblem("glossary-row", "the row needs a headword, a tag and a rendering")
    }
    return entry
  }

  /// Sets the cells of a row to those of an entry; unknown columns stay.
  /// - Parameter name: the glossary's name: a domain that is the same is not written.
  public mutating func set(_ row: Int, to entry: TermEntry, name: String) {
    for column in TermColumn.allCases {
      let isImplied = column == .domain && entry.domain == name && self[row, column].isEmpty
      self[row, column] = isImplied ? "" : entry.cell(column)
    }
  }

  /// Puts an entry in its place: after the rows with the same headword.
  public mutating func insert(_ entry: TermEntry, name: String) {
    let place = rows.indices.first { entry.vi.precedesInBytes(self[$0, .vi]) } ?? rows.count
    rows.insert(Row(cells: Array(repeating: "", count: columns.count), line: 0), at: place)
    set(place, to: entry, name: name)
  }

  /// Orders the rows by the bytes of their headwords; senses keep their order.
  public mutating func sort() {
    let place = position(of: TermColumn.vi.name) ?? 0
    let order = rows.indices.sorted { left, right in
      let (first, second) = (rows[left].cells[place], rows[right].cells[place])
      return first == second ? left < right : first.precedesInBytes(second)
    }
    rows = order.map { rows[$0] }
  }

  /// The first row that comes before the row above it, nil when the rows are in order.
  public var firstUnsorted: Int? {
    rows.indices.dropFirst().first { self[$0, .vi].precedesInBytes(self[$0 - 1, .vi]) }
  }
}

extension String {
  /// Whether its UTF-8 comes first: an order that no locale changes.
  func precedesInBytes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
