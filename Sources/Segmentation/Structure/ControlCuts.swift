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
      if let previous, isSeam(previous, scalar) || offset - start == 4 && endsTime(start, bytes) {
        parts.append(TextSpan(start, offset))
        start = offset
      }
      previous = scalar
      offset += length
    }
    parts.append(TextSpan(start, token.end))
    return parts
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
    guard let first = tokens.first, tokens.count >= 2 || first.end - first.start > 6 else {
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
    guard atoms.count <= 40 else { return [] }
    for start in atoms.indices.dropFirst() where isStart(atoms, start) {
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
        || (Tokenizer.isDigit(first) && isWord(atoms[index - 1])
          && atoms[index...].count(where: isWord) >= 2)
    }
    return index <= 6 && atoms[index...].count(where: isWord) >= 2
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
