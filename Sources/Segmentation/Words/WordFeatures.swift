/// The features of words as such, spelled as Tests/Scripts/train_words.py spells them.
struct WordFeatures {
  let model: WordModel
  private let tags: [[UInt8]]
  private let english: [UInt32]

  init(model: WordModel, lexicon: WordLexicon) {
    self.model = model
    tags = lexicon.tags.map { Array($0.utf8) }
    english = lexicon.english
  }

  private func tag(_ word: WordLexicon.Word?) -> [UInt8] {
    word.map { tags[$0.tag] } ?? [UInt8(ascii: "?")]
  }

  private func length(_ hash: FeatureHash, _ count: Int) -> Int32 {
    model.weight(hash.adding(UInt8(ascii: ":")).adding(number: min(count, 5)))
  }

  /// What speaks for a word of the lexicon.
  /// - Parameters:
  ///   - parts: its two syllables as words of the lexicon, when it has two.
  ///   - halves: the pairs of words of the lexicon that it could be cut into, when it has more, with
  ///     the number of syllables before the cut.
  func score(
    _ word: WordLexicon.Word, parts: (WordLexicon.Word?, WordLexicon.Word?)?,
    halves: [(Int, WordLexicon.Word, WordLexicon.Word)]
  ) -> Int32 {
    var sum = length(FeatureHash("L").adding(word.kind).adding(number: word.band), word.count)
    sum += length(FeatureHash("T").adding(tag(word)), word.count)
    sum += length(
      FeatureHash("E").adding(number: min(word.shortest, 4)).adding(tag(word)), word.count)
    if let (first, second) = parts { sum += pair(word, first, second) }
    for (cut, first, second) in halves {
      sum += model.weight(
        FeatureHash("I").adding(number: cut).adding(number: word.count))
      sum += model.weight(
        FeatureHash("H").adding(tag(first)).adding(UInt8(ascii: "+")).adding(tag(second)))
    }
    return sum
  }

  private func pair(
    _ word: WordLexicon.Word, _ first: WordLexicon.Word?, _ second: WordLexicon.Word?
  ) -> Int32 {
    let tags = FeatureHash("P").adding(tag(first)).adding(UInt8(ascii: "+")).adding(tag(second))
    let bands = FeatureHash("B").adding(number: first?.band ?? 9).adding(
      number: second?.band ?? 9)
    var english = FeatureHash("C")
    let gloss = self.english[word.english]
    for part in [first, second] {
      let isInside = part.map { gloss.contains(self.english[$0.english.lowerBound]) } ?? false
      english.add(number: isInside ? 1 : 0)
    }
    return model.weight(tags) + model.weight(tags.adding(UInt8(ascii: "=")).adding(tag(word)))
      + model.weight(bands) + model.weight(bands.adding(number: word.band))
      + model.weight(english.adding(number: min(word.english.count, 3)))
  }

  /// What speaks for a word that the lexicon does not have.
  func unknown(_ count: Int) -> Int32 { length(FeatureHash("N"), count) }

  /// What speaks for two syllables as a word that the lexicon does not have.
  func unknownPair(_ first: WordLexicon.Word?, _ second: WordLexicon.Word?) -> Int32 {
    model.weight(
      FeatureHash("Q").adding(tag(first)).adding(UInt8(ascii: "+")).adding(tag(second)))
  }

  /// What speaks for a syllable written twice, when the lexicon does not have it.
  var twice: Int32 { model.weight(FeatureHash("N=")) }

  /// What the count of a word in the treebank says.
  func score(times: Int32, _ count: Int) -> Int32 {
    guard times > 0 else { return 0 }
    let bucket = min(6, Int32.bitWidth - 1 - times.leadingZeroBitCount)
    return length(FeatureHash("F").adding(number: bucket), count)
  }
}
