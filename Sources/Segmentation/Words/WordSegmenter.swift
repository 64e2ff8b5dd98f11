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
    return words
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

  /// A word as the tagger sees it.
  func tagWord(_ tokens: [WordToken], _ bytes: [UInt8]) -> TagWord {
    let keys = tokens.map { scanner.key($0, bytes) }
    let set = trie.tagSet(tokens.map(\.number))
    let known = tagNames.indices.filter { set >> UInt64($0) & 1 == 1 }.map { tagNames[$0] }.sorted()
    return TagWord(
      keys: keys, first: tokens.first?.shape ?? .mark, last: tokens.last?.shape ?? .mark,
      known: Array((known.isEmpty ? "-" : known.joined(separator: "|")).utf8))
  }

  /// Whether only spaces stand between a place and the start of its line.
  func startsLine(_ bytes: [UInt8], _ start: Int) -> Bool {
    var offset = start
    while offset > 0, bytes[offset - 1] == 0x20 || bytes[offset - 1] == 0x09 { offset -= 1 }
    return offset == 0 || bytes[offset - 1] == 0x0A
  }
}
