public import TextModel
public import Vietnamese

/// What the audit rules look at: files, and what is known beside them.
public struct AuditInput: Sendable {
  /// A file under audit.
  public struct Source: Sendable {
    /// The path, for messages.
    public let path: String
    /// The name of the glossary.
    public let name: String
    /// Its rows.
    public let file: GlossaryFile
    /// Whether the senses of a term stand in order of rank, as in the general vocabulary.
    public let isRanked: Bool

    /// Takes a file.
    /// - Parameter isRanked: Default: false.
    public init(path: String, name: String, file: GlossaryFile, isRanked: Bool = false) {
      self.path = path
      self.name = name
      self.file = file
      self.isRanked = isRanked
    }
  }

  /// What the rules may know beside the files.
  public struct Options: Sendable {
    /// The day on which entries should hold, ISO 8601. Default: nil, not checked.
    public var day: String?
    /// Which English is wanted: `us` or `gb`. Default: `us`.
    public var english = "us"
    /// Glossaries that links may point into.
    public var context: [Glossary] = []
    /// How many pieces the annotator makes of a headword. Default: nil, not checked.
    public var cut: (@Sendable (String) -> Int)?
    /// A text in which entries should be found. Default: nil, not checked.
    public var corpus: [[UInt8]]?

    /// The defaults.
    public init() {}
  }

  /// A row that loads, with its headword's keys.
  struct Row: Sendable {
    let file: Int
    let row: Int
    let entry: TermEntry
    let key: [UInt64]
  }

  /// The files.
  public let files: [Source]
  /// What is known beside them.
  public let options: Options
  let rows: [Row]
  /// The rows of each headword, in order.
  let byKey: [[UInt64]: [Int]]
  let codes: CodeTable
  let spelling: EnglishSpelling
  let tokenizer: Tokenizer

  /// Reads the rows.
  /// - Parameters:
  ///   - codes: the table of known codes.
  ///   - spelling: the table of English spellings.
  public init(
    files: [Source], options: Options, codes: CodeTable, spelling: EnglishSpelling,
    tokenizer: Tokenizer
  ) {
    self.files = files
    self.options = options
    self.codes = codes
    self.spelling = spelling
    self.tokenizer = tokenizer
    var rows: [Row] = []
    var byKey: [[UInt64]: [Int]] = [:]
    let read = Concurrent.map(Array(files.enumerated())) { index, source in
      source.file.rows.indices.compactMap { row -> Row? in
        guard let entry = try? source.file.entry(at: row, glossary: source.name) else { return nil }
        return Row(file: index, row: row, entry: entry, key: Self.key(entry.vi, tokenizer))
      }
    }
    for row in read.joined() {
      byKey[row.key, default: []].append(rows.count)
      rows.append(row)
    }
    self.rows = rows
    self.byKey = byKey
  }

  static func key(_ text: String, _ tokenizer: Tokenizer) -> [UInt64] {
    tokenizer.tokens(Array(text.utf8)).map(\.key.value)
  }

  func key(_ text: String) -> [UInt64] { Self.key(text, tokenizer) }

  /// The groups of rows with one headword, in the order of their first rows.
  var groups: [[Row]] {
    byKey.values.filter { $0.count > 1 }.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
      .map { $0.map { rows[$0] } }
  }

  /// A finding about a row that loads.
  func finding(
    _ rule: some AuditRule, _ severity: Finding.Severity, _ row: Row, _ message: String,
    fix: String, action: AuditFix.Action? = nil
  ) -> AuditFinding {
    finding(
      rule, severity, file: row.file, row: row.row, message, fix: fix, action: action)
  }

  /// A finding about a row.
  func finding(
    _ rule: some AuditRule, _ severity: Finding.Severity, file: Int, row: Int, _ message: String,
    fix: String, action: AuditFix.Action? = nil
  ) -> AuditFinding {
    AuditFinding(
      finding: Finding(
        severity, rule.code, message,
        at: .init(file: files[file].path, line: files[file].file.rows[row].line), fix: fix),
      fix: action.map { AuditFix(file: file, row: row, action: $0) })
  }

  /// Looks at every cell that is not plain ASCII, unknown columns too.
  func eachMarkedCell(_ body: (_ file: Int, _ row: Int, _ column: String, _ cell: String) -> Void) {
    for (index, source) in files.enumerated() {
      for (number, row) in source.file.rows.enumerated() {
        for (place, cell) in row.cells.enumerated()
        where place < source.file.columns.count && cell.utf8.contains(where: { $0 >= 0x80 }) {
          body(index, number, source.file.columns[place], cell)
        }
      }
    }
  }
}

/// The codes that columns may hold, from Data/codes.tsv.
public struct CodeTable: Sendable {
  private let codes: [String: Set<String>]

  /// Reads a table with the columns column and code.
  public init(_ table: DataTable) {
    var codes: [String: Set<String>] = [:]
    for row in table.rows { codes[row["column"], default: []].insert(row["code"]) }
    self.codes = codes
  }

  /// Whether a column takes a code; true when the table does not know the column.
  public func contains(_ column: String, _ code: String) -> Bool {
    codes[column]?.contains(code) ?? true
  }

  /// The code nearest to a wrong one, nil when none is near.
  public func nearest(_ column: String, _ code: String) -> String? {
    let found = (codes[column] ?? []).sorted().map { ($0, EditDistance.between($0, code)) }
      .min { $0.1 < $1.1 }
    return found.flatMap { $0.1 <= 2 ? $0.0 : nil }
  }
}

/// British and American spellings, from Data/english-spelling.tsv.
public struct EnglishSpelling: Sendable {
  private let american: [String: String]
  private let british: [String: String]

  /// Reads a table with the columns british, american and both: `no` when the way back is not sure.
  public init(_ table: DataTable) {
    american = Dictionary(
      table.rows.map { ($0["british"], $0["american"]) }, uniquingKeysWith: { first, _ in first })
    british = Dictionary(
      table.rows.filter { $0["both"] == "yes" }.map { ($0["american"], $0["british"]) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The text with the words of the other spelling replaced; nil when it has none.
  /// - Parameter english: `us` or `gb`.
  public func corrected(_ text: String, to english: String) -> String? {
    let table = english == "gb" ? british : american
    var result = ""
    var word = ""
    var changed = false
    func flush() {
      if let other = table[word.lowercased()] {
        let isCapital = word.first?.isUppercase ?? false
        result += isCapital ? other.prefix(1).uppercased() + other.dropFirst() : other
        changed = true
      } else {
        result += word
      }
      word = ""
    }
    for character in text {
      if character.isLetter {
        word.append(character)
      } else {
        flush()
        result.append(character)
      }
    }
    flush()
    return changed ? result : nil
  }
}
