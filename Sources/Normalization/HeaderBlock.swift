import TextModel

/// The header lines of a mail, of a part of one, or of an HTTP answer: `Name: value`, continued by lines
/// that begin with white space, up to an empty line.
///
/// Source: RFC 5322, 2.2; RFC 9112, 5.
struct HeaderBlock {
  /// One header.
  struct Field {
    /// The name in small letters.
    let name: String
    /// Where the value stands, line ends included.
    let value: Range<Int>
  }

  private let bytes: [UInt8]
  /// The headers, in order.
  private(set) var fields: [Field] = []
  /// Where the content begins.
  private(set) var end: Int

  /// The longest block that is read, in bytes.
  private static let limit = 1 << 20

  /// Reads the block at the start of a range; nil when a line of it is no header.
  init?(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    end = range.lowerBound
    while end < range.upperBound {
      guard end - range.lowerBound < Self.limit else { return nil }
      let stop = bytes[end..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
      let next = min(stop + 1, range.upperBound)
      let content = stop > end && bytes[stop - 1] == 0x0D ? end..<(stop - 1) : end..<stop
      if content.isEmpty {
        end = next
        return
      }
      guard take(content) else { return nil }
      end = next
    }
  }

  /// Takes one line; false when it is no header.
  private mutating func take(_ line: Range<Int>) -> Bool {
    if bytes[line.lowerBound] == 0x20 || bytes[line.lowerBound] == 0x09 {
      guard let last = fields.popLast() else { return false }
      fields.append(Field(name: last.name, value: last.value.lowerBound..<line.upperBound))
      return true
    }
    guard let colon = bytes[line].firstIndex(of: UInt8(ascii: ":")), colon > line.lowerBound,
      bytes[line.lowerBound..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return false }
    let name = String(decoding: bytes[line.lowerBound..<colon], as: UTF8.self).lowercased()
    fields.append(Field(name: name, value: (colon + 1)..<line.upperBound))
    return true
  }

  /// The first header of a name.
  func field(_ name: String) -> Field? { fields.first { $0.name == name } }

  /// The value of a header on one line; empty when there is none.
  func value(_ name: String) -> String {
    guard let field = field(name) else { return "" }
    let parts = bytes[field.value].split { $0 == 0x0D || $0 == 0x0A }
    let text = parts.map { String(decoding: $0, as: UTF8.self) }.joined()
    return String(text.drop { $0 == " " || $0 == "\t" })
  }

  /// The value before the first semicolon, in small letters: `text/html`.
  func kind(_ name: String) -> String {
    let value = value(name).prefix { $0 != ";" }
    return value.lowercased().filter { !$0.isWhitespace }
  }

  /// A parameter of a header, such as `charset`, without quotation marks; nil when there is none.
  func parameter(_ key: String, of name: String) -> (value: String, byte: Int)? {
    guard let field = field(name) else { return nil }
    var offset = field.value.lowerBound
    while let semicolon = bytes[offset..<field.value.upperBound].firstIndex(of: UInt8(ascii: ";")) {
      offset = semicolon + 1
      while offset < field.value.upperBound, bytes[offset] <= 0x20 { offset += 1 }
      let part = bytes[offset..<field.value.upperBound]
      guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else { return nil }
      let found = String(decoding: bytes[offset..<equals], as: UTF8.self).lowercased()
      guard found == key || found == key + "*" else { continue }
      let value = Self.value(bytes[(equals + 1)..<field.value.upperBound])
      // RFC 2231: charset and language stand before the value, between apostrophes.
      let plain = found == key ? value : value.split(separator: "'").last.map(String.init) ?? value
      return (plain, equals + 1)
    }
    return nil
  }

  private static func value(_ bytes: ArraySlice<UInt8>) -> String {
    let text = bytes.drop { $0 <= 0x20 }
    if text.first == UInt8(ascii: "\"") {
      return String(decoding: text.dropFirst().prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
    }
    return String(decoding: text.prefix { $0 > 0x20 && $0 != UInt8(ascii: ";") }, as: UTF8.self)
  }
}
