import TextModel

/// The text of one block of Markdown: marks what is markup, and writes the rest.
///
/// The lines are put side by side, so that emphasis and links may go over a line end. Each construct
/// only marks bytes; a construct that is not whole stays text.
struct MarkdownInline {
  private enum Use: UInt8 { case text, link, image, dropped }

  private let page: [UInt8]
  /// The offset in the page of each byte of the block; a line end stands between lines.
  private var places: [Int] = []
  private var bytes: [UInt8] = []
  private var uses: [Use] = []
  /// Entities and their characters, by where they begin in the block.
  private var entities: [Int: (end: Int, text: [UInt8])] = [:]
  /// Runs of `*`, `_` and `~` that may open emphasis.
  private var openers: [(mark: UInt8, start: Int, count: Int)] = []
  private var brackets: [(start: Int, isImage: Bool)] = []

  init(_ page: [UInt8], _ lines: [Range<Int>]) {
    self.page = page
    for line in lines {
      if let last = places.last {
        places.append(last + 1)
        bytes.append(0x20)
      }
      places += line
      bytes += page[line]
    }
    uses = [Use](repeating: .text, count: bytes.count)
    scan()
  }

  // MARK: Scanning

  private mutating func scan() {
    var offset = 0
    var ticks: [Int: Int] = [:]
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\\"): offset = escape(offset)
      case UInt8(ascii: "`"): offset = code(offset, &ticks)
      case UInt8(ascii: "<"): offset = tag(offset)
      case UInt8(ascii: "&"): offset = entity(offset)
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): offset = emphasis(offset)
      case UInt8(ascii: "["):
        let isImage = offset > 0 && bytes[offset - 1] == UInt8(ascii: "!")
        brackets.append((offset, isImage))
        offset += 1
      case UInt8(ascii: "]"): offset = close(offset)
      default: offset += 1
      }
    }
  }

  private mutating func drop(_ range: Range<Int>) {
    for offset in range { uses[offset] = .dropped }
  }

  private func run(_ start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] == bytes[start] { end += 1 }
    return end - start
  }

  private mutating func escape(_ start: Int) -> Int {
    guard start + 1 < bytes.count, case let byte = bytes[start + 1], byte > 0x20, byte < 0x7F,
      !(0x30...0x39).contains(byte), !(0x61...0x7A).contains(byte | 0x20)
    else { return start + 1 }
    drop(start..<(start + 1))
    return start + 2
  }

  /// `` `code` ``: the next run of as many ticks closes it. `failed` keeps lengths without a closing run.
  private mutating func code(_ start: Int, _ failed: inout [Int: Int]) -> Int {
    let count = run(start)
    if failed[count] != nil { return start + count }
    var offset = start + count
    while offset < bytes.count {
      guard bytes[offset] == UInt8(ascii: "`") else {
        offset += 1
        continue
      }
      let length = run(offset)
      if length == count {
        drop(start..<(start + count))
        drop(offset..<(offset + count))
        return offset + count
      }
      offset += length
    }
    failed[count] = start
    return start + count
  }

  /// `<https://…>` keeps its address; an HTML tag or comment is dropped.
  private mutating func tag(_ start: Int) -> Int {
    let limit = min(bytes.count, start + 1000)
    guard start + 2 < limit, let end = bytes[start..<limit].firstIndex(of: UInt8(ascii: ">")) else {
      return start + 1
    }
    let inner = bytes[(start + 1)..<end]
    let first = inner.first ?? 0
    let isTag =
      (0x61...0x7A).contains(first | 0x20) || first == UInt8(ascii: "/")
      || first == UInt8(ascii: "!")
    if isTag, inner.starts(with: "http".utf8) || inner.contains(UInt8(ascii: "@")),
      !inner.contains(0x20)
    {
      drop(start..<(start + 1))
      drop(end..<(end + 1))
      return end + 1
    }
    guard isTag else { return start + 1 }
    drop(start..<(end + 1))
    return end + 1
  }

  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
  ]

  private mutating func entity(_ start: Int) -> Int {
    let limit = min(bytes.count, start + 12)
    guard let end = bytes[start..<limit].firstIndex(of: UInt8(ascii: ";")) else { return start + 1 }
    let name = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
    var text = Self.named[name]
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
      let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      text = value.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
    }
    guard let text, !text.isEmpty else { return start + 1 }
    entities[start] = (end + 1, Array(text.utf8))
    return end + 1
  }

  /// Source: CommonMark, 6.2, without the rule of three.
  private mutating func emphasis(_ start: Int) -> Int {
    var count = run(start)
    let end = start + count
    let mark = bytes[start]
    let before = start == 0 ? 0x20 : bytes[start - 1]
    let after = end < bytes.count ? bytes[end] : 0x20
    if mark == UInt8(ascii: "~"), count != 2 { return end }
    let isInWord = mark == UInt8(ascii: "_") && Self.isWord(before) && Self.isWord(after)
    if isInWord { return end }
    var closed = start
    if before > 0x20 {
      while count > 0, let index = openers.lastIndex(where: { $0.mark == mark }) {
        let pairs = min(count, openers[index].count)
        let open = openers[index].start + openers[index].count - pairs
        drop(open..<(open + pairs))
        drop(closed..<(closed + pairs))
        closed += pairs
        count -= pairs
        openers[index].count -= pairs
        openers.removeSubrange((openers[index].count > 0 ? index + 1 : index)...)
      }
    }
    if count > 0, after > 0x20, openers.count < 64 { openers.append((mark, closed, count)) }
    return end
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  // MARK: Links

  /// `[text](address "title")`, `[text][name]` and images; other brackets are text.
  private mutating func close(_ end: Int) -> Int {
    guard let open = brackets.popLast(), end + 1 < bytes.count else { return end + 1 }
    let tail: Int?
    switch bytes[end + 1] {
    case UInt8(ascii: "("): tail = address(end + 2)
    case UInt8(ascii: "["):
      tail = bytes[(end + 2)..<min(bytes.count, end + 200)].firstIndex(of: UInt8(ascii: "]"))
        .map { $0 + 1 }
    default: tail = nil
    }
    guard let tail else { return end + 1 }
    let start = open.isImage ? open.start - 1 : open.start
    let use: Use = open.isImage ? .image : .link
    for offset in (open.start + 1)..<end where uses[offset] == .text { uses[offset] = use }
    drop(start..<(open.start + 1))
    drop(end..<tail)
    if !open.isImage { brackets.removeAll { !$0.isImage } }
    return tail
  }

  /// The offset after the closing bracket of an address.
  private func address(_ start: Int) -> Int? {
    var depth = 1
    var quote: UInt8?
    var offset = start
    while offset < bytes.count, offset < start + 2000 {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\\") {
        offset += 2
        continue
      }
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\""), offset > start, bytes[offset - 1] <= 0x20 {
        quote = byte
      } else if byte == UInt8(ascii: "(") {
        depth += 1
      } else if byte == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return offset + 1 }
      }
      offset += 1
    }
    return nil
  }

  // MARK: Writing

  /// Writes what is left to a page's text. The text of an image stands on a line of its own, as a
  /// caption does.
  func write(to builder: inout TextBuilder, in path: [MarkupElement]) {
    let link = path + [MarkupElement(name: "a", words: [])]
    let caption = [MarkupElement(name: "figcaption", words: [])]
    var offset = 0
    var wasImage = false
    while offset < bytes.count {
      let use = uses[offset]
      if use == .dropped {
        offset += 1
        continue
      }
      if (use == .image) != wasImage { builder.breakLine() }
      wasImage = use == .image
      let path = use == .link ? link : use == .image ? caption : path
      if let entity = entities[offset] {
        builder.replaced(places[offset]..<(places[entity.end - 1] + 1), by: entity.text, in: path)
        offset = entity.end
        continue
      }
      var end = offset + 1
      while end < bytes.count, uses[end] == use, entities[end] == nil,
        places[end] == places[end - 1] + 1
      {
        end += 1
      }
      builder.verbatim(places[offset]..<(places[end - 1] + 1), in: path)
      offset = end
    }
    if wasImage { builder.breakLine() }
  }
}
