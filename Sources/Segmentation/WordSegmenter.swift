public import TextModel
public import Vietnamese

/// Cuts text into words: the cut with the highest sum of weights over a lexicon, names and unknown pairs.
///
/// A semi-Markov model with an averaged structured perceptron (Collins, EMNLP 2002), trained on
/// UD_Vietnamese-VTB. Whole numbers are added, so the result is the same on every machine.
public struct WordSegmenter: Sendable {
  private let lexicon: WordLexicon
  private let model: WordModel
  private let tokenizer: Tokenizer
  private let rules: SentenceRules
  /// The longest word, in tokens.
  private static let longest = 7

  /// Makes a segmenter.
  public init(lexicon: WordLexicon, model: WordModel, rules: SentenceRules, tokenizer: Tokenizer) {
    self.lexicon = lexicon
    self.model = model
    self.rules = rules
    self.tokenizer = tokenizer
  }

  /// The words and marks of valid UTF-8, in order: every visible character stands in one.
  /// Complexity: linear; a sentence is cut at full stops, so no search is long.
  public func words(_ bytes: [UInt8], in range: Range<Int>? = nil) -> [TextSpan] {
    let tokens = tokenizer.tokens(bytes, in: range)
    var words: [TextSpan] = []
    words.reserveCapacity(tokens.count)
    var start = 0
    while start < tokens.count {
      var end = start
      while end < tokens.count, !isStop(tokens[end], bytes) { end += 1 }
      end = min(end + 1, tokens.count)
      words += search(tokens[start..<end], bytes)
      start = end
    }
    return joinAbbreviations(words, bytes)
  }

  private func isStop(_ token: Token, _ bytes: [UInt8]) -> Bool {
    token.kind == .mark && [0x2E, 0x21, 0x3F].contains(bytes[token.start])
  }

  private func search(_ tokens: ArraySlice<Token>, _ bytes: [UInt8]) -> [TextSpan] {
    let first = tokens.startIndex
    let features = WordFeatures(tokens, bytes: bytes, model: model)
    let count = tokens.count
    let joins = (0..<count).map { $0 == 0 ? 0 : features.join($0) }
    var best = [Int](repeating: .min / 2, count: count + 1)
    var back = [Int](repeating: 0, count: count + 1)
    best[0] = 0
    for start in 0..<count {
      var node: Int? = SyllableTrie.root
      var joined = 0
      var isName = true
      for end in (start + 1)...min(count, start + Self.longest) {
        let token = tokens[first + end - 1]
        if end > start + 1, token.kind == .mark || tokens[first + start].kind == .mark { break }
        node = node.flatMap { lexicon.child(of: $0, token.key) }
        if end > start + 1 { joined += joins[end - 1] }
        isName = isName && features.shapes[end - 1] != UInt8(ascii: "l")
        let entry = node.flatMap { lexicon.word(at: $0) }
        let seen = features.count(start..<end)
        guard end - start <= 2 || entry != nil || seen > 0 || isName else { continue }
        let total = best[start] + joined + features.word(start..<end, entry: entry, count: seen)
        if total > best[end] {
          best[end] = total
          back[end] = start
        }
      }
    }
    var words: [TextSpan] = []
    var end = count
    while end > 0 {
      words.append(TextSpan(tokens[first + back[end]].start, tokens[first + end - 1].end))
      end = back[end]
    }
    return words.reversed()
  }

  /// An abbreviation keeps its full stop: `TP.`, `Th.S`.
  private func joinAbbreviations(_ words: [TextSpan], _ bytes: [UInt8]) -> [TextSpan] {
    var result: [TextSpan] = []
    result.reserveCapacity(words.count)
    for word in words {
      if let last = result.last, last.end == word.start, word.count == 1,
        bytes[word.start] == UInt8(ascii: "."), Letters.isUpper(bytes.scalar(at: last.start).value),
        rules.ending(bytes[last.range]) == .never
      {
        result[result.count - 1] = TextSpan(last.start, word.end)
      } else {
        result.append(word)
      }
    }
    return result
  }
}
