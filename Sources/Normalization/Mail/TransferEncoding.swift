import TextModel

/// Undoes the encodings in which a mail carries bytes, as edits, so that each byte of the content can be
/// traced to the file.
///
/// Source: RFC 2045, 6.7 and 6.8.
enum TransferEncoding {
  /// The edits that undo an encoding in a range; none for `7bit`, `8bit` and `binary`.
  static func edits(
    _ name: String, _ bytes: [UInt8], in range: Range<Int>
  ) -> (edits: [Edit], findings: [Finding]) {
    switch name {
    case "quoted-printable": (quotedPrintable(bytes, range), [])
    case "base64": base64(bytes, range)
    default: ([], [])
    }
  }

  /// `=E1` is a byte; `=` at the end of a line joins it to the next. Another `=` stays as it is.
  private static func quotedPrintable(_ bytes: [UInt8], _ range: Range<Int>) -> [Edit] {
    var edits: [Edit] = []
    var offset = range.lowerBound
    while let sign = bytes[offset..<range.upperBound].firstIndex(of: UInt8(ascii: "=")) {
      if let length = softBreak(bytes[(sign + 1)..<range.upperBound]) {
        edits.append(Edit(sign, sign + 1 + length, [], rule: "mail"))
        offset = sign + 1 + length
      } else if sign + 2 < range.upperBound, let high = hex(bytes[sign + 1]),
        let low = hex(bytes[sign + 2])
      {
        edits.append(Edit(sign, sign + 3, [high << 4 | low], rule: "mail"))
        offset = sign + 3
      } else {
        offset = sign + 1
      }
    }
    return edits
  }

  /// The length of white space and line end after a sign; nil when text follows.
  private static func softBreak(_ bytes: ArraySlice<UInt8>) -> Int? {
    var offset = bytes.startIndex
    while offset < bytes.endIndex, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
    if offset < bytes.endIndex, bytes[offset] == 0x0D { offset += 1 }
    guard offset < bytes.endIndex else { return bytes.count }
    return bytes[offset] == 0x0A ? offset + 1 - bytes.startIndex : nil
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  /// One edit for each group of four letters; line ends and foreign characters are passed over.
  private static func base64(
    _ bytes: [UInt8], _ range: Range<Int>
  ) -> (edits: [Edit], findings: [Finding]) {
    var edits: [Edit] = []
    var group: UInt32 = 0
    var count = 0
    var start = range.lowerBound
    var offset = range.lowerBound
    while offset < range.upperBound, bytes[offset] != UInt8(ascii: "=") {
      if let value = sextet(bytes[offset]) {
        group = group << 6 | UInt32(value)
        count += 1
        if count == 4 {
          let decoded = [16, 8, 0].map { UInt8(truncatingIfNeeded: group >> UInt32($0)) }
          edits.append(Edit(start, offset + 1, decoded, rule: "mail"))
          start = offset + 1
          (group, count) = (0, 0)
        }
      }
      offset += 1
    }
    let rest = group << UInt32(6 * (4 - count) % 24)
    let tail = [16, 8].prefix(max(0, count - 1)).map {
      UInt8(truncatingIfNeeded: rest >> UInt32($0))
    }
    edits.append(Edit(start, range.upperBound, Array(tail), rule: "mail"))
    guard count > 0, offset == range.upperBound else { return (edits, []) }
    let cut = Finding(
      .warning, "undecodable-bytes", "the base64 text of the mail ends inside a letter",
      at: .init(byte: range.upperBound), fix: "get the mail again: it was cut off")
    return (edits, [cut])
  }

  private static func sextet(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte - 0x41
    case 0x61...0x7A: byte - 0x61 + 26
    case 0x30...0x39: byte - 0x30 + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }

  /// The content of a range after the edits, by itself.
  static func decoded(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
    EditList(edits(name, bytes, in: 0..<bytes.count).edits).apply(to: bytes)
  }
}
