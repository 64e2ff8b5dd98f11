import TextModel
import Vietnamese

/// What a phrase of the tables for dates, figures and compositions is, by the name in the table.
struct PhraseKinds: OptionSet, Sendable {
  let rawValue: UInt64

  static let opener = Self(rawValue: 1 << 0)
  static let part = Self(rawValue: 1 << 1)
  static let relative = Self(rawValue: 1 << 2)
  static let relativeWeek = Self(rawValue: 1 << 3)
  static let relativeMonth = Self(rawValue: 1 << 4)
  static let relativeYear = Self(rawValue: 1 << 5)
  static let weekday = Self(rawValue: 1 << 6)
  static let suffix = Self(rawValue: 1 << 7)
  static let portion = Self(rawValue: 1 << 8)
  static let day = Self(rawValue: 1 << 9)
  static let month = Self(rawValue: 1 << 10)
  static let namedMonth = Self(rawValue: 1 << 11)
  static let lunarMonth = Self(rawValue: 1 << 12)
  static let lunarDay = Self(rawValue: 1 << 13)
  static let lunarMark = Self(rawValue: 1 << 14)
  static let quarter = Self(rawValue: 1 << 15)
  static let year = Self(rawValue: 1 << 16)
  static let century = Self(rawValue: 1 << 17)
  static let decade = Self(rawValue: 1 << 18)
  static let period = Self(rawValue: 1 << 19)
  static let link = Self(rawValue: 1 << 20)
  static let hour = Self(rawValue: 1 << 21)
  static let minute = Self(rawValue: 1 << 22)
  static let half = Self(rawValue: 1 << 23)
  static let clockOpener = Self(rawValue: 1 << 24)
  static let zone = Self(rawValue: 1 << 25)
  static let spell = Self(rawValue: 1 << 26)
  static let approximation = Self(rawValue: 1 << 27)
  static let scale = Self(rawValue: 1 << 28)
  static let currency = Self(rawValue: 1 << 29)
  static let currencySign = Self(rawValue: 1 << 30)
  static let percent = Self(rawValue: 1 << 31)
  static let unit = Self(rawValue: 1 << 32)
  static let digit = Self(rawValue: 1 << 33)
  static let loose = Self(rawValue: 1 << 34)
  static let tail = Self(rawValue: 1 << 35)
  static let ten = Self(rawValue: 1 << 36)
  static let tens = Self(rawValue: 1 << 37)
  static let hundred = Self(rawValue: 1 << 38)
  static let zero = Self(rawValue: 1 << 39)
  static let ordinal = Self(rawValue: 1 << 40)
  static let counted = Self(rawValue: 1 << 41)
  static let sign = Self(rawValue: 1 << 42)
  static let from = Self(rawValue: 1 << 43)
  static let range = Self(rawValue: 1 << 44)
  static let plural = Self(rawValue: 1 << 45)
  static let bearer = Self(rawValue: 1 << 46)
  static let location = Self(rawValue: 1 << 47)
  static let against = Self(rawValue: 1 << 48)
  static let speech = Self(rawValue: 1 << 49)
  static let according = Self(rawValue: 1 << 50)
  static let pronoun = Self(rawValue: 1 << 51)
  static let honorific = Self(rawValue: 1 << 52)
  static let demonstrative = Self(rawValue: 1 << 53)
  static let consists = Self(rawValue: 1 << 54)
  static let national = Self(rawValue: 1 << 55)
  static let object = Self(rawValue: 1 << 56)
  static let particle = Self(rawValue: 1 << 57)
  static let surnameFirst = Self(rawValue: 1 << 58)
  static let relation = Self(rawValue: 1 << 59)
  static let moment = Self(rawValue: 1 << 60)
  static let many = Self(rawValue: 1 << 61)
  static let shade = Self(rawValue: 1 << 62)
  static let shift = Self(rawValue: 1 << 63)

  /// The names of the kinds in the tables, in the order of their bits.
  private static let names = [
    "opener", "part", "relative", "relative-week", "relative-month", "relative-year", "weekday",
    "suffix", "portion", "day", "month", "named-month", "lunar-month", "lunar-day", "lunar-mark",
    "quarter", "year", "century", "decade", "period", "link", "hour", "minute", "half",
    "clock-opener", "zone", "spell", "approximation", "scale", "currency", "currency-sign",
    "percent", "unit", "digit", "loose", "tail", "ten", "tens", "hundred", "zero", "ordinal",
    "counted", "sign", "from", "range", "plural", "bearer", "location", "against", "speech",
    "according", "pronoun", "honorific", "demonstrative", "consists", "national", "object",
    "particle", "surname-first", "relation", "moment", "many", "shade", "shift",
  ]
  /// The kind of one name; empty for a name that no rule asks for.
  static func named(_ name: String) -> Self {
    Self(rawValue: names.firstIndex(of: name).map { 1 << UInt64($0) } ?? 0)
  }
}

