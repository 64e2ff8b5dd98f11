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
  private let features: TagFeatures

  /// Makes a tagger of a segmenter's words.
  public init(segmenter: WordSegmenter, model: TagModel) {
    self.segmenter = segmenter
    self.model = model
    features = segmenter.tagFeatures(model)
  }

  /// The words of valid UTF-8 with their tags, as `WordSegmenter.words` cuts them. Complexity: O(n).
  public func taggedWords(_ bytes: [UInt8], in range: Range<Int>? = nil) -> [TaggedWord] {
    let (words, tokens) = segmenter.wordsWithTokens(bytes, in: range)
    var run = Run(tags: [], words: words.count)
    var next = 0
    for word in words {
      let first = next
      while next < tokens.count, tokens[next].start < word.end { next += 1 }
      add(word, tokens[first..<next], bytes, to: &run)
    }
    close(&run)
    return zip(words, run.tags).map { TaggedWord(span: $0, tag: $1) }
  }

  /// The tags of words, in order: one for each.
  public func tags(_ words: [TextSpan], _ bytes: [UInt8]) -> [UniversalTag] {
    var run = Run(tags: [], words: words.count)
    for word in words { add(word, segmenter.tokens(bytes, in: word.range)[...], bytes, to: &run) }
    close(&run)
    return run.tags
  }

  /// The tags so far, and the sentence that is being read, in arrays that are used again.
  private struct Run {
    var tags: [UniversalTag]
    var sentence: [TagWord] = []
    /// The syllables of all words of the sentence.
    var keys: [MatchKey] = []

    init(tags: [UniversalTag], words: Int) {
      self.tags = tags
      self.tags.reserveCapacity(words)
    }
  }

  private func add(
    _ word: TextSpan, _ tokens: ArraySlice<WordToken>, _ bytes: [UInt8], to run: inout Run
  ) {
    if segmenter.startsLine(bytes, word.start) { close(&run) }
    let start = run.keys.count
    for token in tokens { run.keys.append(segmenter.key(token, bytes)) }
    run.sentence.append(
      TagWord(
        keys: start..<run.keys.count, first: tokens.first?.shape ?? .mark,
        last: tokens.last?.shape ?? .mark, known: features.number(of: segmenter.tagSet(tokens))))
    if tokens.count == 1, tokens.first?.shape == .mark,
      [0x2E, 0x21, 0x3F].contains(bytes[word.start])
    {
      close(&run)
    }
  }

  /// Tags the sentence and empties it.
  private func close(_ run: inout Run) {
    var (one, two) = (features.start, features.start)
    for index in run.sentence.indices {
      var scores = TagModel.Scores()
      features.addFixed(index, of: run.sentence, run.keys, to: &scores)
      features.addFollowing(run.sentence[index], one, two, to: &scores)
      var best = 0
      // The last wins among equals.
      for tag in model.tags.indices where scores[tag] >= scores[best] { best = tag }
      run.tags.append(model.tags.isEmpty ? .other : model.tags[best])
      (one, two) = (best, one)
    }
    run.sentence.removeAll(keepingCapacity: true)
    run.keys.removeAll(keepingCapacity: true)
  }
}
