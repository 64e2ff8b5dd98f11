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
  private let sets = LetterSets()

  private static let yBit: UInt8 = 0x10

  /// Letters as bits and groups of letters as packed letters: stored, since a syllable is parsed far
  /// more often than a static value should be asked for.
  private struct LetterSets {
    let vowels = Letters.vowelSet
    let y = bit("y")
    let e = bit("ê")
    let u = UInt32(Letters.code(of: "u"))
    let front = bit("e") | bit("ê") | bit("i") | bit("y")
    let stops = bit("c") | bit("p") | bit("t")
    let shaped = bit("ă") | bit("â") | bit("ê") | bit("ô") | bit("ơ") | bit("ư")
    let gi = Syllable.pack("gi")
    let qu = Syllable.pack("qu")
    let oa = Syllable.pack("oa")
    let oe = Syllable.pack("oe")
    let uy = Syllable.pack("uy")
    let ch = Syllable.pack("ch")

    private static func bit(_ letter: Character) -> UInt32 { 1 << UInt32(Letters.code(of: letter)) }
  }

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
  public func parse(_ bytes: ArraySlice<UInt8>) -> Syllable? { read(bytes) }

  /// Takes a word apart that stands in a text, without a copy of it.
  package func parse(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Syllable? { read(bytes) }

  /// Takes a word apart; nil when it is no possible Vietnamese syllable.
  public func parse(_ word: String) -> Syllable? { parse(Array(word.utf8)[...]) }

  /// Takes a word apart that may bear its tone mark on any letter, as in `lơì`, `qúy` and `gìau`.
  /// It is no syllable in good spelling, but it can mean only one.
  func parseMisplaced(_ bytes: ArraySlice<UInt8>) -> Syllable? { read(bytes, tone: .anywhere) }

  /// Where the tone mark of a syllable may stand.
  private enum TonePlace { case accepted, anywhere }

  private func read<Bytes: Collection<UInt8>>(
    _ bytes: Bytes, tone place: TonePlace = .accepted
  ) -> Syllable? where Bytes.Index == Int {
    var word = InlineLetters()
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
      let (scalar, length) = bytes.scalar(at: offset)
      guard scalar < letters.count, case let packed = letters[Int(scalar)], packed != 0,
        word.append(packed)
      else { return nil }
      offset += length
    }
    if place == .anywhere, word.markedLetter == nil { return nil }
    return parse(word, place)
  }

  private func parse(_ word: InlineLetters, _ place: TonePlace) -> Syllable? {
    let split = split(word, place)
    guard split < word.count, split <= 3, word.count - split <= 4 else { return nil }
    let onset = word.base(0..<split)
    let rime = word.base(split..<word.count)
    let entry = onsets[Int(onset)]
    guard let kind = Class(rawValue: entry & 0xF), kind != .none,
      rimes[Int(rime) >> 6] & (1 << UInt64(rime & 63)) != 0
    else { return nil }
    let first = word.bit(split)
    switch kind {
    case .front where first & sets.front == 0, .back where first & sets.front != 0: return nil
    case .glide where word.base(split..<(split + 1)) == sets.u: return nil
    default: break
    }
    if first == sets.y, onset != sets.qu, entry & Self.yBit == 0 { return nil }
    let mark = place == .anywhere ? word.markedLetter : nil
    guard let tone = mark.map({ Tone(rawValue: word.tone($0)) }) ?? tone(of: word, from: split)
    else { return nil }
    if tone != .acute, tone != .dot, isStopped(word) { return nil }
    return Syllable(onset: onset, rime: rime, tone: tone)
  }

  /// How many letters the onset has.
  private func split(_ word: InlineLetters, _ place: TonePlace) -> Int {
    var split = 0
    while split < word.count, word.bit(split) & sets.vowels == 0 { split += 1 }
    guard split == 1, word.count > 2 else { return split }
    let pair = word.base(0..<2)
    let isPlain = word.tone(1) == 0 || place == .anywhere
    if pair == sets.qu { return isPlain ? 2 : 0 }
    if pair == sets.gi, isPlain, word.bit(2) & sets.vowels != 0, word.bit(2) != sets.e {
      return 2
    }
    return split
  }

  private func isStopped(_ word: InlineLetters) -> Bool {
    if word.bit(word.count - 1) & sets.stops != 0 { return true }
    return word.count > 1 && word.base((word.count - 2)..<word.count) == sets.ch
  }

  /// The tone, when at most one letter bears it and that letter may.
  private func tone(of word: InlineLetters, from split: Int) -> Tone? {
    guard word.tones != 0 else { return .level }
    guard let marked = word.markedLetter, marked >= split else { return nil }
    var vowels = split
    while vowels < word.count, word.bit(vowels) & sets.vowels != 0 { vowels += 1 }
    guard marked < vowels, mayBearTone(marked, word, vowels: split..<vowels) else { return nil }
    return Tone(rawValue: word.tone(marked))
  }

  private func mayBearTone(_ index: Int, _ word: InlineLetters, vowels: Range<Int>) -> Bool {
    var last = vowels.upperBound - 1
    while last >= vowels.lowerBound, word.bit(last) & sets.shaped == 0 { last -= 1 }
    if last >= vowels.lowerBound { return index == last }
    let hasCoda = vowels.upperBound < word.count
    switch vowels.count {
    case 1: return true
    case 2 where hasCoda: return index == vowels.lowerBound + 1
    case 2: return index == vowels.lowerBound || isOpenPair(word.base(vowels))
    default: return index == vowels.lowerBound + 1
    }
  }

  private func isOpenPair(_ pair: UInt32) -> Bool {
    pair == sets.oa || pair == sets.oe || pair == sets.uy
  }
}

/// Up to eight packed letters without an allocation; the longest syllable has seven.
private struct InlineLetters {
  /// Five bits for each base letter, the last letter lowest.
  private var bases: UInt64 = 0
  /// Four bits for each tone, the first letter lowest.
  private(set) var tones: UInt32 = 0
  private(set) var count = 0

  mutating func append(_ letter: UInt16) -> Bool {
    guard count < 8 else { return false }
    bases = bases << 5 | UInt64(letter & 31)
    tones |= UInt32(letter >> 5 & 7) << UInt32(count * 4)
    count += 1
    return true
  }

  /// The base letter as a bit.
  func bit(_ index: Int) -> UInt32 {
    1 << UInt32(truncatingIfNeeded: bases >> UInt64((count - 1 - index) * 5) & 31)
  }

  func tone(_ index: Int) -> UInt8 { UInt8(truncatingIfNeeded: tones >> UInt32(index * 4) & 7) }

  /// The one letter that bears a tone mark; nil when none or more do.
  var markedLetter: Int? {
    let index = tones.trailingZeroBitCount / 4
    return index < 8 && tones & ~(7 << UInt32(index * 4)) == 0 ? index : nil
  }

  /// The base letters of a range, packed: at most six.
  func base(_ range: Range<Int>) -> UInt32 {
    let below = bases >> UInt64((count - range.upperBound) * 5)
    return UInt32(truncatingIfNeeded: below & (1 << UInt64(range.count * 5) - 1))
  }
}

extension SyllableTable {
  /// Whether a word is a possible Vietnamese syllable.
  public func isSyllable(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty && parse(bytes) != nil
  }
}
