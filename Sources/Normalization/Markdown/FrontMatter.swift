import TextModel

/// The lines `name: value` between `---` and `---` at the start of a Markdown file.
enum FrontMatter {
  /// The offset after it; nil when the text does not begin with it.
  static func end(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes.count > 8, line(bytes, 0) == 0..<3, isRule(bytes, 0..<3) else { return nil }
    var start = next(bytes, 0)
    var named = 0
    while start < bytes.count, start < 16_384 {
      let line = line(bytes, start)
      if line.count == 3, isRule(bytes, line) { return named > 0 ? next(bytes, start) : nil }
      if bytes[line].contains(UInt8(ascii: ":")) { named += 1 }
      start = next(bytes, start)
    }
    return nil
  }

  /// What it says of the article.
  static func metadata(_ bytes: ArraySlice<UInt8>) -> ArticleMetadata {
    var head = ArticleMetadata()
    for line in bytes.split(separator: 0x0A) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      let value = plain(line[(colon + 1)...])
      if value.isEmpty { continue }
      switch name {
      case "title": head.headline = value
      case "date", "published": head.published = PageHead.local(value)
      case "author": head.author = value
      case "site", "outlet", "publisher": head.outlet = value
      case "section", "category": head.section = value
      case "url", "link", "canonical", "source":
        head.url = value.hasPrefix("http") ? value : head.url
      default: break
      }
    }
    return head
  }

  /// A value without the white space and quotation marks around it.
  private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    var part = bytes
    func isEdge(_ byte: UInt8?) -> Bool {
      guard let byte else { return false }
      return byte <= 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }
    while isEdge(part.first) { part = part.dropFirst() }
    while isEdge(part.last) { part = part.dropLast() }
    return String(decoding: part, as: UTF8.self)
  }

  private static func isRule(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    bytes[line].elementsEqual("---".utf8)
  }

  private static func line(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Range<Int> {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  private static func next(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return min(end + 1, bytes.count)
  }
}
