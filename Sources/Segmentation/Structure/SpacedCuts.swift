import TextModel
import Vietnamese

/// Neighbours that only a space parts: a section or heading before a title, a place before the first
/// sentence.
///
/// Running text has a capital behind a small word too. So the cut must be seen from both sides: a
/// phrase that is complete before it, and behind it a word that begins no name.
struct SpacedCuts: LineReading {
  let bytes: [UInt8]
  let line: TextSpan
  let tokens: [Token]
  let cues: StructureCues
  let rules: SentenceRules
  let words: WordPairs
  /// How many lines of running text the page had so far.
  let prose: Int

  /// Offsets with the reason of each cut. Complexity: linear in the line.
  func cuts() -> [(offset: Int, reason: String)] {
    guard tokens.count >= 3 else { return [] }
    let time = prose >= 2 ? time().map { [($0, "date")] } ?? [] : []
    guard tokens[0].isCapitalized else { return time }
    if endsSentence {
      return prose < 2 ? place().map { [($0, "stamp")] } ?? [] : []
    }
    guard tokens.count <= 60 else { return [] }
    return [heading() ?? label(), section(), lastLabel()].compactMap { $0 }.map { ($0, "controls") }
  }

  private var endsSentence: Bool {
    tokens.last.map { [0x2E, 0x21].contains(scalar($0)) } ?? false
  }

  /// A capital that no further capital follows, where the two words are one of the lexicon or the
  /// first begins sentences: `Cao tốc`, `Những ngày`; not `Việt Nam`, `Nga tăng`.
  private func beginsText(_ index: Int) -> Bool {
    guard index > 0, index + 1 < tokens.count,
      case let (first, next) = (tokens[index], tokens[index + 1]),
      first.kind == .word, first.isCapitalized, first.hasSpaceBefore, !first.isAllCapitals,
      next.kind == .word, !next.isCapitalized, next.hasSpaceBefore,
      !words.contains(tokens[index - 1].key, first.key)
    else { return false }
    return rules.isStarter(word(first)) || words.contains(first.key, next.key)
  }

  /// The end of a place before the first sentence: `Đồng Nai Bốn xe tải`.
  private func place() -> Int? {
    guard tokens.count >= 12 else { return nil }
    return (1...4).first { count in
      beginsText(count)
        && cues.stampRole(folded(line.start..<tokens[count - 1].end)) == .dateline
    }.map { tokens[$0].start }
  }

  /// The end of a section before the headline: `Thời sự Cao tốc cửa ngõ ùn tắc sau va chạm`.
  private func section() -> Int? {
    guard tokens.count >= 8 else { return nil }
    return (1...5).first { count in
      beginsText(count) && cues.isSection(folded(line.start..<tokens[count - 1].end))
    }.map { tokens[$0].start }
  }

  /// The end of a time or date before a title: `12 phút trước Lũ quét ở Malawi`, `(21/02/2024) Ra quân`.
  private func time() -> Int? {
    let first = tokens[0].kind == .number ? 0 : scalar(tokens[0]) == 0x28 ? 1 : tokens.count
    guard first < tokens.count, tokens[first].kind == .number,
      let next = tokens.prefix(6).firstIndex(where: \.isCapitalized), next > first,
      next + 3 < tokens.count, tokens[next].hasSpaceBefore
    else { return nil }
    let text = folded(line.start..<tokens[next - 1].end)
    return (first == 0 ? cues.control(text) != nil && next > 2 : DateShapes.hasFullDate(text))
      ? tokens[next].start : nil
  }

  /// The label of tags at the end of a line: `Bài và ảnh: Hà Lê Vân Từ khóa:`.
  private func lastLabel() -> Int? {
    guard let last = tokens.last, scalar(last) == 0x3A else { return nil }
    return tokens.indices.suffix(5).dropLast(1).first { index in
      index > 1 && tokens[index].isCapitalized && tokens[index].hasSpaceBefore
        && scalar(tokens[index - 1]) != 0x2C
        && cues.control(folded(tokens[index].start..<tokens[tokens.count - 2].end)) != nil
    }.map { tokens[$0].start }
  }

  /// The end of a heading in capitals, or of one over links below the text: `TIN LIÊN QUAN Uống đủ nước`.
  private func heading() -> Int? {
    let limit = min(6, tokens.count - 2)
    return (1...limit).reversed().first { count in
      let (last, next) = (tokens[count - 1], tokens[count])
      guard last.kind == .word, next.kind != .mark, next.hasSpaceBefore, !next.isAllCapitals,
        let cue = cues.control(folded(line.start..<last.end))
      else { return false }
      let isHeading = cue.opens == .links || cue.opens == .tags
      if tokens[..<count].allSatisfy(\.isAllCapitals) { return isHeading || count > 1 }
      guard count > 1, next.isCapitalized, tokens.count - count >= 3 else { return false }
      return prose >= 2 && (isHeading || !last.isCapitalized && beginsText(count))
    }.map { tokens[$0].start }
  }

  /// The end of a label with its colon: `Các tin khác: Trồng thử giống sen`, `Video:Công an`.
  private func label() -> Int? {
    guard let colon = tokens.prefix(8).firstIndex(where: { scalar($0) == 0x3A }), colon > 0,
      colon + 3 < tokens.count, !cues.isCreditWord(word(tokens[colon - 1])),
      case let next = tokens[colon + 1], next.isCapitalized || next.kind == .mark,
      let cue = cues.control(folded(line.start..<tokens[colon - 1].end))
        ?? cues.control(folded(line.start..<tokens[colon].end)),
      cue.opens == .tags || !next.hasSpaceBefore
    else { return nil }
    return next.start
  }
}
