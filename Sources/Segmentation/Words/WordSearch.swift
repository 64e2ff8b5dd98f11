import TextModel

/// Finds the cut of a run of tokens with the highest sum of weights.
///
/// Source: Sarawagi and Cohen, Semi-Markov Conditional Random Fields, NIPS 2004, for the search; the
/// weight of a word does not depend on the words beside it.
struct WordSearch {
  /// The longest word, in tokens.
  static let longest = 7

  let trie: WordTrie
  let shapes: ShapeWeights
  private var best: [Int32] = []
  private var back: [Int32] = []
  /// For each token the node of it and the one before, and what joining them weighs.
  private var pairs: [(node: Int32, join: Int32)] = []

  init(trie: WordTrie, shapes: ShapeWeights) {
    self.trie = trie
    self.shapes = shapes
  }

  /// Adds the words of tokens as ranges of them. A mark is a word; no word goes over a mark or a line.
  mutating func cut(_ tokens: [WordToken], into words: inout [Range<Int>]) {
    var start = 0
    while start < tokens.count {
      if tokens[start].shape == .mark {
        words.append(start..<(start + 1))
        start += 1
        continue
      }
      var end = start + 1
      while end < tokens.count, tokens[end].shape != .mark, !tokens[end].startsLine { end += 1 }
      search(tokens, start..<end, &words)
      start = end
    }
  }

  private mutating func search(
    _ tokens: [WordToken], _ run: Range<Int>, _ words: inout [Range<Int>]
  ) {
    prepare(tokens, run)
    let count = run.count
    for start in 0..<count { extend(tokens, run, from: start) }
    let first = words.count
    var end = count
    while end > 0 {
      let start = Int(back[end])
      words.append((run.lowerBound + start)..<(run.lowerBound + end))
      end = start
    }
    words[first...].reverse()
  }

  private mutating func prepare(_ tokens: [WordToken], _ run: Range<Int>) {
    best.removeAll(keepingCapacity: true)
    back.removeAll(keepingCapacity: true)
    pairs.removeAll(keepingCapacity: true)
    best.append(0)
    back.append(0)
    pairs.append((IntegerTable.none, 0))
    for index in run {
      best.append(.min / 2)
      back.append(0)
      guard index > run.lowerBound else { continue }
      let (one, two) = (tokens[index - 1], tokens[index])
      let node = trie.child(of: one.number, two.number)
      var join = shapes.join(one.shape, two.shape)
      let (first, second) = (trie.syllables[Int(one.number)], trie.syllables[Int(two.number)])
      join += first.before + second.after
      if one.shape.isCapital, two.shape.isCapital { join += shapes.join(first.part, second.part) }
      if node >= 0 { join += trie.nodes[Int(node)].join }
      pairs.append((node, join))
    }
  }

  /// Offers the words that begin at a token.
  @inline(__always)
  private mutating func extend(_ tokens: [WordToken], _ run: Range<Int>, from start: Int) {
    let token = tokens[run.lowerBound + start]
    let before = token.isFirst ? ShapeWeights.edge : shape(tokens, run.lowerBound + start - 1)
    var node = token.number
    var code = 0
    var joined: Int32 = best[start]
    var isOpen = token.shape != .small
    var isName = token.shape.isCapital
    for end in start..<min(run.count, start + Self.longest) {
      let last = tokens[run.lowerBound + end]
      let length = end - start + 1
      code = code * 5 + Int(last.shape.rawValue)
      if length > 1 {
        node = length == 2 ? pairs[end].node : node < 0 ? node : trie.child(of: node, last.number)
        joined += pairs[end].join
        isOpen = isOpen && last.shape != .small
        isName = isName && last.shape.isCapital
      }
      var score = node < 0 ? IntegerTable.none : trie.nodes[Int(node)].score
      if score == IntegerTable.none {
        if length == 2 {
          score = trie.unknownPair(token.number, last.number)
        } else if isOpen {
          score = trie.unknown[length]
        } else if node < 0 {
          return
        } else {
          continue
        }
      }
      score += joined
      score += shapes.word(
        code: code, length: length, first: token.shape, last: last.shape, before: before,
        after: shape(tokens, run.lowerBound + end + 1, after: true))
      if isName, length > 1 {
        score += shapes.names[length] + trie.syllables[Int(token.number)].first
      }
      if score > best[end + 1] {
        best[end + 1] = score
        back[end + 1] = Int32(start)
      }
    }
  }

  @inline(__always)
  private func shape(_ tokens: [WordToken], _ index: Int, after: Bool = false) -> Int {
    guard index >= 0, index < tokens.count, !(after && tokens[index].startsLine) else {
      return ShapeWeights.edge
    }
    return Int(tokens[index].shape.rawValue)
  }
}
