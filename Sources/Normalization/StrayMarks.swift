public import TextModel
import Vietnamese

/// Finds combining marks that stand on no letter: at the start of a line, after a space or a digit. The
/// letter they belonged to is lost or stands elsewhere. It only reports.
public struct StrayMarks: Sendable {
  /// Makes the check.
  public init() {}

  /// A finding for each mark, up to a number of them, with the offset in text in Normalization Form C.
  /// Complexity: linear.
  public func findings(in text: [UInt8], limit: Int = 20) -> [Finding] {
    text.withUnsafeBufferPointer { bytes in
      var findings: [Finding] = []
      var offset = 0
      while offset < bytes.count, findings.count < limit {
        guard bytes[offset] == 0xCC || bytes[offset] == 0xCD else {
          offset += 1
          continue
        }
        let (scalar, length) = bytes.scalar(at: offset)
        if Self.isMark(scalar), !Self.hasBase(bytes.scalar(before: offset)?.value) {
          let code = String(scalar, radix: 16, uppercase: true)
          findings.append(
            Finding(
              .warning, "stray-mark", "the combining mark U+0\(code) stands on no letter",
              at: .init(byte: offset), fix: "look at the original: a letter may be lost here"))
        }
        offset += length
      }
      return findings
    }
  }

  private static func isMark(_ scalar: UInt32) -> Bool { (0x300...0x36F).contains(scalar) }

  private static func hasBase(_ scalar: UInt32?) -> Bool {
    guard let scalar else { return false }
    return scalar >= 0x80 ? !Tokenizer.isSpace(scalar) : Letters.isWord(scalar)
  }
}
