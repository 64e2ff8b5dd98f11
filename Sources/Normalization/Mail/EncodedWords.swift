/// Reads words in other encodings in a mail's headers: `=?utf-8?B?VGluIG3hu5tp?=`.
///
/// Source: RFC 2047.
enum EncodedWords {
  /// The text of a header's value. Neighbours in the same encoding are read as one, so that a letter may
  /// be cut between them.
  /// - Parameter read: gives the text of bytes in a charset.
  static func decode(_ value: String, read: ([UInt8], String) -> String) -> String {
    var text = ""
    var pending: (charset: String, bytes: [UInt8])?
    func flush() {
      if let word = pending { text += read(word.bytes, word.charset) }
      pending = nil
    }
    var rest = value[...]
    while let open = rest.firstRange(of: "=?") {
      let before = rest[..<open.lowerBound]
      let fields = rest[open.upperBound...].split(
        separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
      guard fields.count == 4, fields[3].hasPrefix("="), let bytes = bytes(fields[1], fields[2])
      else {
        flush()
        text += rest[..<open.upperBound]
        rest = rest[open.upperBound...]
        continue
      }
      if pending == nil || !before.allSatisfy(\.isWhitespace) {
        flush()
        text += before
      }
      let charset = String(fields[0].prefix { $0 != "*" }).lowercased()
      if pending?.charset != charset { flush() }
      pending = (charset, (pending?.bytes ?? []) + bytes)
      rest = fields[3].dropFirst()
    }
    flush()
    return text + rest
  }

  private static func bytes(_ kind: Substring, _ content: Substring) -> [UInt8]? {
    switch kind.lowercased() {
    case "b": TransferEncoding.decoded("base64", Array(content.utf8))
    case "q":
      TransferEncoding.decoded(
        "quoted-printable", content.utf8.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 })
    default: nil
    }
  }
}
