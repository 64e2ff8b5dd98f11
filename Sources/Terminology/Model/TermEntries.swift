/// What an index needs of an entry, without making the entry: its places in the bytes of the file.
public struct TermHead: Sendable {
  /// The part of speech.
  public var tag = WordTag.noun
  /// How common the word is, 1 to 5; 0 when unknown.
  public var band: Int8 = 0
  /// When capitals matter.
  public var caseRule = CaseRule.byTag
  /// The line in the file, counted from 1.
  public var line: Int32 = 0
  /// The row without its line end.
  var row: Range<Int32> = 0..<0
  /// The headword.
  public var vi: Range<Int32> = 0..<0
  /// The other spellings, with bars between.
  public var variants: Range<Int32> = 0..<0
  /// The kind of thing.
  public var type: Range<Int32> = 0..<0
  /// The English to print.
  public var en: Range<Int32> = 0..<0
  /// The other English, with bars between.
  public var also: Range<Int32> = 0..<0
  /// Whether the row has no condition and no period.
  public var isPlain: Bool { !hasDetail }
  /// Whether the row has a condition or a period.
  var hasDetail = false
}

/// The entries of a glossary. An entry is made from its row when it is asked for.
///
/// The file's bytes are kept as they are; reading 60,000 rows makes no string.
public struct TermEntries: RandomAccessCollection, Sendable {
  /// The bytes that the heads' places belong to: UTF-8.
  public let bytes: [UInt8]
  /// The head of each entry, in order.
  public let heads: [TermHead]
  private let columns: [TermColumn?]
  private let glossary: String
  /// Entries that were given and not read; empty when there is a file.
  private let list: [TermEntry]

  init(bytes: [UInt8], heads: [TermHead], columns: [TermColumn?], glossary: String) {
    self.bytes = bytes
    self.heads = heads
    self.columns = columns
    self.glossary = glossary
    list = []
  }

  /// Takes entries that stand in no file.
  init(_ entries: [TermEntry]) {
    var bytes: [UInt8] = []
    func place(_ text: String) -> Range<Int32> {
      let start = Int32(bytes.count)
      bytes += Array(text.utf8)
      return start..<Int32(bytes.count)
    }
    heads = entries.map { entry in
      var head = TermHead()
      head.tag = entry.tag
      head.band = Int8(clamping: entry.band)
      head.caseRule = entry.caseRule
      head.vi = place(entry.vi)
      head.variants = place(entry.variants.joined(separator: "|"))
      head.type = place(entry.type)
      head.en = place(entry.en)
      head.also = place(entry.also.joined(separator: "|"))
      head.hasDetail =
        !entry.condition.isEmpty || !entry.validFrom.isEmpty || !entry.validUntil.isEmpty
      return head
    }
    self.bytes = bytes
    columns = []
    glossary = ""
    list = entries
  }

  /// The place of the first entry.
  public var startIndex: Int { 0 }
  /// The place after the last entry.
  public var endIndex: Int { heads.count }

  /// Makes the entry from its row.
  public subscript(position: Int) -> TermEntry {
    if !list.isEmpty { return list[position] }
    let head = heads[position]
    var entry = TermEntry()
    entry.domain = glossary
    entry.origin = .init(glossary: glossary, line: Int(head.line))
    var index = 0
    var start = Int(head.row.lowerBound)
    let end = Int(head.row.upperBound)
    for offset in start...end where offset == end || bytes[offset] == 0x09 {
      if offset > start, index < columns.count, let column = columns[index] {
        // A row with a broken cell has no head, so nothing is thrown here.
        try? entry.set(column, String(decoding: bytes[start..<offset], as: UTF8.self))
      }
      index += 1
      start = offset + 1
    }
    return entry
  }

  /// A cell of the row of an entry, without making the entry; empty when the row has none.
  public func cell(_ column: TermColumn, at position: Int) -> String {
    if !list.isEmpty { return list[position].cell(column) }
    guard let wanted = columns.firstIndex(of: column) else { return "" }
    var index = 0
    var start = Int(heads[position].row.lowerBound)
    let end = Int(heads[position].row.upperBound)
    for offset in start...end where offset == end || bytes[offset] == 0x09 {
      if index == wanted { return String(decoding: bytes[start..<offset], as: UTF8.self) }
      index += 1
      start = offset + 1
    }
    return ""
  }

  /// The text at a place of a head.
  public func text(_ place: Range<Int32>) -> String {
    String(decoding: bytes[Int(place.lowerBound)..<Int(place.upperBound)], as: UTF8.self)
  }

  /// Calls the body with the place of the headword and of each variant.
  public func forEachSpelling(of head: TermHead, _ body: (Range<Int>) -> Void) {
    body(Int(head.vi.lowerBound)..<Int(head.vi.upperBound))
    forEachItem(of: head.variants, body)
  }

  /// Calls the body with the place of the rendering and of each other rendering.
  public func forEachRendering(of head: TermHead, _ body: (Range<Int>) -> Void) {
    body(Int(head.en.lowerBound)..<Int(head.en.upperBound))
    forEachItem(of: head.also, body)
  }

  private func forEachItem(of list: Range<Int32>, _ body: (Range<Int>) -> Void) {
    var start = Int(list.lowerBound)
    let end = Int(list.upperBound)
    if start == end { return }
    for offset in start...end where offset == end || bytes[offset] == UInt8(ascii: "|") {
      if offset > start { body(start..<offset) }
      start = offset + 1
    }
  }
}
