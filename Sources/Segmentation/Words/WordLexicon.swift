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
    /// Hashes of the words of its English.
    var english: [UInt32]
    /// The least number of English words among its senses.
    var shortest: Int
  }

  private(set) var words: [Word] = []
  /// The syllables of all words, one word after the other.
  private(set) var syllables: [Int32] = []
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
  ///   - kind: `p` a name, `g` a term of a subject glossary, `v` a general word.
  ///   - band: how common it is, 1 to 5; 0 when that is not known.
  ///   - tag: its tag, as glossaries write it.
  ///   - english: its rendering.
  public mutating func insert(
    _ text: String, kind: Character, band: Int, tag: String, english: String
  ) {
    let bytes = Array(text.utf8)
    let start = syllables.count
    for token in tokenizer.tokens(bytes) {
      if token.kind == .mark {
        syllables.removeLast(syllables.count - start)
        return
      }
      syllables.append(numbers.insert(token, bytes))
    }
    guard syllables.count > start else { return }
    let gloss = english.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    let hashes = gloss.map { word in
      var hash = FeatureHash()
      hash.add(word)
      return UInt32(truncatingIfNeeded: hash.value >> 32)
    }
    let tag = number(ofTag: tag)
    add(
      Word(
        start: start, count: syllables.count - start, kind: kind.asciiValue ?? 0,
        band: band == 0 ? 4 : band, tag: tag, tagSet: 1 << UInt64(tag), english: hashes,
        shortest: hashes.count))
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
