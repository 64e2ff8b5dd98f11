public import Terminology
import TextModel
public import Vietnamese

/// All terms of a set of glossaries, found by the match keys of their tokens.
///
/// Entries come in order of priority: the first glossary's senses before the second's. Rows of one
/// key are the senses of one term. Immutable and shared by all workers.
public struct TermIndex: Sendable {
  /// One spelling of an entry that ends at a trie node.
  struct Spelling: Sendable {
    let entry: Int32
    /// Bit n is set when token n must begin with a capital.
    let capitals: UInt64
  }

  private var trie: SyllableTrie
  private var spellings: [[Spelling]] = []
  /// What the search for words asks of an entry, kept apart from the entry, which is costly to copy.
  struct Fact: Sendable {
    let tag: WordTag
    let band: Int8
    let isPerson: Bool
    let isBody: Bool
  }

  /// The facts of all entries, in their order.
  let facts: [Fact]
  private let sections: [[TermEntry]]
  private let starts: [Int]
  /// ISO codes of country entries by their index.
  let countryCodes: [Int32: String]
  /// Names of glossaries whose entries only help segmentation, such as the general vocabulary.
  let vocabulary: Set<String>
  /// Which syllables stand side by side inside the terms.
  public let pairs: WordPairs

  /// Builds the index.
  /// - Parameters:
  ///   - glossaries: in order of priority.
  ///   - vocabulary: names of the glossaries that hold general words.
  public init(
    glossaries: [Glossary], vocabulary: Set<String>, codes: CountryCodes, tokenizer: Tokenizer
  ) {
    sections = glossaries.map(\.entries)
    starts = sections.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    self.vocabulary = vocabulary
    var trie = SyllableTrie(capacity: starts[starts.count - 1] * 2)
    var spellings: [[Spelling]] = []
    var countries: [Int32: String] = [:]
    var pairs = WordPairs()
    let bodies: Set<String> = ["country", "ministry", "org", "body", "agency", "court", "party"]
    var facts: [Fact] = []
    facts.reserveCapacity(starts[starts.count - 1])
    for (index, entry) in sections.joined().enumerated() {
      facts.append(
        Fact(
          tag: entry.tag, band: Int8(clamping: entry.band), isPerson: entry.type == "person",
          isBody: bodies.contains(entry.type)))
      if let code = codes.code(of: entry) { countries[Int32(index)] = code }
      for spelling in [entry.vi] + entry.variants {
        let tokens = tokenizer.tokens(Array(spelling.utf8))
        if tokens.isEmpty { continue }
        if tokens.count > 1 { pairs.insert(tokens.map(\.key)) }
        let slot = trie.insert(tokens.map(\.key), value: spellings.count)
        if slot == spellings.count { spellings.append([]) }
        spellings[slot].append(
          Spelling(entry: Int32(index), capitals: Self.capitals(tokens, entry.tag)))
      }
    }
    self.trie = trie
    self.spellings = spellings
    self.countryCodes = countries
    self.pairs = pairs
    self.facts = facts
  }

  /// The entry with an index.
  func entry(_ index: Int32) -> TermEntry {
    let section = starts.indices.partitioningOffset { starts[$0] > Int(index) } - 1
    return sections[section][Int(index) - starts[section]]
  }

  private static func capitals(_ tokens: [Token], _ tag: WordTag) -> UInt64 {
    guard tag == .properName || tokens.allSatisfy({ $0.isAllCapitals || $0.kind != .word }) else {
      return 0
    }
    return tokens.prefix(64).enumerated().reduce(0) {
      $1.element.isCapitalized ? $0 | 1 << UInt64($1.offset) : $0
    }
  }

  /// A term at a token: its entries in order of priority, and the token after it.
  struct Match: Sendable {
    let entries: [Int32]
    let end: Int
  }

  /// All terms that start at a token, shortest first.
  func matches(_ tokens: [Token], at start: Int) -> [Match] {
    var node = SyllableTrie.root
    var found: [Match] = []
    var capitals: UInt64 = 0
    for index in start..<min(tokens.count, start + 64) {
      guard let child = trie.child(of: node, tokens[index].key) else { break }
      node = child
      if tokens[index].isCapitalized { capitals |= 1 << UInt64(index - start) }
      guard let value = trie.value(at: node) else { continue }
      let entries = spellings[value].filter { $0.capitals & ~capitals == 0 }.map(\.entry)
      if !entries.isEmpty { found.append(Match(entries: entries, end: index + 1)) }
    }
    return found
  }
}
