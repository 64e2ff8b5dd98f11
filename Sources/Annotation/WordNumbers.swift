import TextModel
import Vietnamese

/// Numbers the words of many short texts by their match keys.
///
/// A word of up to fifteen bytes between spaces is cut and parsed the first time only: a glossary says
/// most of its syllables many times.
struct WordNumbers: Sendable {
  /// A word of a text: its number, and what its capitals are.
  struct Word: Sendable {
    let number: Int32
    let isCapitalized: Bool
    /// Whether it is all capitals or no word at all, so that it may stand in an acronym.
    let isLoud: Bool
  }

  /// A word seen before, by its bytes and, in the highest byte, their number; free when both are 0.
  private struct Seen {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var word = Word(number: 0, isCapitalized: false, isLoud: false)
  }

  /// By number: the match key.
  private(set) var keys: [UInt64] = []
  /// By number: whether the word begins with a digit.
  private(set) var isDigit: [Bool] = []
  private let tokenizer: Tokenizer
  private var numbers = IntegerTable(capacity: 8192)
  private var seen = [Seen](repeating: Seen(), count: 1 << 14)
  private var seenCount = 0
  private var tokens: [Token] = []

  init(_ tokenizer: Tokenizer) { self.tokenizer = tokenizer }

  /// Puts the words of a range of valid UTF-8 onto the end of a list.
  mutating func append(_ bytes: [UInt8], in range: Range<Int>, to words: inout [Word]) {
    var start = range.lowerBound
    while start < range.upperBound {
      var (low, high): (UInt64, UInt64) = (0, 0)
      var end = start
      while end < range.upperBound, bytes[end] != 0x20 {
        let step = UInt64(end - start)
        if step < 8 {
          low |= UInt64(bytes[end]) << (step * 8)
        } else if step < 15 {
          high |= UInt64(bytes[end]) << (step * 8 - 64)
        }
        end += 1
      }
      high |= UInt64(min(end - start, 16)) << 56
      if end > start { append(bytes, start..<end, low, high, to: &words) }
      start = end + 1
    }
  }

  private mutating func append(
    _ bytes: [UInt8], _ piece: Range<Int>, _ low: UInt64, _ high: UInt64, to words: inout [Word]
  ) {
    let isShort = piece.count <= 15
    if isShort, case let found = seen[slot(low, high)], found.low == low, found.high == high {
      return words.append(found.word)
    }
    tokens.removeAll(keepingCapacity: true)
    tokenizer.append(bytes, in: piece, to: &tokens)
    for token in tokens { words.append(word(token, bytes)) }
    if isShort, tokens.count == 1, tokens[0].start == piece.lowerBound,
      tokens[0].end == piece.upperBound, let word = words.last
    {
      remember(Seen(low: low, high: high, word: word))
    }
  }

  private mutating func word(_ token: Token, _ bytes: [UInt8]) -> Word {
    var number = numbers[token.key.value]
    if number == IntegerTable.none {
      number = Int32(keys.count)
      numbers.set(token.key.value, number)
      keys.append(token.key.value)
      isDigit.append(false)
    }
    if Tokenizer.isDigit(UInt32(bytes[token.start])) { isDigit[Int(number)] = true }
    return Word(
      number: number, isCapitalized: token.isCapitalized,
      isLoud: token.isAllCapitals || token.kind != .word)
  }

  @inline(__always)
  private func slot(_ low: UInt64, _ high: UInt64) -> Int {
    var hash = (low ^ high &* 0xBF58_476D_1CE4_E5B9) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 32
    let mask = seen.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while seen[index].high != 0, seen[index].low != low || seen[index].high != high {
      index = (index + 1) & mask
    }
    return index
  }

  private mutating func remember(_ word: Seen) {
    if seenCount * 2 >= seen.count {
      let old = seen
      seen = [Seen](repeating: Seen(), count: old.count * 2)
      for kept in old where kept.high != 0 { seen[slot(kept.low, kept.high)] = kept }
    }
    seen[slot(word.low, word.high)] = word
    seenCount += 1
  }
}
