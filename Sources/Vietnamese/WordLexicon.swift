import TextModel

/// The words that segmentation knows, with what speaks for each: made from the glossaries.
public struct WordLexicon: Sendable {
  /// A word as the segmenter sees it.
  public struct Word: Hashable, Sendable {
    /// `p` a name, `g` a term of a subject glossary, `v` a general word.
    public let kind: Character
    /// How common it is, 1 to 5.
    public let band: Int
    /// The tag of its commonest sense.
    public let tag: String
  }

  private var trie: SyllableTrie
  private var words: [Word] = []
  private let tokenizer: Tokenizer

  /// An empty lexicon with room for a number of words.
  public init(capacity: Int, tokenizer: Tokenizer) {
    trie = SyllableTrie(capacity: capacity)
    self.tokenizer = tokenizer
  }

  /// Takes note of a word; the commonest band wins. Words with punctuation are passed over.
  public mutating func insert(_ text: String, kind: Character, band: Int, tag: String) {
    let tokens = tokenizer.tokens(Array(text.utf8))
    guard !tokens.isEmpty, tokens.allSatisfy({ $0.kind != .mark }) else { return }
    let word = Word(kind: kind, band: band == 0 ? 4 : band, tag: tag)
    let index = trie.insert(tokens.map(\.key), value: words.count)
    if index == words.count {
      words.append(word)
    } else if words[index].band > word.band {
      words[index] = word
    }
  }

  /// The node after a key, nil when no word goes on so.
  public func child(of node: Int, _ key: MatchKey) -> Int? { trie.child(of: node, key) }
  /// The word that ends at a node.
  public func word(at node: Int) -> Word? { trie.value(at: node).map { words[$0] } }
}
