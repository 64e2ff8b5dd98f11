import TextModel

/// Compares the quotation marks of a sentence with those of its translation.
struct QuotationCheck {
  let bytes: [UInt8]
  let span: TextSpan
  let english: String

  func findings() -> [CheckFinding] {
    let source = Self.marks(String(decoding: bytes[span.range], as: UTF8.self))
    let target = Self.marks(english)
    if source == target { return [] }
    let isMissing = target < source
    let side: CheckFinding.Side = isMissing ? .source : .target
    return [
      CheckFinding(
        side: side, span: isMissing ? span : TextSpan(0, english.utf8.count),
        finding: Finding(
          .warning, isMissing ? "quotation-missing" : "quotation-added",
          "the Vietnamese has \(source) quotation mark\(source == 1 ? "" : "s"), the English \(target)",
          fix: "mark the same words as quoted"))
    ]
  }

  /// Double marks; single ones are apostrophes too often.
  private static func marks(_ text: String) -> Int {
    text.unicodeScalars.count { [0x22, 0x201C, 0x201D, 0x201E, 0xAB, 0xBB].contains($0.value) }
  }
}
