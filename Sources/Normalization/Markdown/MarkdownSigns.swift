/// Tells Markdown from plain text by its signs.
enum MarkdownSigns {
  /// How much of a text is looked at, in bytes.
  private static let depth = 65_536

  /// Whether a text is Markdown: it begins with front matter, or two signs of it stand there. One sign
  /// alone proves nothing: plain text has lines of `*` and `#`, too.
  static func areIn(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      let end = min(bytes.count, depth)
      if FrontMatter.end(UnsafeBufferPointer(rebasing: bytes[..<end])) != nil { return true }
      var signs = 0
      var offset = 0
      while offset < end, signs < 2 {
        if isHeading(bytes, offset, end) { signs += 1 }
        while offset < end, bytes[offset] != 0x0A {
          if bytes[offset] == UInt8(ascii: "]"), isLink(bytes, offset, end) { signs += 1 }
          if bytes[offset] == UInt8(ascii: "*"), isStrong(bytes, offset, end) { signs += 1 }
          offset += 1
        }
        offset += 1
      }
      return signs >= 2
    }
  }

  /// `## Tiêu đề` at the start of a line.
  private static func isHeading(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int)
    -> Bool
  {
    var offset = start
    while offset < end, bytes[offset] == UInt8(ascii: "#") { offset += 1 }
    return (1...6).contains(offset - start) && offset + 1 < end && bytes[offset] == 0x20
      && bytes[offset + 1] > 0x20
  }

  /// `](http…` or `](/…`.
  private static func isLink(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool
  {
    guard start + 6 < end, bytes[start + 1] == UInt8(ascii: "(") else { return false }
    return bytes[start + 2] == UInt8(ascii: "/")
      || bytes[(start + 2)..<(start + 6)].elementsEqual("http".utf8)
  }

  /// `**đậm**`: the opening pair after a space, with a letter after it and a pair on the same line.
  private static func isStrong(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    guard start + 4 < end, bytes[start + 1] == UInt8(ascii: "*"),
      start == 0 || bytes[start - 1] <= 0x20, bytes[start + 2] > 0x2A
    else { return false }
    var offset = start + 3
    while offset + 1 < end, bytes[offset] != 0x0A, offset < start + 300 {
      if bytes[offset] == UInt8(ascii: "*"), bytes[offset + 1] == UInt8(ascii: "*") { return true }
      offset += 1
    }
    return false
  }
}
