public import TextModel
import Vietnamese

/// Finds letters that are lost for good: `?` or U+FFFD inside words, as in `Vi?t Nam`.
///
/// It only reports: what stood there cannot be known.
public struct LossyText: Sendable {
  /// Makes the check.
  public init() {}

  /// A finding for each place, up to a number of them, with the offset in the text.
  public func findings(in text: [UInt8], limit: Int = 20) -> [Finding] {
    var places: [(offset: Int, what: String)] = []
    for (offset, byte) in text.enumerated() {
      if byte == UInt8(ascii: "?"), isInsideWord(text, offset, length: 1) {
        places.append((offset, "'?'"))
      } else if byte == 0xEF, text.scalar(at: offset).value == 0xFFFD {
        places.append((offset, "U+FFFD"))
      }
    }
    let marks = places.count { $0.what == "'?'" }
    return places.filter { $0.what == "U+FFFD" || marks >= 2 }.prefix(limit).map {
      Finding(
        .warning, "lossy-text", "text is lost: \($0.what) stands in place of a letter",
        at: .init(byte: $0.offset), fix: "get the article again from its publisher")
    }
  }

  private func isInsideWord(_ text: [UInt8], _ offset: Int, length: Int) -> Bool {
    guard let before = text.scalar(before: offset)?.value, Letters.isWord(before),
      offset + length < text.count
    else { return false }
    let after = text.scalar(at: offset + length).value
    return Letters.isWord(after) && !Letters.isUpper(after)
  }
}
