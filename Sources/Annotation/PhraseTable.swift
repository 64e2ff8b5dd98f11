import TextModel
import Vietnamese

/// What a phrase of the tables for dates, figures and compositions is, by the name in the table.
struct PhraseKinds: OptionSet, Sendable {
  let rawValue: UInt64

  static let opener = Self(rawValue: 1 << 0)
  static let part = Self(rawValue: 1 << 1)
  static let relative = Self(rawValue: 1 << 2)
  static let weekday = Self(rawValue: 1 << 3)
  static let portion = Self(rawValue: 1 << 4)
  static let day = Self(rawValue: 1 << 5)
  static let month = Self(rawValue: 1 << 6)
  static let namedMonth = Self(rawValue: 1 << 7)
  static let quarter = Self(rawValue: 1 << 8)
  static let year = Self(rawValue: 1 << 9)
  static let approximation = Self(rawValue: 1 << 10)
  static let scale = Self(rawValue: 1 << 11)
  static let currency = Self(rawValue: 1 << 12)
  static let percent = Self(rawValue: 1 << 13)
  static let unit = Self(rawValue: 1 << 14)
  static let plural = Self(rawValue: 1 << 15)
  static let quantity = Self(rawValue: 1 << 16)
  static let location = Self(rawValue: 1 << 17)
  static let against = Self(rawValue: 1 << 18)

  /// The names of the kinds in the tables, in the order of their bits.
  private static let names = [
    "opener", "part", "relative", "weekday", "portion", "day", "month", "named-month", "quarter",
    "year", "approximation", "scale", "currency", "percent", "unit", "plural", "quantity",
    "location", "against",
  ]

  /// The kind of one name; empty for a name that no rule asks for.
  static func named(_ name: String) -> Self {
    Self(rawValue: names.firstIndex(of: name).map { 1 << UInt64($0) } ?? 0)
  }
}

/// Phrases of a data table, found by their tokens; a phrase may stand in several rows.
struct PhraseTable: Sendable {
  /// One row.
  struct Row: Sendable {
    let kinds: PhraseKinds
    let value: String
    let en: String
    let plural: String
    /// The next row with the same phrase, −1 when there is none.
    fileprivate var next = -1
  }

  private var trie = SyllableTrie(capacity: 256)
  private var rows: [Row] = []

  init(_ data: DataTable, tokenizer: Tokenizer) {
    for row in data.rows {
      let keys = tokenizer.tokens(Array(row["vi"].utf8)).map(\.key)
      let first = trie.insert(keys, value: rows.count)
      if first != rows.count {
        var last = first
        while rows[last].next >= 0 { last = rows[last].next }
        rows[last].next = rows.count
      }
      rows.append(
        Row(
          kinds: PhraseKinds.named(row["kind"]), value: row["value"], en: row["en"],
          plural: row["plural"]))
    }
  }

  /// Whether some phrase begins with a token.
  @inline(__always)
  func begins(with token: Token) -> Bool { trie.child(of: SyllableTrie.root, token.key) != nil }

  /// The longest phrase of some kinds at a token, with the token after it.
  func match(_ tokens: [Token], at start: Int, _ kinds: PhraseKinds) -> (row: Row, end: Int)? {
    var node = SyllableTrie.root
    var found: (row: Int, end: Int)?
    var index = start
    while index < tokens.count, let child = trie.child(of: node, tokens[index].key) {
      node = child
      index += 1
      var row = trie.value(at: node) ?? -1
      while row >= 0, rows[row].kinds.isDisjoint(with: kinds) { row = rows[row].next }
      if row >= 0 { found = (row, index) }
    }
    return found.map { (rows[$0.row], $0.end) }
  }
}
