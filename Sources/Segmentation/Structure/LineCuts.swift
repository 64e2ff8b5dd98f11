import TextModel
import Vietnamese

/// Further places where a line is cut: labels, lists on one line, dates, quotations, photo credits.
struct LineCuts {
  let bytes: [UInt8]
  let line: TextSpan
  let tokens: [Token]
  let table: SyllableTable
  let cues: StructureCues

  /// Offsets with the reason of each cut.
  func cuts() -> [(offset: Int, reason: String)] {
    let label = labelEnd()
    return (label.map { [($0, "label")] + gluedTags(from: $0) } ?? [])
      + bullets().map { ($0, "list-mark") }
      + dates().map { ($0, "date") }
      + quotations().map { ($0, "glued-quotation") }
      + tokens.indices.compactMap { stop($0) }.map { ($0, "glued-sentences") }
      + photoCredits().map { ($0, "photo-credit") }
  }

  private func scalar(_ token: Token) -> UInt32 { bytes.scalar(at: token.start).value }
  private func word(_ token: Token) -> ArraySlice<UInt8> { bytes[token.start..<token.end] }
  private func folded(_ range: Range<Int>) -> String {
    Piece.fold(String(decoding: bytes[range], as: UTF8.self))
  }

  /// The end of a label over tags on the same line: `Từ khóa: giá vàng`.
  private func labelEnd() -> Int? {
    guard let colon = tokens.prefix(6).first(where: { scalar($0) == 0x3A }), colon.end < line.end,
      cues.isTagLabel(folded(line.start..<colon.end))
    else { return nil }
    return colon.end
  }

  /// Tags glued to each other: `giá vàngvàng nhẫn`.
  private func gluedTags(from start: Int) -> [(offset: Int, reason: String)] {
    tokens.filter { $0.start >= start && $0.kind == .word }.compactMap { token in
      gluedSyllables(token).map { ($0, "glued-word") }
    }
  }

  /// The only place where a word that is no syllable falls into two.
  private func gluedSyllables(_ token: Token) -> Int? {
    guard token.end - token.start > 4, !table.isSyllable(word(token)) else { return nil }
    let places = (token.start + 2..<token.end - 1).filter {
      bytes[$0] & 0xC0 != 0x80 && table.isSyllable(bytes[token.start..<$0])
        && table.isSyllable(bytes[$0..<token.end])
    }
    return places.count == 1 ? places[0] : nil
  }

  /// Before each further `#`, `*`, `•` or `>>` of a line that begins with the same mark.
  private func bullets() -> [Int] {
    guard let first = tokens.first, first.kind == .mark,
      [0x23, 0x2A, 0x2022, 0x3E].contains(scalar(first))
    else { return [] }
    let mark = scalar(first)
    return tokens.indices.dropFirst().filter { index in
      scalar(tokens[index]) == mark && scalar(tokens[index - 1]) != mark
        && index + 1 < tokens.count && tokens[index + 1].kind != .mark || isPair(index, mark)
    }.map { tokens[$0].start }
  }

  /// The first mark of a later `>>`.
  private func isPair(_ index: Int, _ mark: UInt32) -> Bool {
    scalar(tokens[index]) == mark && scalar(tokens[index - 1]) != mark && index + 1 < tokens.count
      && scalar(tokens[index + 1]) == mark
  }

  /// Before and after a date with its time in a short line: `Trần Lam Thứ Ba 27/02/2024, 15:20`.
  private func dates() -> [Int] {
    guard tokens.count <= 40,
      let run = DateRun.find(in: tokens, bytes: bytes, cues: cues),
      run.isTimed || run.lowerBound == 0
    else { return [] }
    var cuts: [Int] = []
    let isLast = run.upperBound == tokens.count && run.lowerBound <= 7
    let before = tokens[..<run.lowerBound]
    if run.lowerBound > 0, isLast || before.allSatisfy({ mayStandBeside($0) }) {
      cuts.append(tokens[run.lowerBound].start)
    }
    let rest = tokens[run.upperBound...]
    if let first = rest.first, first.kind != .mark, first.isCapitalized, rest.count <= 24 {
      cuts.append(first.start)
    }
    return cuts
  }

  /// Names, sections and marks stand beside a date; running text does not.
  private func mayStandBeside(_ token: Token) -> Bool {
    token.kind == .mark || (token.kind == .word && token.isCapitalized)
      || cues.isSection(folded(line.start..<token.end))
  }

