import TextModel

/// Takes the sting out of a hostile page before the parser sees it. Bytes are only blanked, so offsets
/// stay: a NUL, at which the parser would stop, and the attributes of one tag beyond a number, which it
/// compares each with each.
struct PageGuard {
  /// The page for the parser.
  private(set) var page: [UInt8]
  /// What was blanked, with offsets in the page.
  private(set) var findings: [Finding] = []

  /// The most attributes of one tag that are read.
  private static let attributes = 512

  /// Complexity: linear.
  init(_ page: [UInt8]) {
    self.page = page
    blankNUL()
    var offset = 0
    while let open = self.page[offset...].firstIndex(of: UInt8(ascii: "<")) {
      offset = tag(open)
    }
  }

  private mutating func blankNUL() {
    guard let first = page.firstIndex(of: 0) else { return }
    var count = 0
    for offset in first..<page.count where page[offset] == 0 {
      page[offset] = 0x20
      count += 1
    }
    findings.append(
      Finding(
        .warning, "control-character",
        "NUL (U+0000) stands in the page \(count == 1 ? "once" : "\(count) times")",
        at: .init(byte: first), fix: "get the file again: it may be damaged"))
  }

  /// Goes through one tag and returns where it ends.
  private mutating func tag(_ open: Int) -> Int {
    guard open + 1 < page.count, (page[open + 1] | 0x20) >= 0x61, (page[open + 1] | 0x20) <= 0x7A
    else { return open + 1 }
    var quote: UInt8?
    var spaces = 0
    var lastVisible: UInt8 = 0
    let equals = UInt8(ascii: "=")
    var offset = open + 1
    while offset < page.count {
      let byte = page[offset]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<") {
        return byte == UInt8(ascii: "<") ? offset : offset + 1
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), lastVisible == equals {
        quote = byte
      } else if byte <= 0x20, page[offset - 1] > 0x20 {
        spaces += 1
        if spaces > Self.attributes { return blankTag(offset) }
      }
      if byte > 0x20 { lastVisible = byte }
      offset += 1
    }
    return page.count
  }

  /// Blanks the rest of a tag up to its end.
  private mutating func blankTag(_ start: Int) -> Int {
    let end = page[start...].firstIndex(of: UInt8(ascii: ">")) ?? page.count
    for offset in start..<end { page[offset] = 0x20 }
    findings.append(
      Finding(
        .warning, "page-limit",
        "a tag has more than \(Self.attributes) attributes; the rest of them was not read",
        at: .init(byte: start), fix: "see whether the page is what it seems"))
    return end
  }

  /// What to say of nesting beyond what is remembered.
  static func nesting(_ byte: Int) -> Finding {
    Finding(
      .warning, "page-limit",
      "elements stand in each other deeper than 256; of those further in only the text was read",
      at: .init(byte: byte), fix: "see whether the page is what it seems")
  }
}
