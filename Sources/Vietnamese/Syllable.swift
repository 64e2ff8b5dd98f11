public import TextModel

/// A Vietnamese syllable taken apart: onset, rime and tone.
public struct Syllable: Hashable, Sendable {
  /// The onset, up to three base letters of five bits each; `qu` and `gi` count as onsets.
  public let onset: UInt32
  /// The rime without tone, up to four base letters of five bits each.
  public let rime: UInt32
  /// The tone.
  public let tone: Tone

  /// Base letters packed in five bits each, first letter highest.
  static func pack(_ text: some StringProtocol) -> UInt32 {
    text.reduce(0) { $0 << 5 | UInt32(Letters.code(of: $1)) }
  }

  static func unpack(_ packed: UInt32) -> String {
    var rest = packed
    var letters: [Character] = []
    while rest != 0 {
      letters.append(Letters.bases[Int(rest & 31) - 1])
      rest >>= 5
    }
    return String(letters.reversed())
  }

  /// The onset as text.
  public var onsetText: String { Self.unpack(onset) }
  /// The rime as text, without tone.
  public var rimeText: String { Self.unpack(rime) }
}

/// The syllables that Vietnamese can have.
///
/// A syllable is valid when its onset and rime are in the tables, go together in spelling, its tone
/// fits a stopped coda, and the tone mark stands on the letter where one of the two accepted
/// placements (`hòa`, `hoà`) puts it. Sources: Đoàn Thiện Thuật, *Ngữ âm tiếng Việt* (1977) for onsets
/// and rimes; the spelling rules of the general dictionary for k/c, gh/g, ngh/ng, y/i.
public struct SyllableTable: Sendable {
  /// How an onset restricts the letter after it.
  private enum Class: UInt8 { case none, any, front, back, glide }

  /// By packed onset: its class; 0x10 is added where `y` may follow for `i`.
  private let onsets: [UInt8]
  /// A bit for each packed rime.
  private let rimes: [UInt64]
  private let letters: [UInt16]

  private static let yBit: UInt8 = 0x10
  private static let i = bit("i")
  private static let y = bit("y")
  private static let e = bit("ê")
  private static let front = bit("e") | bit("ê") | bit("i") | bit("y")
  private static let stops = bit("c") | bit("p") | bit("t")
  private static let shaped = bit("ă") | bit("â") | bit("ê") | bit("ô") | bit("ơ") | bit("ư")
  private static let gi = Syllable.pack("gi")
  private static let qu = Syllable.pack("qu")
  private static let openPairs = ["oa", "oe", "uy"].map { Syllable.pack($0) }
  private static let ch = Syllable.pack("ch")

  private static func bit(_ letter: Character) -> UInt32 { 1 << UInt32(Letters.code(of: letter)) }

  /// Reads the tables: `onsets` with columns onset, before, y; `rimes` with column rime.
  public init(onsets: DataTable, rimes: DataTable) {
    var classes = [UInt8](repeating: 0, count: 1 << 15)
    classes[0] = Class.any.rawValue | Self.yBit
    for row in onsets.rows {
      let kind: Class =
        switch row["before"] {
        case "front": .front
        case "back": .back
        case "glide": .glide
        default: .any
        }
      classes[Int(Syllable.pack(row["onset"]))] =
        kind.rawValue | (row["y"] == "yes" ? Self.yBit : 0)
    }
    var bits = [UInt64](repeating: 0, count: 1 << 14)
    for row in rimes.rows {
      let rime = Int(Syllable.pack(row["rime"]))
      bits[rime >> 6] |= 1 << UInt64(rime & 63)
    }
    self.onsets = classes
    self.rimes = bits
    letters = Letters.packed
  }

