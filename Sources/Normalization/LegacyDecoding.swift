import TextModel

/// Reads bytes as a legacy encoding, or as windows-1252, as edits.
enum LegacyDecoding {
  /// The bytes outside ASCII as windows-1252.
  static func windows1252(_ source: [UInt8]) -> [Edit] {
    var letters = SharedLetters()
    return source.enumerated().compactMap { offset, byte in
      byte < 0x80
        ? nil
        : Edit(offset, offset + 1, letters.utf8(Windows1252.scalar(byte)), rule: "decode")
    }
  }

  /// The letters of a range in an encoding; bytes that are none are read as windows-1252.
  static func edits(
    _ source: [UInt8], in range: Range<Int>, as encoding: LegacyEncoding
  ) -> [Edit] {
    var edits: [Edit] = []
    let part = source[range]
    var offset = range.lowerBound
    while offset < range.upperBound {
      if let (letter, length) = encoding.letter(part, at: offset) {
        edits.append(Edit(offset, offset + length, letter, rule: "decode"))
        offset += length
      } else {
        if source[offset] >= 0x80 {
          edits.append(
            Edit(offset, offset + 1, Windows1252.scalar(source[offset]).utf8, rule: "decode"))
        }
        offset += 1
      }
    }
    return edits
  }

  /// Bytes in the place of letters that the encoding does not have, up to a number of them.
  static func lacking(
    _ edits: [Edit], of source: [UInt8], in encoding: LegacyEncoding, limit: Int = 20
  ) -> [Finding] {
    let odd = edits.lazy.filter {
      $0.end == $0.start + 1 && source[$0.start] >= 0xC0
        && encoding.letter(source[$0.start..<$0.end], at: $0.start) == nil
    }
    return odd.prefix(limit).map { edit in
      let byte = String(source[edit.start], radix: 16, uppercase: true)
      let shown = String(decoding: edit.replacement, as: UTF8.self)
      return Finding(
        .warning, "undecodable-bytes",
        "byte \(byte) stands for no letter of \(encoding.name), shown as \(shown)",
        at: .init(byte: edit.start),
        fix: "get the file again, or name its encoding with --encoding")
    }
  }
}

extension [UInt8] {
  /// The text with tags blanked, so that their words do not count as words of the text.
  var withoutTags: [UInt8] {
    var text = self
    var offset = 0
    while let open = text[offset...].firstIndex(of: UInt8(ascii: "<")) {
      let limit = Swift.min(text.count, open + 1000)
      offset = open + 1
      guard open + 1 < limit, text[open + 1] > 0x20,
        let close = text[open..<limit].firstIndex(of: UInt8(ascii: ">"))
      else { continue }
      for index in open...close where text[index] < 0x80 && text[index] != 0x0A {
        text[index] = 0x20
      }
      offset = close + 1
    }
    return text
  }
}
