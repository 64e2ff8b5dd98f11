import TextModel
import Vietnamese

/// Numbers the syllables, and other tokens, that a lexicon or a model knows.
///
/// Spellings met before are found by one look at a hash of their bytes, without taking them apart.
struct SyllableNumbers: Sendable {
  /// The number of everything that is not known and no Vietnamese syllable.
  static let unknown: Int32 = 0
  /// The number of all syllables that are not known.
  static let unknownSyllable: Int32 = 1

  /// The match keys by number.
  private(set) var keys: [MatchKey] = [.none, .none]
  private var byKey: IntegerTable
  /// Number and shape by the hash of a spelling: `number << 3 | shape`.
  private var bySpelling: IntegerTable

  /// How many numbers there are, those of the unknown among them.
  var count: Int { keys.count }

  init(capacity: Int = 1 << 13) {
    byKey = IntegerTable(capacity: capacity)
    bySpelling = IntegerTable(capacity: capacity * 2)
  }

  /// The number of a key; one of the two for the unknown when it has none.
  func number(_ key: MatchKey) -> Int32 {
    let number = byKey[key.value]
    if number != IntegerTable.none { return number }
    return key.isSyllable ? Self.unknownSyllable : Self.unknown
  }

  /// Whether a number stands for one syllable only.
  static func isKnown(_ number: Int32) -> Bool { number > unknownSyllable }

  /// Number and shape of a spelling by its hash; nil when it was not met.
  @inline(__always)
  func find(spelling hash: UInt64) -> (number: Int32, shape: WordToken.Shape)? {
    let found = bySpelling[hash]
    guard found >= 0, let shape = WordToken.Shape(rawValue: UInt8(found & 7)) else { return nil }
    return (found >> 3, shape)
  }

  /// The number of a token, a new one when it has none; its spelling, small and with a capital, is kept.
  mutating func insert(_ token: Token, _ bytes: [UInt8]) -> Int32 {
    var hash = FeatureHash()
    hash.add(bytes[token.start..<token.end])
    if let known = find(spelling: hash.value) { return known.number }
    var number = byKey[token.key.value]
    if number == IntegerTable.none {
      number = Int32(keys.count)
      keys.append(token.key)
      byKey.set(token.key.value, number)
    }
    bySpelling.set(hash.value, number << 3 | Int32(WordToken.Shape(token, bytes).rawValue))
    if token.kind == .word {
      let small = Self.lower(bytes[token.start..<token.end])
      remember(small[...], number, .small)
      if let capital = Self.capitalized(small) { remember(capital[...], number, .capital) }
    }
    return number
  }

  private mutating func remember(
    _ spelling: ArraySlice<UInt8>, _ number: Int32, _ shape: WordToken.Shape
  ) {
    var hash = FeatureHash()
    hash.add(spelling)
    bySpelling.set(hash.value, number << 3 | Int32(shape.rawValue))
  }

  private static func lower(_ word: ArraySlice<UInt8>) -> [UInt8] {
    String(decoding: word, as: UTF8.self).unicodeScalars.reduce(into: []) { result, scalar in
      result += String(Character(Unicode.Scalar(Letters.lower(scalar.value)) ?? scalar)).utf8
    }
  }

  /// The word with a capital; nil when its first letter has none.
  private static func capitalized(_ small: [UInt8]) -> [UInt8]? {
    let text = String(decoding: small, as: UTF8.self)
    guard let first = text.unicodeScalars.first else { return nil }
    let upper = first.properties.uppercaseMapping
    guard upper.unicodeScalars.count == 1, upper.unicodeScalars.first != first else { return nil }
    return Array(upper.utf8) + String(first).utf8.reduce(small[...]) { rest, _ in rest.dropFirst() }
  }
}
