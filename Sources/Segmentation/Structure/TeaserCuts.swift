import TextModel
import Vietnamese

/// Parts the title of another article from its text, which the page cut short:
/// `Giá gạo tăng mạnh Giá gạo bán lẻ tại nhiều chợ sáng nay …`.
///
/// The text begins after a question mark, with a word that begins sentences and no names, or with the
/// words that the title began with.
struct TeaserCuts: LineReading {
  let bytes: [UInt8]
  let tokens: [Token]
  let rules: SentenceRules

  /// Offsets of the cuts, at most one between two table bars. Complexity: linear in the line.
  func cuts() -> [Int] {
    let parts = tokens.indices.split { bytes[tokens[$0].start] == UInt8(ascii: "|") }
    return parts.compactMap { part in
      guard part.count >= 14, isCutShort(part) else { return nil }
      return part.dropFirst(5).dropLast(6).first { begins($0, after: part.startIndex) }
        .map { tokens[$0].start }
    }
  }

  private func isCutShort(_ part: Range<Int>.SubSequence) -> Bool {
    let last = part.suffix(2).map { scalar(tokens[$0]) }
    return last.last == 0x2026 || last == [0x2E, 0x2E]
  }

  private func begins(_ index: Int, after start: Int) -> Bool {
    let before = tokens[index - 1]
    guard tokens[index].isCapitalized, tokens[index].hasSpaceBefore else { return false }
    if scalar(before) == 0x3F { return true }
    guard before.kind != .mark || scalar(before) == 0x25, !before.isCapitalized else {
      return false
    }
    let isAgain = (0..<3).allSatisfy { tokens[index + $0].key == tokens[start + $0].key }
    return isAgain || rules.isStarter(word(tokens[index]))
  }
}
