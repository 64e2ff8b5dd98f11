import TextModel
import Vietnamese

/// The tokens of a sentence with their text, as the readers of values see them.
///
/// Every question may be asked past the end; the answer is no.
struct TokenText {
  let tokens: [Token]
  let bytes: [UInt8]

  var count: Int { tokens.count }

  /// The text of a token, empty past the end.
  func string(_ index: Int) -> String {
    guard tokens.indices.contains(index) else { return "" }
    return String(decoding: bytes[tokens[index].span.range], as: UTF8.self)
  }

  /// The text of a run of tokens with what stands between them.
  func string(_ range: Range<Int>) -> String {
    guard !range.isEmpty, range.upperBound <= count else { return "" }
    let start = tokens[range.lowerBound].start
    return String(decoding: bytes[start..<tokens[range.upperBound - 1].end], as: UTF8.self)
  }

  /// Whether a token is one ASCII character.
  func isMark(_ index: Int, _ character: Unicode.Scalar) -> Bool {
    tokens.indices.contains(index) && tokens[index].end - tokens[index].start == 1
      && UInt32(bytes[tokens[index].start]) == character.value
  }

  /// Whether a token is a hyphen or an en dash.
  func isDash(_ index: Int) -> Bool {
    if isMark(index, "-") { return true }
    return tokens.indices.contains(index) && tokens[index].kind == .mark
      && bytes[tokens[index].span.range].elementsEqual([0xE2, 0x80, 0x93])
  }

  /// Whether a token stands right after the one before.
  func touches(_ index: Int) -> Bool {
    index > 0 && tokens.indices.contains(index) && !tokens[index].hasSpaceBefore
  }

  func isNumber(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind == .number
  }

  /// Whether a token begins with a digit.
  func startsWithDigit(_ index: Int) -> Bool {
    tokens.indices.contains(index)
      && Tokenizer.isDigit(UInt32(bytes[tokens[index].start]))
  }

  /// The value of a token of at most nine digits.
  func integer(_ index: Int) -> Int? {
    guard isNumber(index) else { return nil }
    return Self.integer(bytes[tokens[index].span.range])
  }

  /// The numbers of a token between single separators, such as `7/12/2021`; nil when it has others.
  func numbers(_ index: Int, separator: Unicode.Scalar) -> [Int]? {
    guard isNumber(index) else { return nil }
    var result: [Int] = []
    for part in bytes[tokens[index].span.range].split(
      separator: UInt8(ascii: separator), omittingEmptySubsequences: false)
    {
      guard let number = Self.integer(part) else { return nil }
      result.append(number)
    }
    return result
  }

  /// The numbers of `23-10` or `23-10-2013` from a token, at most three, and the token after them.
  func dashedNumbers(_ index: Int) -> (numbers: [Int], end: Int)? {
    guard let first = integer(index) else { return nil }
    var (numbers, end) = ([first], index + 1)
    while numbers.count < 3, isDash(end), touches(end), touches(end + 1),
      let number = integer(end + 1)
    {
      numbers.append(number)
      end += 2
    }
    return (numbers, end)
  }

  private static func integer(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count < 10 else { return nil }
    var value = 0
    for digit in digits {
      guard Tokenizer.isDigit(UInt32(digit)) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }

  /// The value of a Roman numeral up to 39, nil for other words.
  func roman(_ index: Int) -> Int? {
    let text = string(index)
    guard !text.isEmpty, text.count < 7 else { return nil }
    var value = 0
    var last = 0
    for letter in text.unicodeScalars.reversed() {
      let digit: Int
      switch letter {
      case "I": digit = 1
      case "V": digit = 5
      case "X": digit = 10
      default: return nil
      }
      value += digit < last ? -digit : digit
      last = max(last, digit)
    }
    return value > 0 ? value : nil
  }
}
