import TextModel
import Vietnamese

/// Parts credits from the text they stand beside on one line: photo credits before a sentence, and
/// agencies, names and addresses after the last one.
struct CreditCuts: LineReading {
  let bytes: [UInt8]
  let line: TextSpan
  let tokens: [Token]
  let table: SyllableTable
  let cues: StructureCues
  let rules: SentenceRules
  let words: WordPairs

  /// Offsets with the reason of each cut.
  func cuts() -> [(offset: Int, reason: String)] {
    (photoCredits() + sourceCredits()).map { ($0, "photo-credit") }
      + [agency(), name(), source(), address()].compactMap { $0 }.map { ($0, "credit") }
  }

  /// After `(Ảnh: …)` when a sentence follows.
  private func photoCredits() -> [Int] {
    tokens.indices.compactMap { index in
      guard scalar(tokens[index]) == 0x29, index + 5 < tokens.count,
        case let next = scalar(tokens[index + 1]) == 0x2E ? index + 2 : index + 1,
        tokens[next].kind == .word, tokens[next].isCapitalized,
        let open = tokens[max(0, index - 30)..<index].lastIndex(where: { scalar($0) == 0x28 }),
        open + 2 < index, cues.isCreditWord(word(tokens[open + 1])),
        scalar(tokens[open + 2]) == 0x3A
      else { return nil }
      return tokens[next].start
    }
  }

  /// After `Ảnh: Reuters` when a sentence follows: the source is known.
  private func sourceCredits() -> [Int] {
    tokens.indices.compactMap { index in
      guard scalar(tokens[index]) == 0x3A, index > 0, cues.isCreditWord(word(tokens[index - 1]))
      else { return nil }
      if let next = afterName(index + 1) ?? afterPlainName(index) { return next }
      let ends = (index + 1..<min(index + 5, tokens.count)).reversed()
      guard
        let last = ends.first(where: {
          cues.outlets[folded(tokens[index + 1].start..<tokens[$0].end)] != nil
        })
      else { return nil }
      var next = last + 1
      if next < tokens.count, scalar(tokens[next]) == 0x2E { next += 1 }
      guard next + 6 < tokens.count, tokens[next].isCapitalized else { return nil }
      return tokens[next].start
    }
  }

  /// The sentence after one to five capitalized words and a full stop: `Ảnh: Lê An. Theo …`.
  private func afterName(_ start: Int) -> Int? {
    let name = tokens[start...].prefix(9).prefix {
      ($0.kind == .word && $0.isCapitalized) || [0x2F, 0x2D].contains(scalar($0))
    }
    let stop = start + name.count
    guard (1...7).contains(name.count), stop + 7 < tokens.count, scalar(tokens[stop]) == 0x2E,
      tokens[stop + 1].isCapitalized, tokens[stop - 1].end - tokens[stop - 1].start > 1
    else { return nil }
    return tokens[stop + 1].start
  }

  /// The sentence after a name without a full stop: `. Ảnh: Lê An Ba người bị thương`.
  ///
  /// It begins with the first word behind the name that begins sentences, else with the last
  /// capital, or the last two where they are one word: `Hà Nội`.
  private func afterPlainName(_ colon: Int) -> Int? {
    guard colon >= 6, tokens[colon - 2].kind == .mark, tokens.last.map(isStop) ?? false else {
      return nil
    }
    let source = tokens[(colon + 1)...].prefix(8)
    let (start, name) = (source.startIndex, source.prefix { $0.kind == .word && $0.isCapitalized })
    let end = name.endIndex
    if name.contains(where: isGlued) { return nil }
    let starter = source.indices.dropFirst().first {
      rules.isStarter(word(tokens[$0])) && tokens[$0].isCapitalized && tokens[$0].hasSpaceBefore
    }
    if let starter, starter + 6 < tokens.count { return tokens[starter].start }
    guard end + 6 < tokens.count, tokens[end].kind == .word, (2...6).contains(name.count) else {
      return nil
    }
    if name.count == 2 {
      return name[start].isAllCapitals && !name[start + 1].isAllCapitals
        ? name[start + 1].start : nil
    }
    if name.prefix(2).allSatisfy(\.isAllCapitals) {
      return name.first { !$0.isAllCapitals }?.start
    }
    let isPair = end - start >= 4 && words.contains(tokens[end - 2].key, tokens[end - 1].key)
    let first = isPair ? end - 2 : end - 1
    return (2...4).contains(first - start) ? tokens[first].start : nil
  }

