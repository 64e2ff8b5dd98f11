import TextModel
import Vietnamese

/// Cuts text into the same tokens as `Tokenizer`; known spellings are not taken apart.
struct WordScanner {
  private enum Class: UInt8 {
    case other, letter, two, three, space, mark
  }

  private let numbers: SyllableNumbers
  private let tokenizer: Tokenizer
  private let classes: [Class]

  init(numbers: SyllableNumbers, tokenizer: Tokenizer) {
    self.numbers = numbers
    self.tokenizer = tokenizer
    classes = (0..<256).map { Self.classOf(UInt8($0)) }
  }

  private static func classOf(_ byte: UInt8) -> Class {
    switch byte {
    case 9...13, 0x20: return .space
    // Digits and the apostrophe: the tokenizer knows what they belong to.
    case 0x30...0x39, 0x27: return .other
    case 0xC3...0xC6: return .two
    case 0xE1: return .three
    case 0x80...: return .other
    default: return Letters.isWord(UInt32(byte)) ? .letter : .mark
    }
  }

  /// The tokens of a range of valid UTF-8. Complexity: O(n).
  func tokens(_ bytes: [UInt8], in range: Range<Int>) -> [WordToken] {
    var tokens: [WordToken] = []
    tokens.reserveCapacity(range.count / 5 + 8)
    var offset = range.lowerBound
    var isFirst = true
    var startsLine = true
    while offset < range.upperBound {
      let byte = bytes[offset]
      if classes[Int(byte)] == .space {
        if byte == 0x0A { startsLine = true }
        offset += 1
        continue
      }
      if byte >= 0x80 {
        let (scalar, length) = bytes.scalar(at: offset)
        if Tokenizer.isSpace(scalar) {
          offset += length
          continue
        }
      }
      var token = token(bytes, at: offset, limit: range.upperBound)
      token.isFirst = isFirst || startsLine
      token.startsLine = startsLine
      tokens.append(token)
      isFirst = token.shape == .mark && (byte == 0x2E || byte == 0x21 || byte == 0x3F)
      startsLine = false
      offset = token.end
    }
    return tokens
  }

  /// The match key of a token.
  func key(_ token: WordToken, _ bytes: [UInt8]) -> MatchKey {
    if SyllableNumbers.isKnown(token.number) { return numbers.keys[Int(token.number)] }
    return tokenizer.token(bytes, at: token.start, limit: token.end).key
  }

  @inline(__always)
  private func token(_ bytes: [UInt8], at start: Int, limit: Int) -> WordToken {
    var hash = FeatureHash()
    if classes[Int(bytes[start])] == .mark {
      hash.add(bytes[start])
      let number = numbers.find(spelling: hash.value)?.number ?? SyllableNumbers.unknown
      return WordToken(
        start: start, end: start + 1, number: number, shape: .mark, isFirst: false,
        startsLine: false)
    }
    if let end = run(bytes, from: start, limit: limit, &hash),
      let found = numbers.find(spelling: hash.value)
    {
      return WordToken(
        start: start, end: end, number: found.number, shape: found.shape, isFirst: false,
        startsLine: false)
    }
    let token = tokenizer.token(bytes, at: start, limit: limit)
    return WordToken(
      start: start, end: token.end, number: numbers.number(token.key),
      shape: WordToken.Shape(token, bytes), isFirst: false, startsLine: false)
  }

  /// The end of a run of letters that a space, a mark or nothing follows; nil when it is not so plain.
  @inline(__always)
  private func run(
    _ bytes: [UInt8], from start: Int, limit: Int, _ hash: inout FeatureHash
  ) -> Int? {
    var offset = start
    while offset < limit {
      let byte = bytes[offset]
      switch classes[Int(byte)] {
      case .letter:
        hash.add(byte)
        offset += 1
      case .two:
        guard offset + 1 < limit else { return nil }
        let second = bytes[offset + 1]
        // U+00D7 and U+00F7 are signs.
        if byte == 0xC3, second == 0x97 || second == 0xB7 { return nil }
        hash.add(byte)
        hash.add(second)
        offset += 2
      case .three:
        // U+1E80 to U+1EFF are letters.
        guard offset + 2 < limit, bytes[offset + 1] == 0xBA || bytes[offset + 1] == 0xBB else {
          return nil
        }
        hash.add(byte)
        hash.add(bytes[offset + 1])
        hash.add(bytes[offset + 2])
        offset += 3
      case .space, .mark: return offset > start ? offset : nil
      case .other: return nil
      }
    }
    return offset
  }
}