  /// Before each quotation mark that opens right after a word.
  private func quotations() -> [Int] {
    var isInside = false
    return tokens.indices.filter { index in
      let mark = scalar(tokens[index])
      guard mark == 0x22 || mark == 0x201C else { return false }
      if mark == 0x22 { isInside.toggle() }
      guard isInside || mark == 0x201C, !tokens[index].hasSpaceBefore, index > 0,
        tokens[index - 1].kind == .word, index + 3 < tokens.count,
        case let next = tokens[index + 1]
      else { return false }
      return !next.hasSpaceBefore && next.isCapitalized
    }.map { tokens[$0].start }
  }

  /// After a full stop or question mark that a capital or digit is glued to.
  private func stop(_ index: Int) -> Int? {
    let mark = scalar(tokens[index])
    guard mark == 0x2E || mark == 0x3F || mark == 0x21, !tokens[index].hasSpaceBefore, index > 1,
      index + 4 < tokens.count, case let next = tokens[index + 1], !next.hasSpaceBefore,
      case let before = tokens[index - 1]
    else { return nil }
    let isSmall = before.kind == .word && !before.isCapitalized && table.isSyllable(word(before))
    let isDate = before.kind == .number && word(before).contains(UInt8(ascii: "/"))
    if mark == 0x3F, isSmall, next.kind == .number { return next.start }
    guard next.kind == .word, next.isCapitalized, isSmall || isDate else { return nil }
    let isWord = table.isSyllable(word(next)) && next.end - next.start > 1
    let isShortForm = next.isAllCapitals && next.end - next.start > 2
    return isWord || (isShortForm && tokens[index + 2].hasSpaceBefore) ? next.start : nil
  }

  /// After `(Ảnh: …)` when a sentence follows.
  private func photoCredits() -> [Int] {
    tokens.indices.compactMap { index in
      guard scalar(tokens[index]) == 0x29, index + 4 < tokens.count,
        tokens[index + 1].kind == .word, tokens[index + 1].isCapitalized,
        let open = tokens[max(0, index - 30)..<index].lastIndex(where: { scalar($0) == 0x28 }), open + 2 < index,
        cues.isCreditWord(word(tokens[open + 1])), scalar(tokens[open + 2]) == 0x3A
      else { return nil }
      return tokens[index + 1].start
    }
  }
}

/// A date with the words, times and marks around it.
struct DateRun {
  let lowerBound: Int
  let upperBound: Int
  /// Whether a time or the name of a day stands with it.
  let isTimed: Bool

  /// The first run of date words and numbers that holds a full date.
  static func find(in tokens: [Token], bytes: [UInt8], cues: StructureCues) -> DateRun? {
    var start = 0
    while start < tokens.count {
      var end = start
      while end < tokens.count, isPart(tokens[end], bytes, cues) { end += 1 }
      if end > start {
        var last = end
        while last > start, tokens[last - 1].kind == .mark, bytes[tokens[last - 1].start] != 0x29 {
          last -= 1
        }
        var first = start
        while first < last, !isHead(tokens, first, bytes) { first += 1 }
        if first < last {
          let span = TextSpan(tokens[first].start, tokens[last - 1].end)
          let text = Piece.fold(String(decoding: bytes[span.range], as: UTF8.self))
          if DateShapes.hasFullDate(text) {
            let isTimed = DateShapes.hasTime(text) || tokens[first].kind == .word
            return DateRun(lowerBound: first, upperBound: last, isTimed: isTimed)
          }
        }
      }
      start = max(end, start + 1)
    }
    return nil
  }

  private static func isPart(_ token: Token, _ bytes: [UInt8], _ cues: StructureCues) -> Bool {
    switch token.kind {
    case .number: true
    case .word: cues.isDateWord(bytes[token.start..<token.end]) || isTime(token, bytes)
    case .mark:
      [0x2C, 0x2D, 0x7C, 0x28, 0x29, 0x3A, 0x2B, 0x2F, 0x2E, 0x2022, 0x2013]
        .contains(bytes.scalar(at: token.start).value)
    }
  }

  /// `14h30`, `7h`.
  private static func isTime(_ token: Token, _ bytes: [UInt8]) -> Bool {
    let text = Piece.fold(String(decoding: bytes[token.start..<token.end], as: UTF8.self))
    return DateShapes.isTimeOnly(text)
  }

  /// A run begins with a number, or with a capitalized word before another part: `Thứ`, `Ngày`.
  private static func isHead(_ tokens: [Token], _ index: Int, _ bytes: [UInt8]) -> Bool {
    let token = tokens[index]
    if token.kind == .word, index + 1 < tokens.count, tokens[index + 1].kind == .mark {
      return isTime(token, bytes)
    }
    return token.kind == .number
      || (token.kind == .word && (token.isCapitalized || isTime(token, bytes)))
  }
}
