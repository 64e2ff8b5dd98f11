import TextModel

/// Text made safe for a place in a document. Source text never reaches a report any other way.
package enum Escaping {
  /// For HTML and XML text and attribute values; control characters become visible.
  package static func html(_ text: String) -> String { EscapingScan(.markup).text(text) }

  /// For Markdown text: marks that mean something are escaped.
  package static func markdown(_ text: String) -> String {
    let text = terminal(text)
    let block = blockMark(text)
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 16)
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "<"): result += "&lt;".utf8
      case UInt8(ascii: "&"): result += "&amp;".utf8
      default:
        if index == block || marks.contains(byte) { result.append(UInt8(ascii: "\\")) }
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Signs that mean something inside a line of Markdown.
  private static let marks = Array("\\`*_{}[]#|~".utf8)

  /// The sign that would make a block of a line that begins with this text: the place of `-` in `- a`, of
  /// the full stop in `1. a`. Source: CommonMark 0.31, 5.2 List items, 4.3 Setext headings.
  private static func blockMark(_ text: String) -> Int? {
    guard let first = text.unicodeScalars.first else { return nil }
    if "-+=>".unicodeScalars.contains(first) { return 0 }
    let digits = text.unicodeScalars.prefix { ("0"..."9").contains($0) }.count
    let rest = text.unicodeScalars.dropFirst(digits)
    guard digits > 0, let mark = rest.first, mark == "." || mark == ")" else { return nil }
    return rest.dropFirst().first.map { $0 == " " || $0 == "\t" } ?? true ? digits : nil
  }

  /// Text in which control characters and directional overrides are U+FFFD; white space stays.
  package static func visible(_ text: String) -> String { EscapingScan(.text).text(text) }

  /// For a terminal: no control sequence gets through, and no line ends.
  package static func terminal(_ text: String) -> String { EscapingScan(.line).text(text) }
}
