import TextModel
import Vietnamese

/// Parts page controls that stand on one line: `FacebookTwitterPrintCopy Link`, `Share0Lưu`,
/// `Nghe đọc bài 5:21 1x`.
///
/// A line is cut only where all of it, or its end from a capital on, is made of known phrases.
struct ControlCuts {
  let bytes: [UInt8]
  let tokens: [Token]
  let cues: StructureCues

  /// The smallest parts: words cut at inner capitals and digits, and marks.
  private var atoms: [TextSpan] {
    tokens.flatMap { token in
      token.kind == .mark || token.kind == .number ? [token.span] : Self.atoms(token, bytes)
    }
  }

  private static func atoms(_ token: Token, _ bytes: [UInt8]) -> [TextSpan] {
    var parts: [TextSpan] = []
    var start = token.start
    var offset = token.start
    var previous: UInt32?
    while offset < token.end {
      let (scalar, length) = bytes.scalar(at: offset)
      let isShortForm =
        previous.map(Letters.isUpper) ?? false && Letters.isUpper(scalar)
        && offset + length < token.end && isSmall(bytes.scalar(at: offset + length).value)
      if let previous,
        isShortForm || isSeam(previous, scalar) || offset - start == 4 && endsTime(start, bytes)
      {
        parts.append(TextSpan(start, offset))
        start = offset
      }
      previous = scalar
      offset += length
    }
    parts.append(TextSpan(start, token.end))
    return parts
  }

  private static func isSmall(_ scalar: UInt32) -> Bool {
    Letters.isWord(scalar) && !Letters.isUpper(scalar)
  }

  /// Four bytes that are a time, such as `5:21`.
  private static func endsTime(_ start: Int, _ bytes: [UInt8]) -> Bool {
    bytes[start + 1] == UInt8(ascii: ":") && Tokenizer.isDigit(UInt32(bytes[start + 3]))
  }

  /// A capital after a small letter, or a change between letters and digits.
  private static func isSeam(_ before: UInt32, _ after: UInt32) -> Bool {
    let isDigitBefore = Tokenizer.isDigit(before)
    let isDigitAfter = Tokenizer.isDigit(after)
    if isDigitBefore || isDigitAfter {
      return isDigitBefore ? Letters.isWord(after) : isDigitAfter && Letters.isWord(before)
    }
    return Letters.isUpper(after) && !Letters.isUpper(before)
  }

  /// Where the line is cut; empty when it is not made of controls.
  func cuts() -> [Int] {
    guard let first = tokens.first, tokens.count >= 2 || first.end - first.start >= 4 else {
      return []
    }
    let atoms = atoms
    let head = controls(atoms.prefix(24), sections: true)
    if head.end == atoms.endIndex { return head.starts.dropFirst().map { atoms[$0].start } }
    if !head.starts.isEmpty, head.end < atoms.endIndex, isSeam(atoms, head.end),
      hasLetters(atoms[head.starts[0]..<head.end])
    {
      return head.starts.dropFirst().map { atoms[$0].start } + [atoms[head.end].start]
    }
    if let menu = menu(atoms) { return menu }
    guard atoms.count <= 40 else { return [] }
    for start in atoms.indices.dropFirst()
    where isStart(atoms, start) && bytes[atoms[start - 1].start] != 0x2C {
      let tail = controls(atoms[start...], sections: false)
      if tail.end == atoms.endIndex { return tail.starts.map { atoms[$0].start } }
    }
    return []
  }

  private func isSeam(_ atoms: [TextSpan], _ index: Int) -> Bool {
    atoms[index - 1].end == atoms[index].start && isWord(atoms[index - 1])
      && Letters.isUpper(bytes.scalar(at: atoms[index].start).value)
  }

  private func hasLetters(_ atoms: ArraySlice<TextSpan>) -> Bool { atoms.contains(where: isWord) }

  /// A place inside the line where controls may begin: a capital or digit; two words or more to
  /// come, or glued to the word before.
  private func isStart(_ atoms: [TextSpan], _ index: Int) -> Bool {
    let first = bytes.scalar(at: atoms[index].start).value
    guard Letters.isUpper(first) || Tokenizer.isDigit(first) else { return false }
    if atoms[index - 1].end == atoms[index].start {
      return isSeam(atoms, index)
        || (Letters.isUpper(first) && isNumber(atoms[index - 1]) && atoms[index].count > 2)
        || (Tokenizer.isDigit(first) && isWord(atoms[index - 1])
          && atoms[index...].count(where: isWord) >= 2)
    }
    let words = atoms[index...].count(where: isWord)
    if index <= 6 || words > 2 { return words >= 2 }
    return words == 2 && (isCount(atoms, index) || isSmallBeforeCapital(atoms, index))
  }

  /// A number and a small word: `25 phút trước`.
  private func isCount(_ atoms: [TextSpan], _ index: Int) -> Bool {
    isNumber(atoms[index]) && index + 1 < atoms.count && !isFirst(atoms[index + 1])
  }

  /// Small letters, a word with a capital and a small one: the capital begins a control, not a name.
  private func isSmallBeforeCapital(_ atoms: [TextSpan], _ index: Int) -> Bool {
    index + 1 < atoms.count && isWord(atoms[index - 1]) && !isFirst(atoms[index - 1])
      && isWord(atoms[index + 1]) && !isFirst(atoms[index + 1])
  }

