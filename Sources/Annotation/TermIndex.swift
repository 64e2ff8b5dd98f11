public import Terminology
import TextModel
public import Vietnamese

/// All terms of a set of glossaries, found by the match keys of their tokens.
///
/// Entries come in order of priority: the first glossary's senses before the second's. Rows of one
/// key are the senses of one term. Immutable and shared by all workers; a class, because each sentence
/// hands it on several times.
public final class TermIndex: Sendable {
  /// One spelling of an entry.
  struct Spelling: Sendable {
    let entry: Int32
    /// Bit n is set when token n must begin with a capital; the highest when the first must have no others.
    let capitals: UInt64
    /// Bit n is set when token n of the spelling itself begins with a capital.
    let ownCapitals: UInt64

    /// The same, found without its capitals too.
    var withoutCapitals: Spelling {
      Spelling(entry: entry, capitals: 0, ownCapitals: ownCapitals)
    }
  }

  /// The bit that stands for a first token in capitals only: `IS` is no `Is`.
  static let loud: UInt64 = 1 << 63

  /// The capitals of a run of tokens that begins with one.
  @inline(__always)
  static func capitals(first token: Token) -> UInt64 { token.isAllCapitals ? loud : 0 }

  /// The trie over the syllables of all spellings; its values are terms.
  let trie: CompactTrie
  /// By term: where its spellings begin; one more than there are terms.
  let firstSpelling: [Int32]
  /// The spellings of all terms, those of one term in order of priority.
  let spellings: [Spelling]
  /// By term: the least cost among the spellings that need no capital, infinite when all do.
  private let plainCosts: [Double]
  /// The same where the term is one syllable.
  private let plainCostsAlone: [Double]
  /// By term: what its senses may be.
  let traits: [TermTraits]
  /// The facts of all entries, in their order.
  let facts: [TermFact]
  /// The conditions that entries have.
  let contexts: [TermContext]
  /// By syllable: whether it begins with a digit, such as `4g`.
  let digitSyllables: [Bool]
  /// The names of the glossaries, which are subjects of articles.
  let sectionNames: [String]
  /// ISO codes of the countries.
  let countryCodes: [String]
  private let sections: [TermEntries]
  private let starts: [Int]
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
    sectionNames = glossaries.map(\.name)
    starts = sections.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    let builder = TermIndexBuilder(
      glossaries: glossaries, vocabulary: vocabulary, codes: codes, tokenizer: tokenizer)
    trie = builder.trie
    firstSpelling = builder.firstSpelling
    spellings = builder.spellings
    facts = builder.facts
    traits = builder.traits()
    contexts = builder.contexts
    digitSyllables = builder.digitSyllables
    countryCodes = builder.countryCodes
    pairs = builder.pairs
    plainCosts = builder.plainCosts(\.cost)
    plainCostsAlone = builder.plainCosts(\.costAlone)
  }

  // MARK: Entries

  /// The entry with an index.
  func entry(_ index: Int32) -> TermEntry { self[index, \.self] }

  /// A cell of an entry, without making the entry.
  func cell(_ column: TermColumn, of index: Int32) -> String {
    let section = Int(facts[Int(index)].section)
    return sections[section].cell(column, at: Int(index) - starts[section])
  }

  /// A field of an entry, without a copy of the entry.
  subscript<Value>(index: Int32, field: KeyPath<TermEntry, Value>) -> Value {
    let section = Int(facts[Int(index)].section)
    return sections[section][Int(index) - starts[section]][keyPath: field]
  }

  /// The rendering of an entry, without making the entry.
  func english(_ index: Int32) -> String {
    let section = Int(facts[Int(index)].section)
    return sections[section].text(sections[section].heads[Int(index) - starts[section]].en)
  }

  /// The name of an entry for reports, without making the entry.
  func name(_ index: Int32) -> String {
    let section = Int(facts[Int(index)].section)
    let entries = sections[section]
    let head = entries.heads[Int(index) - starts[section]]
    return "\(sectionNames[section]):\(entries.text(head.vi))=\(entries.text(head.en))"
  }

  /// How many entries there are.
  var entryCount: Int { facts.count }

  /// How many entries the first glossaries have.
  func entryCount(ofFirst glossaries: Int) -> Int32 { Int32(starts[glossaries]) }

  /// The index of the country's code of an entry, −1 when it is no country.
  func country(_ index: Int32) -> Int16 { facts[Int(index)].country }

  // MARK: Lookup

  /// The entries of which one spelling is made of these tokens, in order of priority, capitals left
  /// aside; empty when no glossary has the term.
  public func entries(spelled tokens: some Collection<Token>) -> [TermEntry] {
    term(tokens.lazy.map(\.key)).map { spellingRange($0).map { entry(spellings[$0].entry) } } ?? []
  }

  /// The tags of those entries.
  public func tags(spelled tokens: some Collection<Token>) -> [WordTag] {
    term(tokens.lazy.map(\.key)).map { term in
      spellingRange(term).map { facts[Int(spellings[$0].entry)].tag }
    } ?? []
  }

  /// Whether a glossary has a term with these tokens, capitals left aside.
  public func contains(_ tokens: some Collection<Token>) -> Bool {
    term(tokens.lazy.map(\.key)) != nil
  }

  /// Whether a glossary has a term with these match keys, capitals left aside.
  public func contains(keys: [UInt64]) -> Bool {
    term(keys.lazy.map { MatchKey(value: $0) }) != nil
  }

  /// The term with these match keys, capitals left aside; nil when there is none.
  func term(_ keys: some Sequence<MatchKey>) -> Int32? {
    var node = CompactTrie.root
    for key in keys {
      node = trie.child(of: node, trie.id(of: key))
      if node == 0 { return nil }
    }
    let term = trie.value(at: node)
    return term < 0 ? nil : term
  }

  // MARK: Matching

  /// A term at a token: the term, the token after it, and the capitals that the text has.
  struct Hit: Sendable {
    let term: Int32
    let end: Int
    let capitals: UInt64
  }

  /// By syllable: whether it is one of some match keys.
  func syllables(_ keys: [MatchKey]) -> [Bool] {
    var found = digitSyllables.map { _ in false }
    for key in keys {
      let id = trie.id(of: key)
      if id >= 0 { found[Int(id)] = true }
    }
    return found
  }

  /// The integers of tokens, for `eachHit`.
  func ids(_ tokens: [Token], into ids: inout [Int32]) {
    ids.removeAll(keepingCapacity: true)
    for token in tokens { ids.append(trie.id(of: token.key)) }
  }

  /// All terms that start at a token, shortest first.
  @inline(__always)
  func eachHit(_ tokens: [Token], _ ids: [Int32], at start: Int, _ body: (Hit) -> Void) {
    var node = CompactTrie.root
    var capitals = Self.capitals(first: tokens[start])
    for index in start..<min(tokens.count, start + 63) {
      node = trie.child(of: node, ids[index])
      if node == 0 { return }
      if tokens[index].isCapitalized { capitals |= 1 << UInt64(index - start) }
      let term = trie.value(at: node)
      if term >= 0, fits(term, capitals) {
        body(Hit(term: term, end: index + 1, capitals: capitals))
      }
    }
  }

  /// Whether some spelling of a term goes with the capitals of the text.
  @inline(__always)
  private func fits(_ term: Int32, _ capitals: UInt64) -> Bool {
    for index in spellingRange(term) where spellings[index].capitals & ~capitals == 0 {
      return true
    }
    return false
  }

  /// Where the spellings of a term stand.
  @inline(__always)
  func spellingRange(_ term: Int32) -> Range<Int> {
    Int(firstSpelling[Int(term)])..<Int(firstSpelling[Int(term) + 1])
  }

  /// The entries of a term that go with the capitals of the text, in order of priority.
  @inline(__always)
  func eachEntry(_ hit: Hit, _ body: (Int32) -> Void) {
    for index in spellingRange(hit.term) where spellings[index].capitals & ~hit.capitals == 0 {
      body(spellings[index].entry)
    }
  }

  /// The cost of a term in text without a capital, by its best entry; infinite when none fits.
  @inline(__always)
  func plainCost(_ term: Int32, isAlone: Bool) -> Double {
    isAlone ? plainCostsAlone[Int(term)] : plainCosts[Int(term)]
  }

  /// Whether two entries have the same rendering.
  func hasSameEnglish(_ one: Int32, _ other: Int32) -> Bool {
    englishBytes(one).elementsEqual(englishBytes(other))
  }

  private func englishBytes(_ index: Int32) -> ArraySlice<UInt8> {
    let section = Int(facts[Int(index)].section)
    let place = sections[section].heads[Int(index) - starts[section]].en
    return sections[section].bytes[Int(place.lowerBound)..<Int(place.upperBound)]
  }

  /// Whether a sense of a term is a name.
  func hasName(_ term: Int32) -> Bool {
    spellingRange(term).contains { facts[Int(spellings[$0].entry)].isName }
  }

  /// The entries of a hit.
  func entries(_ hit: Hit) -> [Int32] {
    var result: [Int32] = []
    eachEntry(hit) { result.append($0) }
    return result
  }
}
