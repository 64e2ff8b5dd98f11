import TextModel

/// Cuts endless runs of combining marks, so that composition takes linear time on any text: after thirty
/// marks on one letter a combining grapheme joiner is put in.
///
/// Source: UAX #15, 13 (Stream-Safe Text Process).
enum StreamSafe {
  private static let most = 30
  private static let joiner = Array("\u{34F}".utf8)

  /// The joiners to put in; none in any text that people write.
  static func edits(in text: [UInt8]) -> EditList {
    text.withUnsafeBufferPointer { bytes in
      var edits: [Edit] = []
      var marks = 0
      var offset = 0
      while offset < bytes.count {
        let length = markLength(bytes, offset)
        if length == 0 {
          marks = 0
          offset += 1
          continue
        }
        if marks == most {
          edits.append(Edit(offset, offset, joiner, rule: "stream-safe"))
          marks = 0
        }
        offset += length
        marks += 1
      }
      return EditList(edits)
    }
  }

  /// The length of the combining mark at an offset, by the blocks of such marks (Unicode Blocks.txt); 0
  /// for anything else and for the joiner.
  private static func markLength(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
    guard bytes[offset] >= 0xCC, offset + 1 < bytes.count else { return 0 }
    let next = bytes[offset + 1]
    switch bytes[offset] {
    case 0xCC: return 2
    case 0xCD: return next <= 0xAF && next != 0x8F ? 2 : 0
    case 0xE1: return next == 0xAA || next == 0xAB || next == 0xB7 ? 3 : 0
    case 0xE2: return next == 0x83 ? 3 : 0
    case 0xEF: return next == 0xB8 ? 3 : 0
    default: return 0
    }
  }
}
