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

  private let trie: SyllableTrie
  private let spellings: SpellingLists
  /// What the search for words asks of an entry, kept apart from the entry, which is costly to copy.
  struct Fact: Sendable {
    let tag: WordTag
    let band: Int8
    let isPerson: Bool
    let isBody: Bool
  }

  /// The facts of all entries, in their order.
  let facts: [Fact]
  private let sections: [TermEntries]
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
    let count = starts[starts.count - 1]
    var trie = SyllableTrie(capacity: count * 2)
    var spellings = SpellingLists(capacity: count + count / 4)
    var pairs = WordPairs(capacity: count * 2)
    var countries: [Int32: String] = [:]
    var facts: [Fact] = []
    facts.reserveCapacity(count)
    var tokens: [Token] = []
    for section in sections {
      let bytes = section.bytes
      for (position, head) in section.heads.enumerated() {
        let entry = Int32(facts.count)
        let type = head.type.isEmpty ? "" : section.text(head.type)
        facts.append(
          Fact(
            tag: head.tag, band: head.band, isPerson: type == "person",
            isBody: !type.isEmpty && Self.bodies.contains(type)))
        if type == "country", let code = codes.code(of: section[position]) {
          countries[entry] = code
        }
        section.forEachSpelling(of: head) { range in
          tokens.removeAll(keepingCapacity: true)
          tokenizer.append(bytes, in: range, to: &tokens)
          if tokens.isEmpty { return }
          if tokens.count > 1 { pairs.insert(tokens) }
          let slot = trie.insert(tokens, value: spellings.count)
          spellings.append(
            Spelling(entry: entry, capitals: Self.capitals(tokens, head)), to: slot)
        }
      }
    }
    self.trie = trie
    self.spellings = spellings
    self.countryCodes = countries
    self.pairs = pairs
    self.facts = facts
  }

  private static let bodies: Set<String> = [
    "country", "ministry", "org", "body", "agency", "court", "party",
  ]

  /// The entry with an index.
  func entry(_ index: Int32) -> TermEntry {
    let section = starts.indices.partitioningOffset { starts[$0] > Int(index) } - 1
    return sections[section][Int(index) - starts[section]]
  }

  private static func capitals(_ tokens: [Token], _ head: TermHead) -> UInt64 {
    let matters =
      switch head.caseRule {
      case .exact: true
      case .any: false
      case .byTag:
        head.tag == .properName || tokens.allSatisfy { $0.isAllCapitals || $0.kind != .word }
      }
    guard matters else { return 0 }
    return tokens.prefix(64).enumerated().reduce(0) {
      $1.element.isCapitalized ? $0 | 1 << UInt64($1.offset) : $0
    }
  }

  /// The entries of which one spelling is made of these tokens, in order of priority, capitals left
  /// aside; empty when no glossary has the term.
  public func entries(spelled tokens: some Collection<Token>) -> [TermEntry] {
    list(tokens.lazy.map(\.key)).map { spellings.entries(in: $0) { _ in true }.map(entry) } ?? []
  }

  /// The tags of those entries.
  public func tags(spelled tokens: some Collection<Token>) -> [WordTag] {
    list(tokens.lazy.map(\.key)).map { list in
      spellings.entries(in: list) { _ in true }.map { facts[Int($0)].tag }
    } ?? []
  }

  /// Whether a glossary has a term with these tokens, capitals left aside.
  public func contains(_ tokens: some Collection<Token>) -> Bool {
    list(tokens.lazy.map(\.key)) != nil
  }

  /// Whether a glossary has a term with these match keys, capitals left aside.
  public func contains(keys: [UInt64]) -> Bool {
    list(keys.lazy.map { MatchKey(value: $0) }) != nil
  }

  private func list(_ keys: some Sequence<MatchKey>) -> Int? {
    var node = SyllableTrie.root
    for key in keys {
      guard let child = trie.child(of: node, key) else { return nil }
      node = child
    }
    return trie.value(at: node)
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
      let entries = spellings.entries(in: value) { $0.capitals & ~capitals == 0 }
      if !entries.isEmpty { found.append(Match(entries: entries, end: index + 1)) }
    }
    return found
  }
}

/// The spellings that end at each node of the trie, as lists in one array.
private struct SpellingLists: Sendable {
  private struct Link {
    let spelling: TermIndex.Spelling
    var next: Int32
  }

  private var links: [Link] = []
  private var ends: [(first: Int32, last: Int32)] = []

  init(capacity: Int) {
    links.reserveCapacity(capacity)
    ends.reserveCapacity(capacity)
  }

  /// How many lists there are.
  var count: Int { ends.count }

  mutating func append(_ spelling: TermIndex.Spelling, to list: Int) {
    let index = Int32(links.count)
    links.append(Link(spelling: spelling, next: -1))
    if list == ends.count { return ends.append((index, index)) }
    links[Int(ends[list].last)].next = index
    ends[list].last = index
  }

  func entries(in list: Int, where test: (TermIndex.Spelling) -> Bool) -> [Int32] {
    var found: [Int32] = []
    var index = ends[list].first
    while index >= 0 {
      let link = links[Int(index)]
      if test(link.spelling) { found.append(link.spelling.entry) }
      index = link.next
    }
    return found
  }
}
