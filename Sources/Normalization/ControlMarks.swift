public import TextModel

/// Finds control characters that no text means, NUL among them, and names each. The repair
/// `control-characters` makes them visible.
public struct ControlMarks: Sendable {
  private let withNUL: Bool

  /// Makes the check. `withNUL` is false where NUL was told already. Default: true.
  public init(withNUL: Bool = true) { self.withNUL = withNUL }

  /// A finding for each character of the C0 set and DEL, up to a number of them, with the offset in
  /// the text. Complexity: linear.
  public func findings(in text: [UInt8], limit: Int = 20) -> [Finding] {
    text.withUnsafeBufferPointer { bytes in
      var findings: [Finding] = []
      for offset in bytes.indices
      where Self.isControl(bytes[offset]) && (withNUL || bytes[offset] != 0) {
        let code = String(bytes[offset], radix: 16, uppercase: true)
        let name = bytes[offset] == 0 ? "NUL" : "the control character"
        findings.append(
          Finding(
            .warning, "control-character",
            "\(name) (U+00\(code.count < 2 ? "0" : "")\(code)) stands in the text, shown as U+FFFD",
            at: .init(byte: offset), fix: "get the file again: it may be damaged"))
        if findings.count == limit { break }
      }
      return findings
    }
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && (byte < 9 || byte > 13) || byte == 0x7F
  }
}
