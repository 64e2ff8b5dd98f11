/// Goes over the bytes of a text once and replaces what must not stand in a place; most text has nothing,
/// and is given back as it is.
package struct EscapingScan: Sendable {
  /// Where the text will stand.
  package enum Place: Sendable {
    /// Between the tags of HTML or XML, or in an attribute, where a person reads it.
    case markup
    /// The same where a program takes it back: all that XML 1.0 knows stays.
    case data
    /// As text, ends of lines and all.
    case text
    /// On one line.
    case line
  }

  private let place: Place

  /// Takes a place.
  package init(_ place: Place) { self.place = place }

  private static let replacement = Array("\u{FFFD}".utf8)

  /// The text as it may stand there.
  package func text(_ value: String) -> String {
    var value = value
    return value.withUTF8 { bytes in
      var result: [UInt8] = []
      var done = 0
      var index = 0
      while index < bytes.count {
        guard let (length, other) = replaced(bytes, index) else {
          index += 1
          continue
        }
        if result.isEmpty { result.reserveCapacity(bytes.count + 32) }
        result += bytes[done..<index]
        result += other
        index += length
        done = index
      }
      if done == 0 { return nil }
      result += bytes[done...]
      return String(decoding: result, as: UTF8.self)
    } ?? value
  }

  /// What stands for the character at an offset, and its length; nil when it may stay.
  private func replaced(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> (length: Int, other: [UInt8])? {
    switch bytes[index] {
    case 0x20, 0x21, 0x23...0x25, 0x28...0x3B, 0x3D, 0x3F...0x7E: return nil
    case 0x09, 0x0A, 0x0D: return place == .line ? (1, [0x20]) : nil
    case 0..<0x20: return (1, Self.replacement)
    case 0x7F: return place == .data ? nil : (1, Self.replacement)
    case 0x22, 0x26, 0x27, 0x3C, 0x3E:
      return place == .markup || place == .data ? (1, Self.entity(bytes[index])) : nil
    case 0xC2 where place != .data && bytes[index + 1] < 0xA0: return (2, Self.replacement)
    case 0xE2 where place != .data && Self.isOverride(bytes[index + 1], bytes[index + 2]):
      return (3, Self.replacement)
    case 0xEF
    where (place == .markup || place == .data) && bytes[index + 1] == 0xBF
      && bytes[index + 2] >= 0xBE:
      return (3, Self.replacement)
    default: return nil
    }
  }

  private static func entity(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case 0x22: Array("&quot;".utf8)
    case 0x26: Array("&amp;".utf8)
    case 0x27: Array("&#39;".utf8)
    case 0x3C: Array("&lt;".utf8)
    default: Array("&gt;".utf8)
    }
  }

  /// Whether the bytes after 0xE2 make one of U+202A…U+202E, U+2066…U+2069. Source: UAX #9.
  private static func isOverride(_ second: UInt8, _ third: UInt8) -> Bool {
    second == 0x80 && (0xAA...0xAE).contains(third)
      || second == 0x81 && (0xA6...0xA9).contains(third)
  }
}
