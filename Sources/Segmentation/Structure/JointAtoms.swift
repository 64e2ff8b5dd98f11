import TextModel
import Vietnamese

/// The smallest part of a line for the search for joints: a token, or a part of one that a seam parts
/// from the rest: `bão|Ghi`, `HCM|Trong`, `ảnh|1`.
struct JointAtom {
  let start: Int
  let end: Int
  let kind: Token.Kind
  let hasSpaceBefore: Bool
  let isCapitalized: Bool
  let isAllCapitals: Bool
  let key: MatchKey
  /// What it looks like, as a letter that stands for it in names of features.
  let look: UInt8
  /// The same in fewer classes.
  let coarse: UInt8

  /// Ends a sentence: a full stop, question or exclamation mark, an ellipsis.
  var isStop: Bool { coarse == UInt8(ascii: ".") }
}

/// Cuts a line into atoms.
struct JointAtoms {
  let bytes: [UInt8]
  let table: SyllableTable
  let cues: StructureCues

  /// The atoms of the tokens of a line. Complexity: linear in the line.
  func atoms(_ tokens: [Token]) -> [JointAtom] {
    tokens.flatMap { token in
      let edges = [token.start] + (token.kind == .mark ? [] : seams(token)) + [token.end]
      return zip(edges, edges.dropFirst()).map { atom($0..<$1, of: token) }
    }
  }

  /// A capital after a small letter, a change between letters and digits, the last capital before a
  /// small letter; the digits and separators of a number stay together, and so do names such as
  /// `VietinBank`.
  private func seams(_ token: Token) -> [Int] {
    let head = numberEnd(token)
    var places = head > token.start && head < token.end ? [head] : []
    var (before, offset) = (UInt32(0), head)
    while offset < token.end {
      let (scalar, length) = bytes.scalar(at: offset)
      let isUpper = Letters.isUpper(scalar)
      let isDigitBefore = Tokenizer.isDigit(before)
      if offset > head {
        let rises = isUpper && !Letters.isUpper(before) && !isDigitBefore
        let isShort = isUpper && Letters.isUpper(before) && isSmall(offset + length, token.end)
        if rises || isShort || isDigitBefore != Tokenizer.isDigit(scalar) { places.append(offset) }
      }
      before = scalar
      offset += length
    }
    return places.isEmpty || cues.isName(bytes[token.start..<token.end]) ? [] : places
  }

  /// Where the digits that a token begins with end, with points and the like between them.
  private func numberEnd(_ token: Token) -> Int {
    var end = token.start
    while end < token.end {
      let isSeparator = [0x2E, 0x2C, 0x3A, 0x2F].contains(bytes[end])
      let isInside =
        isSeparator && end > token.start && end + 1 < token.end
        && Tokenizer.isDigit(UInt32(bytes[end + 1]))
      guard Tokenizer.isDigit(UInt32(bytes[end])) || isInside else { break }
      end += 1
    }
    return end
  }

  private func isSmall(_ offset: Int, _ end: Int) -> Bool {
    guard offset < end, case let scalar = bytes.scalar(at: offset).value else { return false }
    return Letters.isWord(scalar) && !Letters.isUpper(scalar)
  }

  private func atom(_ range: Range<Int>, of token: Token) -> JointAtom {
    let word = bytes[range]
    let first = bytes.scalar(at: range.lowerBound).value
    let kind: Token.Kind =
      token.kind == .mark ? .mark : Tokenizer.isDigit(first) ? .number : .word
    let isCapitalized = kind == .word && Letters.isUpper(first)
    let isAll = isCapitalized && isAllCapitals(range)
    let look =
      switch kind {
      case .mark: Self.look(ofMark: first)
      case .number: Self.look(ofNumber: word)
      case .word: look(ofWord: word, isCapitalized: isCapitalized, isAllCapitals: isAll)
      }
    return JointAtom(
      start: range.lowerBound, end: range.upperBound, kind: kind,
      hasSpaceBefore: token.hasSpaceBefore && range.lowerBound == token.start,
      isCapitalized: isCapitalized, isAllCapitals: isAll,
      key: range == token.span.range ? token.key : table.key(word), look: look,
      coarse: Self.coarse(look))
  }

  private func isAllCapitals(_ range: Range<Int>) -> Bool {
    var (offset, count) = (range.lowerBound, 0)
    while offset < range.upperBound {
      let (scalar, length) = bytes.scalar(at: offset)
      if Letters.isWord(scalar), !Letters.isUpper(scalar) { return false }
      count += 1
      offset += length
    }
    return count > 1
  }

  // MARK: Looks

  private func look(
    ofWord word: ArraySlice<UInt8>, isCapitalized: Bool, isAllCapitals: Bool
  ) -> UInt8 {
    let isSyllable = table.isSyllable(word)
    guard isCapitalized else { return UInt8(ascii: isSyllable ? "s" : "f") }
    if isAllCapitals { return UInt8(ascii: "A") }
    let isLetter = word.count == bytes.scalar(at: word.startIndex).length
    return UInt8(ascii: isLetter ? "I" : isSyllable ? "C" : "F")
  }

  private static func look(ofNumber number: ArraySlice<UInt8>) -> UInt8 {
    if number.count(where: { $0 == UInt8(ascii: "/") }) == 2 { return UInt8(ascii: "d") }
    return UInt8(ascii: number.contains(UInt8(ascii: ":")) ? "t" : "n")
  }

  private static func look(ofMark mark: UInt32) -> UInt8 {
    switch mark {
    case 0x2026: UInt8(ascii: "~")
    case 0x201D: UInt8(ascii: "}")
    case 0x201C: UInt8(ascii: "{")
    case 0x2013, 0x2014: UInt8(ascii: "-")
    case 0x2022, 0xB7: UInt8(ascii: "|")
    case 0xBB, 0x203A, 0x25BA, 0x25B6, 0x2192: UInt8(ascii: ">")
    case 0xA9: UInt8(ascii: "@")
    case 0x40: UInt8(ascii: "&")
    case let mark where mark < 0x80 && known.contains(UInt8(mark)): UInt8(mark)
    default: UInt8(ascii: "o")
    }
  }

  private static let known = Set(".?!)]\":,;-/|>#%+([*".utf8)

  private static func coarse(_ look: UInt8) -> UInt8 {
    switch Unicode.Scalar(look) {
    case ".", "?", "!", "~": UInt8(ascii: ".")
    case ")", "]", "}", "\"", "%": UInt8(ascii: ")")
    case "s", "f": UInt8(ascii: "s")
    case "C", "F", "I": UInt8(ascii: "C")
    case "n", "d", "t": UInt8(ascii: "n")
    case "A": UInt8(ascii: "A")
    default: UInt8(ascii: "m")
    }
  }
}
