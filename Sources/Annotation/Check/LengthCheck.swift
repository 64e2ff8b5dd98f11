import TextModel

/// Compares the length of a translation with that of its sentence: an engine that stops early, or goes on
/// by itself, shows there.
///
/// English has 0.70 words for each syllable or number of Vietnamese in the middle of 484 news segments
/// that people translated; two of them lie outside the bounds.
struct LengthCheck {
  let span: TextSpan
  /// Syllables, words and numbers of the Vietnamese.
  let count: Int
  let english: String

  /// Shorter sentences say nothing, in syllables.
  private static let least = 8
  private static let bounds = 0.35...1.3

  func findings() -> [CheckFinding] {
    guard count >= Self.least else { return [] }
    let words = wordCount
    let ratio = Double(words) / Double(count)
    if Self.bounds.contains(ratio) { return [] }
    let isShort = ratio < Self.bounds.lowerBound
    return [
      CheckFinding(
        side: .target, span: TextSpan(0, english.utf8.count),
        finding: Finding(
          .warning, isShort ? "too-short" : "too-long",
          "the English has \(words) words for \(count) syllables of Vietnamese",
          fix: isShort ? "look for what is missing" : "look for what was added"))
    ]
  }

  /// Runs of letters, digits and apostrophes.
  private var wordCount: Int {
    var count = 0
    var isInside = false
    for scalar in english.unicodeScalars {
      let value = scalar.value
      let isWord =
        value < 0x80
        ? scalar == "'" || (0x30...0x39).contains(value) || (0x61...0x7A).contains(value | 0x20)
        : value == 0x2019 || value >= 0xC0 && !(0x2000...0x206F).contains(value)
      if isWord, !isInside { count += 1 }
      isInside = isWord
    }
    return count
  }
}
