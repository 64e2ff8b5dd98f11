import TextModel

/// An encoding that a document names for itself: in a header, a meta element or an XML declaration.
struct DeclaredEncoding: Hashable, Sendable {
  /// The label as it stands there.
  let label: String
  /// Where it stands, in bytes of the source.
  let byte: Int
  /// What names it: `header`, `page` or `mail`.
  let by: String

  /// The name of the encoding; nil when songngu reads no such encoding.
  var name: String? { EncodingName.canonical(label) }

  /// Labels that say nothing: pages in Vietnamese fonts used the first for any encoding.
  private static let silent: Set<String> = ["x-user-defined", "unknown-8bit", "8bit", "binary"]

  init?(label: String, byte: Int, by: String) {
    guard !label.isEmpty, !Self.silent.contains(label.lowercased()) else { return nil }
    self.label = label
    self.byte = byte
    self.by = by
  }

  /// How far into a page the declaration is looked for, in bytes.
  ///
  /// Source: HTML Standard, 13.2.3.2, looks at 1,024; old pages put scripts before it.
  private static let depth = 8192

  /// The encoding that a page names near its start: `<meta charset="…">`, `content="text/html;
  /// charset=…"`, or `<?xml encoding="…"?>`.
  static func inPage(_ bytes: [UInt8]) -> DeclaredEncoding? {
    let head = bytes.prefix(depth).map { $0 | ($0 >= 0x41 && $0 <= 0x5A ? 0x20 : 0) }
    guard head.contains(UInt8(ascii: "<")) else { return nil }
    var offset = 0
    while let open = head[offset...].firstIndex(of: UInt8(ascii: "<")) {
      let close = head[open...].firstIndex(of: UInt8(ascii: ">")) ?? head.count
      let tag = head[open..<close]
      let key =
        tag.starts(with: "<meta".utf8)
        ? "charset" : tag.starts(with: "<?xml".utf8) ? "encoding" : nil
      if let key, let found = value(of: key, in: tag) {
        return DeclaredEncoding(
          label: String(decoding: bytes[found], as: UTF8.self), byte: found.lowerBound, by: "page")
      }
      offset = max(close, open + 1)
    }
    return nil
  }

  /// Where the value after `key=` stands, without quotation marks.
  static func value(of key: String, in tag: ArraySlice<UInt8>) -> Range<Int>? {
    let key = Array(key.utf8)
    guard tag.count > key.count else { return nil }
    for start in tag.startIndex..<(tag.endIndex - key.count)
    where tag[start] == key[0] && tag[start...].starts(with: key) {
      var offset = start + key.count
      func skip(_ bytes: String) {
        while offset < tag.endIndex, bytes.utf8.contains(tag[offset]) { offset += 1 }
      }
      skip(" \t\r\n")
      guard offset < tag.endIndex, tag[offset] == UInt8(ascii: "=") else { continue }
      offset += 1
      skip(" \t\r\n\"'")
      let first = offset
      while offset < tag.endIndex, !" \t\r\n\"';/>?".utf8.contains(tag[offset]) { offset += 1 }
      return first < offset ? first..<offset : nil
    }
    return nil
  }

  /// What to say when the bytes speak for another encoding than the one named.
  func conflict(with found: SourceDocument.Encoding) -> Finding? {
    if name == found.name || (name == "UTF-16LE" && found.name.hasPrefix("UTF-16")) { return nil }
    let known = name == nil ? ", which songngu does not read" : ""
    return Finding(
      .warning, "encoding-conflict",
      "the \(by) names '\(label)'\(known), but the text was read as \(found.name): \(found.evidence)",
      at: .init(byte: byte), fix: "if the text reads wrong, name its encoding with --encoding")
  }
}