  /// Two capitals and a small letter: the name and the sentence have no space between them.
  private func isGlued(_ token: Token) -> Bool {
    guard token.isCapitalized, !token.isAllCapitals else { return false }
    let first = bytes.scalar(at: token.start).length
    return token.end > token.start + first
      && Letters.isUpper(bytes.scalar(at: token.start + first).value)
  }

  /// Before `(TTXVN)` at the end of a line, after a full stop; after `./.`.
  private func agency() -> Int? {
    guard let last = tokens.last, scalar(last) == 0x29,
      let open = tokens.suffix(12).lastIndex(where: { scalar($0) == 0x28 }), open > 8,
      isStop(tokens[open - 1]), open + 1 < tokens.count - 1,
      !cues.isCreditWord(word(tokens[open + 1]))
    else { return nil }
    let inner = folded(tokens[open + 1].start..<last.start)
    if open + 2 < tokens.count - 1, cues.isSourceWord(word(tokens[open + 1])),
      tokens[(open + 1)..<(tokens.count - 1)].allSatisfy({
        $0.kind == .mark || $0.isCapitalized || $0 == tokens[open + 1]
      })
    {
      return tokens[open].start
    }
    return cues.stampRole(inner) == .credit || cues.outlets[inner] != nil
      || inner.split(separator: "/").contains { cues.outlets[String($0)] != nil }
      ? tokens[open].start : nil
  }

  /// Before a name of two to four syllables, perhaps with its agency, after the last full stop of a
  /// paragraph.
  private func name() -> Int? {
    guard let stop = tokens.suffix(14).lastIndex(where: { isStop($0) }), stop > 10,
      case let words = tokens[(stop + 1)...].prefix(while: { $0.kind == .word }),
      (2...4).contains(words.count), isAgency(tokens[words.endIndex...])
    else { return nil }
    let isName = words.allSatisfy {
      $0.kind == .word && $0.isCapitalized
        && table.isSyllable(Array(folded($0.span.range).utf8)[...])
    }
    return isName ? tokens[stop + 1].start : nil
  }

  /// Nothing, or what stands behind a name: `(TTXVN)`, `/VOV-ĐBSCL`.
  private func isAgency(_ rest: ArraySlice<Token>) -> Bool {
    guard let first = rest.first, let last = rest.last else { return true }
    return scalar(first) == 0x28 && scalar(last) == 0x29
      || scalar(first) == 0x2F && rest.allSatisfy { $0.kind == .mark || $0.isAllCapitals }
  }

  /// Before `Theo Reuters` or `Bài và ảnh: Lê An` after the last full stop of a paragraph.
  private func source() -> Int? {
    guard let last = tokens.last, !isStop(last),
      let stop = tokens.suffix(12).lastIndex(where: { isStop($0) }), stop > 10,
      stop + 2 < tokens.count, tokens[stop + 1].isCapitalized
    else { return nil }
    let rest = tokens[(stop + 1)...]
    let text = folded(rest[stop + 1].start..<last.end)
    let isLabel = cues.matching(text, words: rest.count).contains {
      $0.role == .credit && $0.match == .prefix && $0.weight >= 6 && $0.text.hasSuffix(":")
    }
    let isSource =
      cues.isSourceWord(word(rest[stop + 1])) && !cues.isCreditWord(word(rest[stop + 1]))
      && rest.allSatisfy { $0.kind == .mark || $0.isCapitalized || $0.kind == .number }
    return isLabel || isSource ? rest[stop + 1].start : nil
  }

  private func isStop(_ token: Token) -> Bool {
    [0x2E, 0x21, 0x3F, 0x201D].contains(scalar(token))
  }

  /// Before an address that follows a name on a short line, be it without a space: an address has only
  /// small Latin letters, so it begins behind the syllable that has the last other letter.
  private func address() -> Int? {
    guard tokens.count <= 20, let at = tokens.firstIndex(where: { scalar($0) == 0x40 }), at > 0,
      let first = tokens[..<at].lastIndex(where: { $0.hasSpaceBefore }),
      case let range = tokens[first].start..<tokens[at].start
    else { return nil }
    let local = bytes[range].lastIndex { !Self.mayStandInAddress($0) }
    guard let local else { return first > 0 ? range.lowerBound : nil }
    let places = (local + 1)..<range.upperBound
    guard bytes[local] >= 0x80 || Letters.isUpper(UInt32(bytes[local])) else { return nil }
    return places.last { table.isSyllable(lower(range.lowerBound..<$0)) }
  }

  private func lower(_ range: Range<Int>) -> ArraySlice<UInt8> { Array(folded(range).utf8)[...] }

  private static func mayStandInAddress(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
      || [0x2E, 0x2D, 0x5F].contains(byte)
  }
}