  private func isNumber(_ atom: TextSpan) -> Bool {
    Tokenizer.isDigit(bytes.scalar(at: atom.start).value)
  }

  private func isWord(_ atom: TextSpan) -> Bool {
    Letters.isWord(bytes.scalar(at: atom.start).value)
  }

  /// The first atoms of the phrases that atoms begin with, longest first, and where they end.
  private func controls(
    _ atoms: ArraySlice<TextSpan>, sections: Bool
  ) -> (starts: [Int], end: Int) {
    var starts: [Int] = []
    var index = atoms.startIndex
    var isNumber = false
    var unknown = 0
    while index < atoms.endIndex {
      if isSeparator(atoms[index]), !starts.isEmpty {
        index += 1
        continue
      }
      let limit = min(atoms.endIndex, index + 9)
      let mayOpen = cues.mayOpen(bytes[atoms[index].start..<atoms[index].end])
      let last = (index..<(mayOpen ? limit : index)).reversed().first {
        isPhrase(atoms[index].start..<atoms[$0].end, sections: sections)
      }
      guard let last, isFirst(atoms[index]) || starts.isEmpty else {
        guard starts.count > unknown * 2 + 1, isFirst(atoms[index]) else { return (starts, index) }
        let next = nextControl(atoms, after: index, sections: sections)
        let isLast = next == nil && starts.count > 2 && atoms.endIndex - index <= 8
        guard next != nil || isLast else { return (starts, index) }
        starts.append(index)
        unknown += 1
        index = next ?? atoms.endIndex
        continue
      }
      let isNextNumber = !hasLetters(atoms[index...last])
      if isNumber, isNextNumber { return ([], atoms.startIndex) }
      isNumber = isNextNumber
      starts.append(index)
      index = last + 1
    }
    return (starts, index)
  }

  /// The items of a line that is a menu: three known phrases or more, and twice as many as others of
  /// up to four words. Every item begins with a capital, a digit or a mark.
  ///
  /// The cut with the fewest unknown items, then with the fewest items, is found by dynamic
  /// programming. Complexity: linear in the line.
  private func menu(_ atoms: [TextSpan]) -> [Int]? {
    guard (6...72).contains(atoms.count), atoms.count(where: mayOpen) >= 3 else { return nil }
    var best = [0] + [Int?](repeating: nil, count: atoms.count)
    var from = [Int](repeating: 0, count: atoms.count + 1)
    var isKnown = [Bool](repeating: false, count: atoms.count + 1)
    for start in atoms.indices where isFirst(atoms[start]) {
      guard let cost = best[start] else { continue }
      let isWord = isWord(atoms[start])
      for end in (start + 1)...min(start + 9, atoms.count) {
        guard end == atoms.count || isFirst(atoms[end]) else { continue }
        let known =
          isWord && mayOpen(atoms[start])
          && isPhrase(atoms[start].start..<atoms[end - 1].end, sections: true)
        let isMark = end == start + 1 && isSeparator(atoms[start])
        guard known || isMark || isWord && end - start <= 4 else { continue }
        let total = cost + (isMark ? 0 : known ? 1 : 100)
        if total < best[end] ?? .max {
          (best[end], from[end], isKnown[end]) = (total, start, known)
        }
      }
    }
    guard best[atoms.count] != nil else { return nil }
    var starts: [Int] = []
    var (known, unknown) = (0, 0)
    var end = atoms.count
    while end > 0 {
      let isMark = end == from[end] + 1 && isSeparator(atoms[from[end]])
      if !isMark { if isKnown[end] { known += 1 } else { unknown += 1 } }
      if !isMark { starts.append(atoms[from[end]].start) }
      end = from[end]
    }
    guard known >= 3, known >= unknown * 2 else { return nil }
    return starts.reversed().dropFirst().map { $0 }
  }

  private func mayOpen(_ atom: TextSpan) -> Bool { cues.mayOpen(bytes[atom.start..<atom.end]) }

  /// Where the next known phrase begins behind a menu's item of at most four words that is not known.
  private func nextControl(
    _ atoms: ArraySlice<TextSpan>, after index: Int, sections: Bool
  ) -> Int? {
    (index + 1..<index + 5).first { next in
      next < atoms.endIndex && isFirst(atoms[next])
        && cues.mayOpen(bytes[atoms[next].start..<atoms[next].end])
        && (next..<min(next + 4, atoms.endIndex)).contains {
          isPhrase(atoms[next].start..<atoms[$0].end, sections: sections)
        }
    }
  }

  /// A phrase after another begins with a capital, a digit or a mark.
  private func isFirst(_ atom: TextSpan) -> Bool {
    let scalar = bytes.scalar(at: atom.start).value
    return !(Unicode.Scalar(scalar)?.properties.isLowercase ?? false)
  }

  private func isPhrase(_ range: Range<Int>, sections: Bool) -> Bool {
    cues.isPhrase(Piece.fold(String(decoding: bytes[range], as: UTF8.self)), sections: sections)
  }

  private func isSeparator(_ atom: TextSpan) -> Bool {
    let scalar = bytes.scalar(at: atom.start).value
    return !Letters.isWord(scalar) && !Tokenizer.isDigit(scalar) && scalar != 0x28
      && scalar != 0x23
  }
}