/// Phrases of data tables, found by their tokens; a phrase may stand in several rows.
struct PhraseTable: Sendable {
  /// One row.
  struct Row: Sendable {
    let kinds: PhraseKinds
    let value: String
    let en: String
    let plural: String
    /// The sign of a currency that English puts before the number; empty for the others.
    let sign: String
    /// Whether it is a unit of measure: people are counted, not measured.
    var isMeasure: Bool { kinds == .unit && value != "person" }
    /// Whether it follows a date that comes every year, too: `tháng 9 tới`, but `trước` begins a clause.
    var isYearly: Bool { plural == "yearly" }
    /// The next row with the same phrase, −1 when there is none.
    fileprivate var next = -1
  }

  private var trie = SyllableTrie(capacity: 1024)
  private var rows: [Row] = []
  /// By the node of a first syllable: the kinds of all phrases that begin with it.
  private var firstKinds: [PhraseKinds] = []
  /// The first syllables of all phrases.
  private var heads: [MatchKey] = []
  /// Rows of one word by the word in small letters, for units glued to their number.
  private var words: [String: Int] = [:]

  init(_ tables: DataTable..., tokenizer: Tokenizer) {
    for row in tables.flatMap(\.rows) { insert(row, tokenizer) }
  }

  private mutating func insert(_ row: DataTable.Row, _ tokenizer: Tokenizer) {
    let phrase = row["vi"]
    let keys = tokenizer.tokens(Array(phrase.utf8)).map(\.key)
    guard let head = keys.first else { return }
    let first = trie.insert(keys, value: rows.count)
    if first != rows.count {
      var last = first
      while rows[last].next >= 0 { last = rows[last].next }
      rows[last].next = rows.count
    }
    let kinds = PhraseKinds.named(row["kind"])
    let node = trie.child(of: SyllableTrie.root, head) ?? 0
    while firstKinds.count <= node { firstKinds.append([]) }
    firstKinds[node].formUnion(kinds)
    heads.append(head)
    if words[phrase] == nil { words[phrase] = rows.count }
    rows.append(
      Row(
        kinds: kinds, value: row["value"], en: row["en"], plural: row["plural"],
        sign: row["sign"]))
  }

  /// Whether some phrase of some kinds begins with a token.
  func begins(with token: Token, _ kinds: PhraseKinds) -> Bool {
    guard let node = trie.child(of: SyllableTrie.root, token.key) else { return false }
    return !firstKinds[node].isDisjoint(with: kinds)
  }

  /// The first syllables of the phrases of some kinds.
  /// - Parameter values: rows with these values are left out. Default: none.
  func heads(_ kinds: PhraseKinds, without values: Set<String> = []) -> [MatchKey] {
    zip(heads, rows).filter {
      !$1.kinds.isDisjoint(with: kinds) && !values.contains($1.value)
    }.map(\.0)
  }

  /// The row of one word in small letters.
  func row(_ word: String, _ kinds: PhraseKinds) -> Row? {
    guard var row = words[word] else { return nil }
    while row >= 0, rows[row].kinds.isDisjoint(with: kinds) { row = rows[row].next }
    return row < 0 ? nil : rows[row]
  }

  /// The longest phrase of some kinds at a token, with the token after it.
  func match(_ tokens: [Token], at start: Int, _ kinds: PhraseKinds) -> (row: Row, end: Int)? {
    var node = SyllableTrie.root
    var found: (row: Int, end: Int)?
    var index = start
    while index < tokens.count, let child = trie.child(of: node, tokens[index].key) {
      if node == SyllableTrie.root, firstKinds[child].isDisjoint(with: kinds) { return nil }
      node = child
      index += 1
      var row = trie.value(at: node) ?? -1
      while row >= 0, rows[row].kinds.isDisjoint(with: kinds) { row = rows[row].next }
      if row >= 0 { found = (row, index) }
    }
    return found.map { (rows[$0.row], $0.end) }
  }
}
