import TextModel
public import Vietnamese

/// The words that segmentation knows, with what speaks for each: made from the glossaries.
public struct WordLexicon: Sendable {
  /// A word as the segmenter sees it; of its rows the first with the commonest band counts.
  struct Word: Sendable {
    private var start: Int32
    private var length: UInt16
    /// `p` a name, `g` a term of a subject glossary, `v` a general word.
    let kind: UInt8
    private var commonness: UInt8
    private var gloss: Int32
    private var glossLength: UInt16
    private var tagNumber: UInt8
    private var least: UInt8
    /// A bit for each tag of its senses.
    private(set) var tagSet: UInt64

    init(syllables: Range<Int>, kind: UInt8, band: Int, tag: Int, gloss: Range<Int>) {
      start = Int32(syllables.lowerBound)
      length = UInt16(syllables.count)
      self.kind = kind
      commonness = UInt8(clamping: band)
      self.gloss = Int32(gloss.lowerBound)
      glossLength = UInt16(gloss.count)
      tagNumber = UInt8(clamping: tag)
      least = UInt8(clamping: gloss.count)
      tagSet = 1 << UInt64(tag)
    }

    /// How many syllables it has.
    var count: Int { Int(length) }
    /// The places of its syllables in `syllables`.
    var syllables: Range<Int> { Int(start)..<(Int(start) + count) }
    /// How common it is, 1 to 5.
    var band: Int { Int(commonness) }
    /// The tag of its commonest sense, a place in `tags`.
    var tag: Int { Int(tagNumber) }
    /// The places of the words of its English in `english`.
    var english: Range<Int> { Int(gloss)..<(Int(gloss) + Int(glossLength)) }
    /// The least number of English words among its senses.
    var shortest: Int { Int(least) }

    /// The same word with one more sense: what the commoner one says counts.
    func adding(_ other: Word) -> Word {
      var word = band > other.band ? other : self
      word.start = start
      word.tagSet = tagSet | other.tagSet
      word.least = min(least, other.least)
      return word
    }
  }

  private(set) var words: [Word] = []
  /// The syllables of all words, one word after the other.
  private(set) var syllables: [Int32] = []
  /// Hashes of the words of the English of all words.
  private(set) var english: [UInt32] = []
  /// The tags met, in the order of their numbers.
  private(set) var tags: [String] = []
  private(set) var numbers = SyllableNumbers()
  private var tagNumbers: [String: Int] = [:]
  private var places: IntegerTable
  let tokenizer: Tokenizer

  /// An empty lexicon with room for a number of words.
  public init(capacity: Int, tokenizer: Tokenizer) {
    places = IntegerTable(capacity: capacity)
    self.tokenizer = tokenizer
  }

  /// Takes note of one sense of a word. Words with punctuation are passed over.
  /// - Parameters:
  ///   - word: its place in the bytes of the glossary, which are UTF-8.
  ///   - kind: `p` a name, `g` a term of a subject glossary, `v` a general word.
  ///   - band: how common it is, 1 to 5; 0 when that is not known.
  ///   - tag: its tag, as glossaries write it.
  ///   - english: the place of its rendering.
  public mutating func insert(
    _ word: Range<Int>, of bytes: [UInt8], kind: Character, band: Int, tag: String,
    english: Range<Int>
  ) {
    let start = syllables.count
    guard append(word, of: bytes), syllables.count - start <= Int(UInt16.max) else {
      syllables.removeLast(syllables.count - start)
      return
    }
    let gloss = self.english.count
    append(english: bytes[english])
    add(
      Word(
        syllables: start..<syllables.count, kind: kind.asciiValue ?? 0,
        band: band == 0 ? 4 : band, tag: number(ofTag: tag), gloss: gloss..<self.english.count))
  }

  /// Adds the syllables of a text; false when it has punctuation or nothing.
  private mutating func append(_ word: Range<Int>, of bytes: [UInt8]) -> Bool {
    var offset = word.lowerBound
    let start = syllables.count
    while offset < word.upperBound {
      var end = offset
      var hash = FeatureHash()
      while end < word.upperBound, bytes[end] != 0x20 {
        hash.add(bytes[end])
        end += 1
      }
      if end > offset, let known = numbers.find(spelling: hash.value), known.shape != .mark {
        syllables.append(known.number)
      } else {
        for token in tokenizer.tokens(bytes, in: offset..<end) {
          if token.kind == .mark { return false }
          syllables.append(numbers.insert(token, bytes))
        }
      }
      offset = end + 1
    }
    return syllables.count > start
  }

  private mutating func append(english text: ArraySlice<UInt8>) {
    for word in text.split(separator: 0x20, maxSplits: 255, omittingEmptySubsequences: false) {
      var hash = FeatureHash()
      hash.add(word)
      english.append(UInt32(truncatingIfNeeded: hash.value >> 32))
    }
  }

  private mutating func number(ofTag name: String) -> Int {
    if let number = tagNumbers[name] { return number }
    tags.append(name)
    tagNumbers[name] = tags.count - 1
    return tags.count - 1
  }

  private mutating func add(_ word: Word) {
    var hash = FeatureHash()
    for syllable in syllables[word.syllables] { hash.add(numbers.keys[Int(syllable)]) }
    let place = places[hash.value]
    if place == IntegerTable.none {
      places.set(hash.value, Int32(words.count))
      words.append(word)
      return
    }
    syllables.removeLast(word.count)
    let known = words[Int(place)]
    if known.band <= word.band { english.removeLast(word.english.count) }
    words[Int(place)] = known.adding(word)
  }

  /// Numbers the syllables of a text that is no word of the lexicon.
  mutating func number(_ text: ArraySlice<UInt8>) -> [Int32] {
    let bytes = Array(text)
    return tokenizer.tokens(bytes).map { numbers.insert($0, bytes) }
  }
}
