import TextModel
public import Vietnamese

/// The words that segmentation knows, with what speaks for each: made from the glossaries.
public struct WordLexicon: Sendable {
  /// A word as the segmenter sees it; of its rows the first with the commonest band counts.
  struct Word: Sendable {
    /// Where its syllables begin in `syllables`, and how many there are.
    var start: Int
    var count: Int
    /// `p` a name, `g` a term of a subject glossary, `v` a general word.
    var kind: UInt8
    /// How common it is, 1 to 5.
    var band: Int
    /// The tag of its commonest sense, a place in `tags`.
    var tag: Int
    /// A bit for each tag of its senses.
    var tagSet: UInt64
    /// Where the words of its English begin in `english`, and how many there are.
    var gloss: Int
    var glossCount: Int
    /// The least number of English words among its senses.
    var shortest: Int
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
  private var buffer: [UInt8] = []
  let tokenizer: Tokenizer

  /// An empty lexicon with room for a number of words.
  public init(capacity: Int, tokenizer: Tokenizer) {
    places = IntegerTable(capacity: capacity)
    self.tokenizer = tokenizer
  }

  /// Takes note of one sense of a word. Words with punctuation are passed over.
  /// - Parameters:
  ///   - kind: `p` a name, `g` a term of a subject glossary, `v` a general word.
  ///   - band: how common it is, 1 to 5; 0 when that is not known.
  ///   - tag: its tag, as glossaries write it.
  ///   - english: its rendering.
  public mutating func insert(
    _ text: String, kind: Character, band: Int, tag: String, english: String
  ) {
    let start = syllables.count
    guard append(text) else {
      syllables.removeLast(syllables.count - start)
      return
    }
    let gloss = self.english.count
    append(english: english)
    let tag = number(ofTag: tag)
    add(
      Word(
        start: start, count: syllables.count - start, kind: kind.asciiValue ?? 0,
        band: band == 0 ? 4 : band, tag: tag, tagSet: 1 << UInt64(tag), gloss: gloss,
        glossCount: self.english.count - gloss, shortest: self.english.count - gloss))
  }

  /// Adds the syllables of a text; false when it has punctuation or nothing.
  private mutating func append(_ text: String) -> Bool {
    buffer.removeAll(keepingCapacity: true)
    buffer.append(contentsOf: text.utf8)
    var offset = 0
    let start = syllables.count
    while offset < buffer.count {
      var end = offset
      var hash = FeatureHash()
      while end < buffer.count, buffer[end] != 0x20 {
        hash.add(buffer[end])
        end += 1
      }
      if end > offset, let known = numbers.find(spelling: hash.value), known.shape != .mark {
        syllables.append(known.number)
      } else {
        for token in tokenizer.tokens(buffer, in: offset..<end) {
          if token.kind == .mark { return false }
          syllables.append(numbers.insert(token, buffer))
        }
      }
      offset = end + 1
    }
    return syllables.count > start
  }

  private mutating func append(english text: String) {
    var hash = FeatureHash()
    for byte in text.utf8 {
      if byte == 0x20 {
        english.append(UInt32(truncatingIfNeeded: hash.value >> 32))
        hash = FeatureHash()
      } else {
        hash.add(byte)
      }
    }
    english.append(UInt32(truncatingIfNeeded: hash.value >> 32))
  }

  private mutating func number(ofTag name: String) -> Int {
    if let number = tagNumbers[name] { return number }
    tags.append(name)
    tagNumbers[name] = tags.count - 1
    return tags.count - 1
  }

  private mutating func add(_ word: Word) {
    var hash = FeatureHash()
    for syllable in syllables[word.start...] { hash.add(numbers.keys[Int(syllable)]) }
    let place = places[hash.value]
    if place == IntegerTable.none {
      places.set(hash.value, Int32(words.count))
      words.append(word)
      return
    }
    syllables.removeLast(word.count)
    if words[Int(place)].band <= word.band { english.removeLast(word.glossCount) }
    let known = words[Int(place)]
    if known.band > word.band {
      words[Int(place)] = word
      words[Int(place)].start = known.start
    }
    words[Int(place)].tagSet = known.tagSet | word.tagSet
    words[Int(place)].shortest = min(known.shortest, word.shortest)
  }

  /// Numbers the syllables of a text that is no word of the lexicon.
  mutating func number(_ text: ArraySlice<UInt8>) -> [Int32] {
    let bytes = Array(text)
    return tokenizer.tokens(bytes).map { numbers.insert($0, bytes) }
  }
}
