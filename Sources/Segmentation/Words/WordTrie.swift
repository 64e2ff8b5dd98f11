import TextModel
import Vietnamese

/// All words with their weights, in a trie over syllable numbers: what the search looks at.
///
/// The node of a single syllable has the syllable's number; a node of two holds what the pair weighs.
struct WordTrie: Sendable {
  /// A node: a word, the beginning of words, or a pair of syllables seen side by side.
  struct Node {
    /// The weight of the word that ends here; `IntegerTable.none` when none does.
    var score = IntegerTable.none
    /// What joining the last two syllables weighs.
    var join: Int32 = 0
    /// Whether words go on here.
    var isInner = false
  }

  /// The weights of a syllable.
  struct Syllable {
    /// When the next is joined to it.
    var before: Int32 = 0
    /// When it is joined to the one before.
    var after: Int32 = 0
    /// When a name begins with it.
    var first: Int32 = 0
    /// The tag it has as a word, a row of `pairs`.
    var tag: Int32
    /// What it is as a part of a name.
    var part = NamePart.foreign
  }

  fileprivate(set) var nodes: [Node] = []
  fileprivate(set) var syllables: [Syllable] = []
  fileprivate(set) var numbers: SyllableNumbers
  /// A bit for each tag of the word at a node.
  fileprivate(set) var tagSets: [UInt64] = []
  fileprivate var edges: IntegerTable
  /// The weights of two syllables as an unknown word, by the tags of both.
  fileprivate var pairs: [Int32] = []
  fileprivate var tagCount: Int
  /// What an unknown word weighs, by its length.
  let unknown: [Int32]
  fileprivate let twice: Int32

  fileprivate init(lexicon: WordLexicon, features: WordFeatures) {
    numbers = lexicon.numbers
    tagCount = lexicon.tags.count + 1
    edges = IntegerTable(capacity: lexicon.words.count * 2)
    unknown = (0...7).map { features.unknown($0) }
    twice = features.twice
  }

  /// The node that a syllable leads to; `IntegerTable.none` when there is none.
  @inline(__always)
  func child(of node: Int32, _ number: Int32) -> Int32 {
    guard nodes[Int(node)].isInner else { return IntegerTable.none }
    return edges[UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: number))]
  }

  /// What two syllables weigh as a word that neither lexicon nor treebank has.
  @inline(__always)
  func unknownPair(_ first: Int32, _ second: Int32) -> Int32 {
    let row = Int(syllables[Int(first)].tag) * tagCount
    let same = first == second && SyllableNumbers.isKnown(first) ? twice : 0
    return unknown[2] + pairs[row + Int(syllables[Int(second)].tag)] + same
  }

  /// A bit for each tag that the lexicon gives a word of these syllables; 0 when it has none.
  func tagSet(_ word: ArraySlice<WordToken>) -> UInt64 {
    guard var node = word.first?.number, SyllableNumbers.isKnown(node) else { return 0 }
    for token in word.dropFirst() {
      node = child(of: node, token.number)
      if node == IntegerTable.none { return 0 }
    }
    return tagSets[Int(node)]
  }
}

/// Puts a trie together from a lexicon and a model.
struct WordTrieBuilder {
  private var lexicon: WordLexicon
  private let model: WordModel
  private let features: WordFeatures
  private var trie: WordTrie
  private var entries: [Int32] = []
  private var times: [Int32] = []
  /// The nodes of the words of the lexicon, in its order.
  private var places: [Int32] = []
  private var counted: [(syllables: [Int32], node: Int32)] = []

  static func trie(lexicon: WordLexicon, model: WordModel) -> WordTrie {
    var builder = WordTrieBuilder(lexicon: lexicon, model: model)
    builder.build()
    return builder.trie
  }

  private init(lexicon: WordLexicon, model: WordModel) {
    self.lexicon = lexicon
    self.model = model
    features = WordFeatures(model: model, lexicon: lexicon)
    trie = WordTrie(lexicon: lexicon, features: features)
  }

