import TextModel
import Vietnamese

/// A word as the tagger sees it.
struct TagWord {
  /// The keys of its syllables.
  let keys: [MatchKey]
  /// The shapes of its first and last token.
  let first: WordToken.Shape
  let last: WordToken.Shape
  /// The tags that the lexicon gives it, by name, with bars between; `-` when it has none.
  let known: [UInt8]
}

/// The features of words in a sentence, spelled as Tests/Scripts/train_tags.py spells them.
struct TagFeatures {
  let words: [TagWord]

  /// The features of a word that do not depend on the tags before it.
  func fixed(_ index: Int) -> [FeatureHash] {
    let word = words[index]
    var form = [word.first.letter]
    if word.keys.count > 1 { form.append(word.last.letter) }
    let isFirst = index == 0 || words[index - 1].first == .mark
    let hasNext = index + 1 < words.count
    return [
      Self.name("w", word.keys),
      Self.name("p", index > 0 ? words[index - 1].keys : []),
      Self.name("n", hasNext ? words[index + 1].keys : []),
      Self.name("f", Array(word.keys.prefix(1))),
      Self.name("g", Array(word.keys.suffix(1))),
      FeatureHash("K").adding(word.known),
      FeatureHash("L").adding(hasNext ? words[index + 1].known : [UInt8(ascii: "$")]),
      FeatureHash("S").adding(form).adding(isFirst ? [UInt8(ascii: "s")] : []),
      FeatureHash("T").adding(form).adding(word.known),
      FeatureHash("C").adding(number: min(word.keys.count, 5)),
    ]
  }

  /// The features of a word that depend on the tags before it, `^` at the start of the sentence.
  func following(_ index: Int, _ one: String, _ two: String) -> [FeatureHash] {
    [
      FeatureHash("A").adding(one.utf8),
      FeatureHash("B").adding(two.utf8).adding(UInt8(ascii: " ")).adding(one.utf8),
      FeatureHash("E").adding(one.utf8).adding(UInt8(ascii: " ")).adding(words[index].known),
    ]
  }

  private static func name(_ template: StaticString, _ keys: [MatchKey]) -> FeatureHash {
    var hash = FeatureHash(template)
    for key in keys { hash.add(key) }
    return hash
  }
}
