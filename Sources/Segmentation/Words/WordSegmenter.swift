public import TextModel
public import Vietnamese

/// Cuts text into words: the cut with the highest sum of weights over a lexicon, names and unknown pairs.
///
/// A semi-Markov model with an averaged structured perceptron (Collins, EMNLP 2002), trained on
/// UD_Vietnamese-VTB. Whole numbers are added, so the result is the same on every machine.
public struct WordSegmenter: Sendable {
  private let trie: WordTrie
  private let tagNames: [String]
  private let shapes: ShapeWeights
  private let scanner: WordScanner
  private let rules: SentenceRules

  /// Makes a segmenter; the weights of all words are added up once.
  public init(lexicon: WordLexicon, model: WordModel, rules: SentenceRules, tokenizer: Tokenizer) {
    trie = WordTrieBuilder.trie(lexicon: lexicon, model: model)
    tagNames = lexicon.tags
    shapes = ShapeWeights(model)
    scanner = WordScanner(numbers: trie.numbers, tokenizer: tokenizer)
    self.rules = rules
  }

  /// The words and marks of valid UTF-8, in order: every visible character stands in one.
  /// Complexity: O(n).
  public func words(_ bytes: [UInt8], in range: Range<Int>? = nil) -> [TextSpan] {
    wordsWithTokens(bytes, in: range).words
  }

  /// The same with the tokens that the words are made of, in order.
  func wordsWithTokens(
    _ bytes: [UInt8], in range: Range<Int>?
  ) -> (words: [TextSpan], tokens: [WordToken]) {
    let range = range ?? 0..<bytes.count
    let tokens = scanner.tokens(bytes, in: range)
    var cuts: [Range<Int>] = []
    cuts.reserveCapacity(tokens.count)
    var search = WordSearch(trie: trie, shapes: shapes)
    search.cut(tokens, into: &cuts)
    var words: [TextSpan] = []
    words.reserveCapacity(cuts.count)
    for cut in cuts {
      let word = TextSpan(tokens[cut.lowerBound].start, tokens[cut.upperBound - 1].end)
      if let last = words.last, last.end == word.start, isStop(bytes, word, after: last) {
        words[words.count - 1] = TextSpan(last.start, word.end)
      } else {
        words.append(word)
      }
    }
    return (words, tokens)
  }

  /// An abbreviation keeps its full stop: `TP.`, `Th.S`.
  private func isStop(_ bytes: [UInt8], _ word: TextSpan, after last: TextSpan) -> Bool {
    word.count == 1 && bytes[word.start] == UInt8(ascii: ".")
      && Letters.isUpper(bytes.scalar(at: last.start).value)
      && rules.ending(bytes[last.range]) == .never
  }

  /// The tokens of a word, for the tagger.
  func tokens(_ bytes: [UInt8], in range: Range<Int>) -> [WordToken] {
    scanner.tokens(bytes, in: range)
  }

  /// The match key of a token.
  func key(_ token: WordToken, _ bytes: [UInt8]) -> MatchKey { scanner.key(token, bytes) }

  /// A bit for each tag that the lexicon gives a word; 0 when it has none.
  func tagSet(_ word: ArraySlice<WordToken>) -> UInt64 { trie.tagSet(word) }

  /// The features of a model over the tags of the lexicon.
  func tagFeatures(_ model: TagModel) -> TagFeatures {
    TagFeatures(
      model: model, sets: Set(trie.tagSets).union([0]).sorted(), names: tagNames)
  }

  /// Whether only spaces stand between a place and the start of its line.
  func startsLine(_ bytes: [UInt8], _ start: Int) -> Bool {
    var offset = start
    while offset > 0, bytes[offset - 1] == 0x20 || bytes[offset - 1] == 0x09 { offset -= 1 }
    return offset == 0 || bytes[offset - 1] == 0x0A
  }
}