  private mutating func build() {
    let rows = model.syllables.map { ($0, lexicon.number($0.syllables)) }
    let counts = model.counts.map { ($0.count, lexicon.number($0.word)) }
    trie.numbers = lexicon.numbers
    let size = lexicon.numbers.count
    let none = Int32(lexicon.tags.count)
    trie.nodes = [WordTrie.Node](repeating: .init(), count: size)
    trie.syllables = [WordTrie.Syllable](repeating: .init(tag: none), count: size)
    for (number, key) in lexicon.numbers.keys.enumerated() where key.isSyllable {
      trie.syllables[number].part = .syllable
    }
    trie.syllables[Int(SyllableNumbers.unknown)].part = .foreign
    entries = [Int32](repeating: -1, count: size)
    times = [Int32](repeating: 0, count: size)
    for (place, word) in lexicon.words.enumerated() {
      let node = node(lexicon.syllables[word.syllables])
      entries[Int(node)] = Int32(place)
      places.append(node)
      if word.count == 1 {
        trie.syllables[Int(node)].tag = Int32(word.tag)
        if lexicon.tags[word.tag] == "PN" { trie.syllables[Int(node)].part = .name }
      }
    }
    for (count, word) in counts where !word.isEmpty && word.count <= WordSearch.longest {
      let node = node(word[...])
      times[Int(node)] += count
      counted.append((word, node))
    }
    let joins = rows.filter { $0.0.template == UInt8(ascii: "j") && $0.1.count == 2 }
    for (row, pair) in joins {
      let node = node(pair[...])
      trie.nodes[Int(node)].join = row.weight
    }
    score()
    for (row, word) in rows where word.count == 1 { set(row, Int(word[0])) }
    trie.pairs = unknownPairs()
    trie.tagSets = entries.map { $0 < 0 ? 0 : lexicon.words[Int($0)].tagSet }
  }

  /// The node of syllables, a new one when there is none.
  private mutating func node(_ syllables: ArraySlice<Int32>) -> Int32 {
    var node = syllables[syllables.startIndex]
    for number in syllables.dropFirst() {
      let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: number))
      var next = trie.edges[key]
      if next == IntegerTable.none {
        next = Int32(trie.nodes.count)
        trie.edges.set(key, next)
        trie.nodes.append(.init())
        trie.nodes[Int(node)].isInner = true
        entries.append(-1)
        times.append(0)
      }
      node = next
    }
    return node
  }

  private func entry(_ syllables: ArraySlice<Int32>) -> WordLexicon.Word? {
    var node = syllables[syllables.startIndex]
    for number in syllables.dropFirst() {
      node = trie.child(of: node, number)
      if node == IntegerTable.none { return nil }
    }
    return entries[Int(node)] < 0 ? nil : lexicon.words[Int(entries[Int(node)])]
  }

  private mutating func score() {
    for (word, place) in zip(lexicon.words, places) {
      let syllables = lexicon.syllables[word.syllables]
      let node = Int(place)
      trie.nodes[node].score =
        score(word, syllables) + features.score(times: times[node], word.count)
    }
    for (word, node) in counted where entries[Int(node)] < 0 {
      let base =
        word.count == 2
        ? trie.unknown[2] + features.unknownPair(entry(word[0...0]), entry(word[1...1]))
          + (word[0] == word[1] ? features.twice : 0) : trie.unknown[min(word.count, 7)]
      trie.nodes[Int(node)].score =
        base + features.score(times: times[Int(node)], word.count)
    }
    for number in 0..<lexicon.numbers.count where trie.nodes[number].score == IntegerTable.none {
      trie.nodes[number].score = trie.unknown[1]
    }
  }

  private func score(_ word: WordLexicon.Word, _ syllables: ArraySlice<Int32>) -> Int32 {
    let start = syllables.startIndex
    if word.count == 2 {
      let parts = (entry(syllables.prefix(1)), entry(syllables.suffix(1)))
      return features.score(word, parts: parts, halves: [])
    }
    var halves: [(Int, WordLexicon.Word, WordLexicon.Word)] = []
    for cut in 1..<max(word.count, 1) {
      if let first = entry(syllables[start..<(start + cut)]),
        let second = entry(syllables[(start + cut)...])
      {
        halves.append((cut, first, second))
      }
    }
    return features.score(word, parts: nil, halves: halves)
  }

  private mutating func set(_ row: WordModel.SyllableRow, _ number: Int) {
    switch row.template {
    case UInt8(ascii: "u"): trie.nodes[number].score += row.weight
    case UInt8(ascii: "a"): trie.syllables[number].before = row.weight
    case UInt8(ascii: "b"): trie.syllables[number].after = row.weight
    case UInt8(ascii: "f"): trie.syllables[number].first = row.weight
    default: break
    }
  }

  private func unknownPairs() -> [Int32] {
    var tagged = [WordLexicon.Word?](repeating: nil, count: trie.tagCount)
    for word in lexicon.words { tagged[word.tag] = word }
    return tagged.flatMap { first in tagged.map { features.unknownPair(first, $0) } }
  }
}
