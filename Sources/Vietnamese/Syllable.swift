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
  private enum Class: UInt8 { case any, front, back, glide }

  private let onsets: [UInt32: Class]
  private let rimes: Set<UInt32>
  private let yOnsets: Set<UInt32>

  private static let letterI = UInt32(Letters.code(of: "i"))
  private static let letterY = UInt32(Letters.code(of: "y"))
  private static let front: Set<UInt32> = Set(
    ["e", "ê", "i", "y"].map { UInt32(Letters.code(of: $0)) })
  private static let gi = Syllable.pack("gi")
  private static let g = Syllable.pack("g")
  private static let qu = Syllable.pack("qu")

  /// Reads the tables: `onsets` with columns onset, before, y; `rimes` with column rime.
  public init(onsets: DataTable, rimes: DataTable) {
    var classes: [UInt32: Class] = [0: .any]
    var yOnsets: Set<UInt32> = [0]
    for row in onsets.rows {
      let onset = Syllable.pack(row["onset"])
      switch row["before"] {
      case "front": classes[onset] = .front
      case "back": classes[onset] = .back
      case "glide": classes[onset] = .glide
      default: classes[onset] = .any
      }
      if row["y"] == "yes" { yOnsets.insert(onset) }
    }
    self.onsets = classes
    self.yOnsets = yOnsets
    self.rimes = Set(rimes.rows.map { Syllable.pack($0["rime"]) })
  }

  /// Takes a word apart; nil when it is no possible Vietnamese syllable. Case does not matter.
  /// - Parameter bytes: the UTF-8 of one word, in Normalization Form C.
  public func parse(_ bytes: ArraySlice<UInt8>) -> Syllable? {
    var letters = InlineLetters()
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
      let (scalar, length) = bytes.scalar(at: offset)
      guard scalar < Letters.limit else { return nil }
      let packed = Letters.packed[Int(scalar)]
      guard packed != 0, letters.append(packed) else { return nil }
      offset += length
    }
    return parse(letters)
  }

  /// Takes a word apart; nil when it is no possible Vietnamese syllable.
  public func parse(_ word: String) -> Syllable? { parse(Array(word.utf8)[...]) }

  private func parse(_ letters: InlineLetters) -> Syllable? {
    let split = split(letters)
    guard split < letters.count else { return nil }
    let onset = letters.base(0..<split)
    let rime = letters.base(split..<letters.count)
    guard let kind = onsets[onset], rimes.contains(rime) else { return nil }
    let first = UInt32(letters[split] & 31)
    switch kind {
    case .any: break
    case .front: if !Self.front.contains(first) { return nil }
    case .back: if Self.front.contains(first) { return nil }
    case .glide: if first == UInt32(Letters.code(of: "u")) { return nil }
    }
    if first == Self.letterY, onset != Self.qu, !yOnsets.contains(onset) { return nil }
    guard let tone = tone(of: letters, from: split) else { return nil }
    if isStopped(letters), tone != .acute, tone != .dot { return nil }
    return Syllable(onset: onset, rime: rime, tone: tone)
  }

  /// How many letters the onset has.
  private func split(_ letters: InlineLetters) -> Int {
    var split = 0
    while split < letters.count, !isVowel(letters[split]) { split += 1 }
    guard split == 1, letters.count > 2 else { return split }
    let pair = letters.base(0..<2)
    if pair == Self.qu { return letters[1] >> 5 & 7 == 0 ? 2 : 0 }
    let isE = letters[2] & 31 == UInt16(Letters.code(of: "ê"))
    if pair == Self.gi, letters[1] >> 5 & 7 == 0, isVowel(letters[2]), !isE { return 2 }
    return split
  }

  private func isVowel(_ packed: UInt16) -> Bool {
    Letters.vowelSet & (1 << UInt32(packed & 31)) != 0
  }

  private func isStopped(_ letters: InlineLetters) -> Bool {
    let last = Letters.bases[Int(letters[letters.count - 1] & 31) - 1]
    if last == "h", letters.count > 1 {
      return Letters.bases[Int(letters[letters.count - 2] & 31) - 1] == "c"
    }
    return last == "c" || last == "p" || last == "t"
  }

  /// The tone, when at most one letter bears it and that letter may.
  private func tone(of letters: InlineLetters, from split: Int) -> Tone? {
    var marked: Int?
    for index in 0..<letters.count where letters[index] >> 5 & 7 != 0 {
      if marked != nil || index < split { return nil }
      marked = index
    }
    guard let marked else { return .level }
    var vowels = split
    while vowels < letters.count, isVowel(letters[vowels]) { vowels += 1 }
    guard marked < vowels, mayBearTone(marked, letters: letters, vowels: split..<vowels) else {
      return nil
    }
    return Tone(rawValue: UInt8(letters[marked] >> 5 & 7))
  }

  private func mayBearTone(_ index: Int, letters: InlineLetters, vowels: Range<Int>) -> Bool {
    let shaped: Set<Character> = ["ă", "â", "ê", "ô", "ơ", "ư"]
    func base(_ at: Int) -> Character { Letters.bases[Int(letters[at] & 31) - 1] }
    if let last = vowels.last(where: { shaped.contains(base($0)) }) {
      if base(last) == "ư", vowels.count == 2 { return index == vowels.lowerBound }
      return index == last
    }
    let hasCoda = vowels.upperBound < letters.count
    switch vowels.count {
    case 1: return true
    case 2 where hasCoda: return index == vowels.lowerBound + 1
    case 2:
      let pair = String([base(vowels.lowerBound), base(vowels.lowerBound + 1)])
      let isOpen = pair == "oa" || pair == "oe" || pair == "uy"
      return index == vowels.lowerBound || isOpen
    default: return index == vowels.lowerBound + 1
    }
  }
}

/// Up to eight packed letters without an allocation; the longest syllable has seven.
private struct InlineLetters {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private(set) var count = 0

  subscript(index: Int) -> UInt16 {
    let word = index < 4 ? low : high
    return UInt16(truncatingIfNeeded: word >> UInt64((index & 3) * 16))
  }

  mutating func append(_ letter: UInt16) -> Bool {
    guard count < 8 else { return false }
    let value = UInt64(letter) << UInt64((count & 3) * 16)
    if count < 4 { low |= value } else { high |= value }
    count += 1
    return true
  }

  func base(_ range: Range<Int>) -> UInt32 {
    guard range.count <= 6 else { return .max }
    return range.reduce(0) { $0 << 5 | UInt32(self[$1] & 31) }
  }
}

extension SyllableTable {
  /// Whether a word is a possible Vietnamese syllable.
  public func isSyllable(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty && parse(bytes) != nil
  }
}
