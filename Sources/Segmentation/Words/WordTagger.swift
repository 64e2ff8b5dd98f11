public import TextModel
import Vietnamese

/// Gives words their Universal parts of speech, from left to right.
///
/// An averaged perceptron (Collins, EMNLP 2002) over the word, its neighbours, the tags of the glossaries
/// and the two tags before, trained on UD_Vietnamese-VTB. Whole numbers are added: the same on every machine.
public struct WordTagger: Sendable {
  /// Cuts text into the words that are tagged.
  public let segmenter: WordSegmenter
  private let model: TagModel

  /// Makes a tagger of a segmenter's words.
  public init(segmenter: WordSegmenter, model: TagModel) {
    self.segmenter = segmenter
    self.model = model
  }

  /// The words of valid UTF-8 with their tags, as `WordSegmenter.words` cuts them. Complexity: O(n).
  public func taggedWords(_ bytes: [UInt8], in range: Range<Int>? = nil) -> [TaggedWord] {
    let words = segmenter.words(bytes, in: range)
    return zip(words, tags(words, bytes)).map { TaggedWord(span: $0, tag: $1) }
  }

  /// The tags of words, in order: one for each.
  public func tags(_ words: [TextSpan], _ bytes: [UInt8]) -> [UniversalTag] {
    var tags: [UniversalTag] = []
    tags.reserveCapacity(words.count)
    var sentence: [TagWord] = []
    for word in words {
      let tokens = segmenter.tokens(bytes, in: word.range)
      if segmenter.startsLine(bytes, word.start) { tag(&sentence, &tags) }
      sentence.append(segmenter.tagWord(tokens, bytes))
      if tokens.count == 1, tokens[0].shape == .mark,
        [0x2E, 0x21, 0x3F].contains(bytes[word.start])
      {
        tag(&sentence, &tags)
      }
    }
    tag(&sentence, &tags)
    return tags
  }

  /// Tags one sentence and empties it.
  private func tag(_ sentence: inout [TagWord], _ tags: inout [UniversalTag]) {
    let features = TagFeatures(words: sentence)
    var (one, two) = ("^", "^")
    for index in sentence.indices {
      var scores = [Int32](repeating: 0, count: model.tags.count)
      for feature in features.fixed(index) { model.add(feature, to: &scores) }
      for feature in features.following(index, one, two) { model.add(feature, to: &scores) }
      let best = scores.indices.max { (scores[$0], $0) < (scores[$1], $1) }
      let tag = best.map { model.tags[$0] } ?? .other
      tags.append(tag)
      (one, two) = (tag.rawValue, one)
    }
    sentence.removeAll(keepingCapacity: true)
  }
}
