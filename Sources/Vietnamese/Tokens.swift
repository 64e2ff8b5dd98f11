public import TextModel

/// A piece of text between white space or punctuation.
public struct Token: Hashable, Sendable {
  /// What a token is.
  public enum Kind: UInt8, Hashable, Sendable {
    /// Letters, with digits, apostrophes or marks inside: `Nga`, `G7`, `H’leo`.
    case word
    /// Digits, with points, commas, colons or slashes between them: `1.234,5`, `7/12`, `15:09`.
    case number
    /// One punctuation mark or symbol.
    case mark
  }

  /// Where it stands, in bytes.
  public let start: Int
  /// The offset after it.
  public let end: Int
  /// What it is.
  public let kind: Kind
  /// Whether white space stands before it (true for the first).
  public let hasSpaceBefore: Bool
  /// Whether its first letter is a capital.
  public let isCapitalized: Bool
  /// Whether it has two letters or more and all of them are capitals.
  public let isAllCapitals: Bool
  /// The key it is looked up by.
  public let key: MatchKey

  /// Where it stands.
  public var span: TextSpan { TextSpan(start, end) }
}

/// Cuts text into tokens. Complexity: O(n).
public struct Tokenizer: Sendable {
  private let table: SyllableTable

  /// Makes a tokenizer over a syllable table.
  public init(_ table: SyllableTable) { self.table = table }

  /// The tokens of a range of valid UTF-8, in order.
  public func tokens(_ bytes: [UInt8], in range: Range<Int>? = nil) -> [Token] {
    let range = range ?? 0..<bytes.count
    var tokens: [Token] = []
    tokens.reserveCapacity(range.count / 5)
    append(bytes, in: range, to: &tokens)
    return tokens
  }

  /// Puts the tokens of a range onto the end of a list: for many short texts, to make one list only.
  public func append(_ bytes: [UInt8], in range: Range<Int>, to tokens: inout [Token]) {
    var offset = range.lowerBound
    var space = true
    while offset < range.upperBound {
      let (scalar, length) = bytes.scalar(at: offset)
      if Self.isSpace(scalar) {
        space = true
        offset += length
        continue
      }
      let token = token(bytes, at: offset, limit: range.upperBound, hasSpaceBefore: space)
      tokens.append(token)
      offset = token.end
      space = false
    }
  }

  /// The token that starts at an offset where no white space stands and ends before a limit.
  package func token(
    _ bytes: [UInt8], at offset: Int, limit: Int, hasSpaceBefore: Bool = true
  ) -> Token {
    let (scalar, _) = bytes.scalar(at: offset)
    let kind: Token.Kind =
      Self.isDigit(scalar) ? .number : Letters.isWord(scalar) ? .word : .mark
    return token(kind, bytes: bytes, from: offset, limit: limit, space: hasSpaceBefore)
  }

  private func token(
    _ kind: Token.Kind, bytes: [UInt8], from start: Int, limit: Int, space: Bool
  ) -> Token {
    var scan = TokenScan(bytes: bytes, limit: limit, offset: start)
    switch kind {
    case .word: scan.word()
    case .number: scan.number()
    case .mark: scan.offset += bytes.scalar(at: start).length
    }
    let isWord = scan.letters > 0
    return Token(
      start: start, end: scan.offset, kind: isWord ? .word : kind, hasSpaceBefore: space,
      isCapitalized: isWord && Letters.isUpper(bytes.scalar(at: start).value),
      isAllCapitals: scan.letters > 1 && scan.capitals == scan.letters,
      key: table.key(bytes[start..<scan.offset]))
  }

  /// Whether a code point is white space, no-break spaces included.
  public static func isSpace(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || (scalar >= 9 && scalar <= 13) || scalar == 0xA0 || scalar == 0x85
      || (scalar >= 0x2000 && scalar <= 0x200B) || scalar == 0x2028 || scalar == 0x2029
      || scalar == 0x202F || scalar == 0x205F || scalar == 0x3000 || scalar == 0xFEFF
  }

  /// Whether a code point is an ASCII digit.
  public static func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }
}

private struct TokenScan {
  let bytes: [UInt8]
  let limit: Int
  var offset: Int
  var letters = 0
  var capitals = 0

  private var next: (value: UInt32, length: Int)? {
    offset < limit ? bytes.scalar(at: offset) : nil
  }

  private func isWord(at position: Int) -> Bool {
    position < limit && Letters.isWord(bytes.scalar(at: position).value)
  }

  /// Letters and digits; an apostrophe or a stray mark between letters stays inside.
  mutating func word() {
    while let (scalar, length) = next {
      if Letters.isWord(scalar) {
        letters += 1
        if Letters.isUpper(scalar) { capitals += 1 }
      } else if !Tokenizer.isDigit(scalar) {
        let isApostrophe = scalar == 0x27 || scalar == 0x2019
        guard isApostrophe, letters > 0, isWord(at: offset + length) else { return }
      }
      offset += length
    }
  }

  /// Digits with `.`, `,`, `:` or `/` between digits; letters glued to digits make it a word (`4G`).
  mutating func number() {
    while let (scalar, length) = next {
      if Tokenizer.isDigit(scalar) {
        offset += length
        continue
      }
      let isSeparator = scalar == 0x2E || scalar == 0x2C || scalar == 0x3A || scalar == 0x2F
      guard isSeparator, offset + 1 < limit, Tokenizer.isDigit(UInt32(bytes[offset + 1])) else {
        break
      }
      offset += 1
    }
    if isWord(at: offset) { word() }
  }
}
