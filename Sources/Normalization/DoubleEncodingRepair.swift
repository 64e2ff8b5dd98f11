public import TextModel

/// UTF-8 that was read as windows-1252 and written as UTF-8 again: `Viá»‡t Nam` → `Việt Nam`.
///
/// A line is repaired when its characters outside ASCII form whole UTF-8 sequences of bytes, with at
/// most one odd character for four such sequences: sound text in any language has none.
public struct DoubleEncodingRepair: TextRepair {
  /// The rule's name.
  public let rule = "double-utf-8"
  /// Such a sequence.
  public let concerns: Concerns = .doubleEncoding

  /// Makes the repair.
  public init() {}

  /// The sequences to replace.
  public func edits(in text: [UInt8]) -> EditList {
    text.withUnsafeBufferPointer { text in
      var edits: [Edit] = []
      text.forEachLine { edits += lineEdits(text, $0) }
      return EditList(edits)
    }
  }

  private func lineEdits(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> [Edit] {
    var edits: [Edit] = []
    var odd = 0
    var offset = line.lowerBound
    while offset < line.upperBound {
      if text[offset] < 0x80 {
        offset += 1
      } else if let (end, scalar) = Self.sequence(text, at: offset, limit: line.upperBound) {
        edits.append(Edit(offset, end, scalar.utf8, rule: rule))
        offset = end
      } else {
        odd += 1
        offset += text.scalar(at: offset).length
      }
    }
    return edits.count > odd * 4 ? edits : []
  }

  /// One UTF-8 sequence spelled in windows-1252 characters: where it ends, and its code point.
  static func sequence(
    _ text: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int
  ) -> (end: Int, scalar: UInt32)? {
    let (first, length) = text.scalar(at: start)
    guard let lead = Windows1252.byte(first), lead >= 0xC2, lead <= 0xF4 else { return nil }
    let tails = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3
    var scalar = UInt32(lead) & (0x3F >> UInt32(tails))
    var offset = start + length
    for _ in 0..<tails {
      guard offset < limit, case let (next, length) = text.scalar(at: offset),
        let byte = Windows1252.byte(next), byte & 0xC0 == 0x80
      else { return nil }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
      offset += length
    }
    let least: UInt32 = tails == 1 ? 0x80 : tails == 2 ? 0x800 : 0x10000
    guard scalar >= least, Unicode.Scalar(scalar) != nil else { return nil }
    return (offset, scalar)
  }
}