  /// Takes a word apart; nil when it is no possible Vietnamese syllable. Case does not matter.
  /// - Parameter bytes: the UTF-8 of one word, in Normalization Form C.
  public func parse(_ bytes: ArraySlice<UInt8>) -> Syllable? {
    var word = InlineLetters()
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
      let (scalar, length) = bytes.scalar(at: offset)
      guard scalar < Letters.limit, case let packed = letters[Int(scalar)], packed != 0,
        word.append(packed)
      else { return nil }
      offset += length
    }
    return parse(word)
  }

  /// Takes a word apart; nil when it is no possible Vietnamese syllable.
  public func parse(_ word: String) -> Syllable? { parse(Array(word.utf8)[...]) }

  private func parse(_ word: InlineLetters) -> Syllable? {
    let split = split(word)
    guard split < word.count, split <= 3, word.count - split <= 4 else { return nil }
    let onset = word.base(0..<split)
    let rime = word.base(split..<word.count)
    let entry = onsets[Int(onset)]
    guard let kind = Class(rawValue: entry & 0xF), kind != .none,
      rimes[Int(rime) >> 6] & (1 << UInt64(rime & 63)) != 0
    else { return nil }
    let first = word.bit(split)
    switch kind {
    case .front where first & Self.front == 0, .back where first & Self.front != 0: return nil
    case .glide where word.base(split..<(split + 1)) == UInt32(Letters.code(of: "u")): return nil
    default: break
    }
    if first == Self.y, onset != Self.qu, entry & Self.yBit == 0 { return nil }
    guard let tone = tone(of: word, from: split) else { return nil }
    if tone != .acute, tone != .dot, isStopped(word) { return nil }
    return Syllable(onset: onset, rime: rime, tone: tone)
  }

  /// How many letters the onset has.
  private func split(_ word: InlineLetters) -> Int {
    var split = 0
    while split < word.count, word.bit(split) & Letters.vowelSet == 0 { split += 1 }
    guard split == 1, word.count > 2 else { return split }
    let pair = word.base(0..<2)
    if pair == Self.qu { return word.tone(1) == 0 ? 2 : 0 }
    if pair == Self.gi, word.tone(1) == 0, word.bit(2) & Letters.vowelSet != 0,
      word.bit(2) != Self.e
    {
      return 2
    }
    return split
  }

  private func isStopped(_ word: InlineLetters) -> Bool {
    if word.bit(word.count - 1) & Self.stops != 0 { return true }
    return word.count > 1 && word.base((word.count - 2)..<word.count) == Self.ch
  }

  /// The tone, when at most one letter bears it and that letter may.
  private func tone(of word: InlineLetters, from split: Int) -> Tone? {
    var marked: Int?
    for index in 0..<word.count where word.tone(index) != 0 {
      if marked != nil || index < split { return nil }
      marked = index
    }
    guard let marked else { return .level }
    var vowels = split
    while vowels < word.count, word.bit(vowels) & Letters.vowelSet != 0 { vowels += 1 }
    guard marked < vowels, mayBearTone(marked, word, vowels: split..<vowels) else { return nil }
    return Tone(rawValue: word.tone(marked))
  }

  private func mayBearTone(_ index: Int, _ word: InlineLetters, vowels: Range<Int>) -> Bool {
    if let last = vowels.last(where: { word.bit($0) & Self.shaped != 0 }) { return index == last }
    let hasCoda = vowels.upperBound < word.count
    switch vowels.count {
    case 1: return true
    case 2 where hasCoda: return index == vowels.lowerBound + 1
    case 2: return index == vowels.lowerBound || Self.openPairs.contains(word.base(vowels))
    default: return index == vowels.lowerBound + 1
    }
  }
}

/// Up to eight packed letters without an allocation; the longest syllable has seven.
private struct InlineLetters {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private(set) var count = 0

  private func packed(_ index: Int) -> UInt16 {
    UInt16(truncatingIfNeeded: (index < 4 ? low : high) >> UInt64((index & 3) * 16))
  }

  /// The base letter as a bit.
  func bit(_ index: Int) -> UInt32 { 1 << UInt32(packed(index) & 31) }
  func tone(_ index: Int) -> UInt8 { UInt8(truncatingIfNeeded: packed(index) >> 5 & 7) }

  mutating func append(_ letter: UInt16) -> Bool {
    guard count < 8 else { return false }
    let value = UInt64(letter) << UInt64((count & 3) * 16)
    if count < 4 { low |= value } else { high |= value }
    count += 1
    return true
  }

  func base(_ range: Range<Int>) -> UInt32 {
    range.reduce(0) { $0 << 5 | UInt32(packed($1) & 31) }
  }
}

extension SyllableTable {
  /// Whether a word is a possible Vietnamese syllable.
  public func isSyllable(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty && parse(bytes) != nil
  }
}
