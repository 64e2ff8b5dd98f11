import TextModel
import Vietnamese

/// Further places where a line is cut: labels, tags, lists on one line, dates.
struct LineCuts: LineReading {
  let bytes: [UInt8]
  let line: TextSpan
  let tokens: [Token]
  let table: SyllableTable
  let cues: StructureCues
  let rules: SentenceRules

  /// Offsets with the reason of each cut.
  func cuts() -> [(offset: Int, reason: String)] {
    let label = labelEnd()
    let tags = label ?? (startsSmall ? line.start : nil)
    return (label.map { [($0, "label")] } ?? []) + (tags.map { gluedTags(from: $0) } ?? [])
      + bullets().map { ($0, "list-mark") } + smallSeams().map { ($0, "glued-word") }
      + dates().map { ($0, "date") }
      + TeaserCuts(bytes: bytes, tokens: tokens, rules: rules).cuts().map { ($0, "title-and-text") }
  }

  /// A short line that begins with a small letter and is no sentence: tags.
  private var startsSmall: Bool {
    guard let first = tokens.first, tokens.count <= 16, first.kind == .word, !first.isCapitalized
    else { return false }
    return tokens.last.map { $0.kind == .word } ?? false
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

  /// Small letters glued to a word in a short line that is no sentence.
  private func smallSeams() -> [Int] {
    guard tokens.count <= 80, let last = tokens.last, last.kind == .word || scalar(last) != 0x2E
    else { return [] }
    return tokens.compactMap { token in
      guard token.kind == .word, !cues.isBrand(word(token)) else { return nil }
      return gluedSmall(token) ?? shortFormEnd(token)
    }
  }

  /// The end of a short form that a small syllable with marks is glued to: `TP HCMđộng vật`.
  private func shortFormEnd(_ token: Token) -> Int? {
    var end = token.start
    var capitals = 0
    while end < token.end, case let (scalar, length) = bytes.scalar(at: end),
      Letters.isUpper(scalar)
    {
      end += length
      capitals += 1
    }
    let rest = bytes[end..<token.end]
    let last = bytes[token.start..<end].scalar(before: end)?.length ?? 0
    if table.isSyllable(bytes[(end - last)..<token.end]) { return nil }
    return capitals > 1 && rest.contains { $0 >= 0x80 } && table.isSyllable(rest) ? end : nil
  }

  /// Two small syllables with marks that no line of running text has glued: `giờ trướctuyển sinh`.
  private func gluedSmall(_ token: Token) -> Int? {
    guard !token.isCapitalized, let cut = gluedSyllables(token), cut > token.start + 2,
      cut + 2 < token.end, !Letters.isUpper(bytes.scalar(at: cut).value),
      bytes[token.start..<cut].contains(where: { $0 >= 0x80 }),
      bytes[cut..<token.end].contains(where: { $0 >= 0x80 })
    else { return nil }
    return cut
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
    let numbers = tokens.filter { $0.kind == .number }
    guard tokens.count <= 40, numbers.count >= 3 || numbers.contains(where: { $0.span.count >= 4 }),
      let run = DateRun.find(in: tokens, bytes: bytes, cues: cues),
      run.isTimed || run.lowerBound == 0
    else { return [] }
    var cuts: [Int] = []
    let isLast = run.upperBound == tokens.count && (run.lowerBound <= 7 || isFullDate(run))
    let before = tokens[..<run.lowerBound]
    if run.lowerBound > 0, !run.skipsWords, isLast || before.allSatisfy({ mayStandBeside($0) }) {
      cuts.append(tokens[run.lowerBound].start)
    }
    let rest = tokens[run.upperBound...].drop { scalar($0) == 0x5D }
    if let first = rest.first, first.kind != .mark, first.isCapitalized, rest.count <= 24 {
      cuts.append(first.start)
    }
    return cuts
  }

  /// A date with its year and a time of day, and nothing of a sentence in it.
  private func isFullDate(_ run: DateRun) -> Bool {
    let text = folded(tokens[run.lowerBound].start..<tokens[run.upperBound - 1].end)
    return DateShapes.hasFullDate(text) && text.holds("#:#")
      && (tokens[run.lowerBound].isCapitalized
        || !tokens[run.lowerBound...].contains { $0.kind == .word })
  }

  /// Names, sections and marks stand beside a date; running text does not.
  private func mayStandBeside(_ token: Token) -> Bool {
    token.kind == .mark || (token.kind == .word && token.isCapitalized)
      || cues.isSection(folded(line.start..<token.end))
  }
}

/// A date with the words, times and marks around it.
struct DateRun {
  let lowerBound: Int
  let upperBound: Int
  /// Whether a time or the name of a day stands with it.
  let isTimed: Bool
  /// Whether words of dates right before it do not belong to it.
  let skipsWords: Bool

  /// The first run of date words and numbers that holds a full date.
  static func find(in tokens: [Token], bytes: [UInt8], cues: StructureCues) -> DateRun? {
    var start = 0
    while start < tokens.count {
      var end = start
      while end < tokens.count, isPart(tokens[end], bytes, cues) { end += 1 }
      if end > start {
        var last = end
        while last > start, tokens[last - 1].kind == .mark,
          ![0x29, 0x5D].contains(bytes[tokens[last - 1].start])
        {
          last -= 1
        }
        var first = start
        while first < last, !isHead(tokens, first, bytes) { first += 1 }
        let day = (first..<last).first { tokens[$0].isCapitalized && $0 > first }
        if let day, day > start, !tokens[day].isAllCapitals, last - day > 3,
          !tokens[first].isCapitalized
        {
          (start, first) = (day, day)
        }
        if first < last {
          let span = TextSpan(tokens[first].start, tokens[last - 1].end)
          let text = Piece.fold(String(decoding: bytes[span.range], as: UTF8.self))
          if DateShapes.hasFullDate(text) {
            let isTimed = DateShapes.hasTime(text) || tokens[first].kind == .word
            return DateRun(
              lowerBound: first, upperBound: last, isTimed: isTimed,
              skipsWords: tokens[start..<first].contains { $0.kind == .word })
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
      [0x2C, 0x2D, 0x7C, 0x28, 0x29, 0x3A, 0x2B, 0x2F, 0x2E, 0x2022, 0x2013, 0x5B, 0x5D]
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
