import TextModel
import Vietnamese

/// Further places where a line is cut: labels, lists on one line, dates, quotations, photo credits.
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
      + bullets().map { ($0, "list-mark") } + seams().map { ($0, "glued-lines") }
      + dates().map { ($0, "date") }
      + quotations().map { ($0, "glued-quotation") }
      + TeaserCuts(bytes: bytes, tokens: tokens, rules: rules).cuts().map { ($0, "title-and-text") }
      + tokens.indices.compactMap { stop($0) }.map { ($0, "glued-sentences") }
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

  /// Capitals after small letters in a short line that is no sentence; names of brands aside.
  private func seams() -> [Int] {
    guard tokens.count <= 80, let last = tokens.last, last.kind == .word || scalar(last) != 0x2E
    else { return [] }
    return picture()
      + tokens.flatMap { token in
        token.kind == .word && !cues.isBrand(word(token)) ? seams(token) : []
      }
  }

  /// The same before a space: `T Trần Văn Hậu`.
  private func picture() -> [Int] {
    guard (3...6).contains(tokens.count),
      tokens.allSatisfy({ $0.kind == .word && $0.isCapitalized }),
      case let (first, length) = bytes.scalar(at: tokens[0].start),
      tokens[0].end == tokens[0].start + length, scalar(tokens[1]) == first
    else { return [] }
    return [tokens[1].start]
  }

  /// The end of a first letter that stands before the same letter: a name's picture, `TTrần`.
  private func initial(_ token: Token) -> Int? {
    let (first, length) = bytes.scalar(at: token.start)
    guard Letters.isUpper(first), token.end > token.start + 2 * length,
      bytes.scalar(at: token.start + length).value == first, !token.isAllCapitals,
      table.isSyllable(bytes[(token.start + length)..<token.end])
    else { return nil }
    return token.start + length
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

  /// The number that a title begins with, glued to the one before: `Bạch Đằng5 cung đường`.
  private func numberStart(_ token: Token) -> Int? {
    let digits = word(token).reversed().prefix { Tokenizer.isDigit(UInt32($0)) }.count
    let start = token.end - digits
    guard (1...2).contains(digits), let first = tokens.first, let last = tokens.last,
      token.start > first.end, token.end + 12 < last.start,
      bytes[token.start..<start].contains(where: { $0 >= 0x80 }),
      table.isSyllable(bytes[token.start..<start])
    else { return nil }
    return start
  }

  /// Two small syllables with marks that no line of running text has glued: `giờ trướctuyển sinh`.
  private func gluedSmall(_ token: Token) -> Int? {
    guard !token.isCapitalized, let cut = gluedSyllables(token), cut > token.start + 2,
      cut + 2 < token.end,
      bytes[token.start..<cut].contains(where: { $0 >= 0x80 }),
      bytes[cut..<token.end].contains(where: { $0 >= 0x80 })
    else { return nil }
    return cut
  }

  private func seams(_ token: Token) -> [Int] {
    if let cut = gluedSmall(token) { return [cut] }
    var places = [token.start]
    var previous: UInt32 = 0
    var offset = token.start
    while offset < token.end {
      let (scalar, length) = bytes.scalar(at: offset)
      let isSmallBefore = Letters.isWord(previous) && !Letters.isUpper(previous)
      if offset > token.start, Letters.isUpper(scalar), isSmallBefore { places.append(offset) }
      previous = scalar
      offset += length
    }
    if let letter = initial(token) { return [letter] }
    if let edge = shortFormEnd(token) ?? numberStart(token) { return [edge] }
    places.append(token.end)
    return places.indices.dropFirst().dropLast().filter { index in
      let left = bytes[places[index - 1]..<places[index]]
      let right = bytes[places[index]..<places[index + 1]]
      guard left.count > 1, right.count > 1 else { return false }
      return table.isSyllable(left) || table.isSyllable(right) || min(left.count, right.count) > 4
    }.map { places[$0] }
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

  /// Before each quotation mark that opens right after a word, after each that closes right before a
  /// capital.
  private func quotations() -> [Int] {
    var isInside = false
    return tokens.indices.compactMap { index in
      let mark = scalar(tokens[index])
      guard mark == 0x22 || mark == 0x201C else { return nil }
      if mark == 0x22 { isInside.toggle() }
      guard index > 0, index + 3 < tokens.count, case let next = tokens[index + 1],
        !next.hasSpaceBefore, next.isCapitalized, !tokens[index].hasSpaceBefore
      else { return nil }
      let opens = isInside || mark == 0x201C
      if !opens { return table.isSyllable(word(next)) ? next.start : nil }
      let before = tokens[index - 1]
      return before.kind == .word || [0x2E, 0x3F, 0x21, 0x29].contains(scalar(before))
        ? tokens[index].start : nil
    }
  }

  /// The token before a mark and the points right before it.
  private func lastBefore(_ index: Int) -> Int {
    var before = index - 1
    while before > max(0, index - 4), scalar(tokens[before]) == 0x2E { before -= 1 }
    return before
  }

  /// After a full stop or question mark that a capital or digit is glued to.
  private func stop(_ index: Int) -> Int? {
    let mark = scalar(tokens[index])
    guard [0x2E, 0x3F, 0x21, 0x2026].contains(mark), !tokens[index].hasSpaceBefore, index > 1,
      index + 4 < tokens.count, case let next = tokens[index + 1], !next.hasSpaceBefore,
      case let before = tokens[lastBefore(index)]
    else { return nil }
    if scalar(before) == 0x2F, next.isCapitalized { return next.start }
    let isSmall = before.kind == .word && !before.isCapitalized && table.isSyllable(word(before))
    let isDate = before.kind == .number && word(before).contains(UInt8(ascii: "/"))
    if mark == 0x3F, isSmall, next.kind == .number { return next.start }
    guard next.kind == .word, next.isCapitalized else { return nil }
    let isWord = table.isSyllable(word(next)) && next.end - next.start > 1
    let isName = before.isCapitalized && before.end - before.start > 2 && !next.isAllCapitals
    let isShort =
      isName && isWord && rules.ending(word(before)) == nil && tokens[index + 2].hasSpaceBefore
      && (before.isAllCapitals
        || (table.isSyllable(word(before)) && tokens[index - 1].hasSpaceBefore))
    let isForeign =
      before.kind == .word && !before.isCapitalized && before.end - before.start > 2
      && word(next).contains { $0 >= 0x80 }
    guard isSmall || isDate || isShort || isForeign else { return nil }
    let isShortForm = next.isAllCapitals && tokens[index + 2].hasSpaceBefore
    let isLong = isSmall && next.end - next.start > 3 && tokens[index + 2].hasSpaceBefore
    return isWord || isShortForm || isLong ? next.start : nil
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
