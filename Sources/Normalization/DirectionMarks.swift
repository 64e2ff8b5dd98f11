public import TextModel

/// Finds characters that change the direction in which a line is shown: what a reader sees is then not
/// what the text says. It only reports.
///
/// Source: UAX #9, 2 (Directional Formatting Characters); Unicode UTS #55.
public struct DirectionMarks: Sendable {
  private static let names: [UInt32: String] = [
    0x061C: "ARABIC LETTER MARK", 0x200E: "LEFT-TO-RIGHT MARK", 0x200F: "RIGHT-TO-LEFT MARK",
    0x202A: "LEFT-TO-RIGHT EMBEDDING", 0x202B: "RIGHT-TO-LEFT EMBEDDING",
    0x202C: "POP DIRECTIONAL FORMATTING", 0x202D: "LEFT-TO-RIGHT OVERRIDE",
    0x202E: "RIGHT-TO-LEFT OVERRIDE", 0x2066: "LEFT-TO-RIGHT ISOLATE",
    0x2067: "RIGHT-TO-LEFT ISOLATE", 0x2068: "FIRST STRONG ISOLATE",
    0x2069: "POP DIRECTIONAL ISOLATE",
  ]

  /// Makes the check.
  public init() {}

  /// A finding for each mark, up to a number of them, with the offset in the text. Marks that only
  /// hint are notes; embeddings, overrides and isolates are warnings. Complexity: linear.
  public func findings(in text: [UInt8], limit: Int = 20) -> [Finding] {
    text.withUnsafeBufferPointer { bytes in
      var findings: [Finding] = []
      var offset = 0
      while offset < bytes.count, findings.count < limit {
        let byte = bytes[offset]
        guard byte == 0xE2 || byte == 0xD8 else {
          offset += 1
          continue
        }
        let (scalar, length) = bytes.scalar(at: offset)
        if let name = Self.names[scalar] { findings.append(Self.finding(scalar, name, offset)) }
        offset += length
      }
      return findings
    }
  }

  private static func finding(_ scalar: UInt32, _ name: String, _ offset: Int) -> Finding {
    let isHint = scalar < 0x2010
    let code = String(scalar, radix: 16, uppercase: true)
    return Finding(
      isHint ? .note : .warning, "direction-mark",
      "U+\(code.count < 4 ? "0" : "")\(code) \(name) stands here\(isHint ? "" : ": the line may be shown in another order than it is written")",
      at: .init(byte: offset), fix: "look at the line in an editor that shows such marks")
  }
}
