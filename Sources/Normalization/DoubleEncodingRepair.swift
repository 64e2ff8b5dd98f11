public import TextModel

/// UTF-8 that was read as windows-1252 and written as UTF-8 again: `Viá»‡t Nam` → `Việt Nam`.
///
/// A line is repaired when its characters outside ASCII form whole UTF-8 sequences of bytes, with at
/// most one odd character for four such sequences: sound text in any language has none.
public struct DoubleEncodingRepair: TextRepair {
  /// The rule's name.
  public let rule = "double-utf-8"

  /// Makes the repair.
  public init() {}

  /// The sequences to replace.
  public func edits(in text: [UInt8]) -> EditList {
    var edits: [Edit] = []
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      edits += lineEdits(text, start..<end)
      start = end + 1
    }
    return EditList(edits)
  }

  private func lineEdits(_ text: [UInt8], _ line: Range<Int>) -> [Edit] {
    var edits: [Edit] = []
    var odd = 0
    var offset = line.lowerBound
    while offset < line.upperBound {
      if text[offset] < 0x80 {
        offset += 1
      } else if let (end, scalar) = sequence(text, at: offset, limit: line.upperBound) {
        edits.append(Edit(offset, end, scalar, rule: rule))
        offset = end
      } else {
        odd += 1
        offset += text.scalar(at: offset).length
      }
    }
    return edits.count > odd * 4 ? edits : []
  }

  /// One UTF-8 sequence spelled in windows-1252 characters.
  private func sequence(_ text: [UInt8], at start: Int, limit: Int) -> (end: Int, bytes: [UInt8])? {
    var bytes: [UInt8] = []
    var needed = 1
    var offset = start
    while bytes.count < needed {
      guard offset < limit else { return nil }
      let (scalar, length) = text.scalar(at: offset)
      guard let byte = Windows1252.byte(scalar), byte >= 0x80 else { return nil }
      if bytes.isEmpty {
        guard byte >= 0xC2, byte <= 0xF4 else { return nil }
        needed = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      } else if byte > 0xBF {
        return nil
      }
      bytes.append(byte)
      offset += length
    }
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    return (offset, bytes)
  }
}
