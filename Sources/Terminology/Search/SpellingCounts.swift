public import Vietnamese

/// How often spellings stand in texts, all found in one pass over each text.
public struct SpellingCounts: Sendable {
  private var trie: SyllableTrie
  private var counts: [Int] = []
  private let tokenizer: Tokenizer

  /// Makes a counter with room for a number of spellings.
  public init(tokenizer: Tokenizer, capacity: Int = 1024) {
    self.tokenizer = tokenizer
    trie = SyllableTrie(capacity: capacity * 2)
  }

  /// Takes note of a spelling and gives its place; two with the same keys have one place. A spelling
  /// without letters is never found and has the place -1.
  public mutating func add(_ spelling: String) -> Int {
    let tokens = tokenizer.tokens(Array(spelling.utf8))
    if tokens.isEmpty { return -1 }
    let place = trie.insert(tokens, value: counts.count)
    if place == counts.count { counts.append(0) }
    return place
  }

  /// How often the spelling at a place was found.
  public subscript(place: Int) -> Int { place < 0 ? 0 : counts[place] }

  /// Counts in a text; spellings inside longer ones count too.
  public mutating func count(_ bytes: [UInt8]) {
    let tokens = tokenizer.tokens(bytes)
    for start in tokens.indices {
      var node = SyllableTrie.root
      for token in tokens[start...] {
        guard let child = trie.child(of: node, token.key) else { break }
        node = child
        if let value = trie.value(at: node) { counts[value] += 1 }
      }
    }
  }
}
