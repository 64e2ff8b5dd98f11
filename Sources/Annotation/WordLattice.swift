package import Terminology
package import TextModel
package import Vietnamese

/// What may stand at some tokens of a sentence: a word, a value or a name.
package struct WordEdge: Sendable {
  /// What the edge is.
  package enum Content: Sendable {
    /// Entries of the index, first glossary first.
    case term([Int32])
    /// A date or figure with its English.
    case value(english: String, kind: AnnotationKind, value: String?, origin: String)
    /// A run of capitalized words.
    case name(isPerson: Bool, isForeign: Bool)
  }

  /// The tokens it covers.
  package let tokens: Range<Int>
  /// What stands there.
  package let content: Content
}

/// Reads all words, values and names that may stand in a sentence, for a stage that chooses later.
package struct LatticeReader: Sendable {
  private let index: TermIndex
  private let rules: ValueRules
  private let names: NameFinder
  private let tokenizer: Tokenizer

  /// Makes a reader over an index of terms.
  package init(index: TermIndex, tables: Annotator.Tables, table: SyllableTable) {
    self.index = index
    tokenizer = Tokenizer(table)
    rules = ValueRules(
      PhraseTable(tables.calendar, tables.figures, tables.numerals, tokenizer: tokenizer),
      EnglishWords(tables.english))
    names = NameFinder(tables, table, PhraseTable(tables.phrases, tokenizer: tokenizer))
  }

  /// The tokens of a range.
  package func tokens(_ bytes: [UInt8], in range: Range<Int>) -> [Token] {
    tokenizer.tokens(bytes, in: range)
  }

  /// The keys of a word or phrase.
  package func keys(_ text: String) -> [MatchKey] {
    tokenizer.tokens(Array(text.utf8)).map(\.key)
  }

  /// What a condition of a glossary asks for.
  package func neighbour(_ text: String) -> NeighbourPhrase {
    NeighbourPhrase(text, tokenizer: tokenizer)
  }

  /// An entry of the index.
  package func entry(_ number: Int32) -> TermEntry { index.entry(number) }

  /// How many entries the index has.
  package var entryCount: Int { index.entryCount }

  /// How many entries the first glossaries have: their numbers are below it.
  package func entryCount(ofFirst glossaries: Int) -> Int32 {
    index.entryCount(ofFirst: glossaries)
  }

  /// The ISO 3166 code of an entry that is a country.
  package func country(_ number: Int32) -> String? {
    let country = index.country(number)
    return country < 0 ? nil : index.countryCodes[Int(country)]
  }

  /// Takes note of an entry that a sentence used.
  package func count(_ number: Int32, in counts: inout DomainCounts) {
    counts.count(index.facts[Int(number)])
  }

  /// What a document is about: the glossary that gave most of its terms; nil when none did.
  package func subject(_ counts: DomainCounts) -> String? { counts.leader(index.sectionNames) }

  /// All edges, by their first token.
  package func edges(_ tokens: [Token], bytes: [UInt8], published: String?) -> [WordEdge] {
    let values = ValueReader(
      rules: rules, bytes: bytes, articleDate: published.flatMap { CalendarDate(iso: $0) },
      readsCounted: false)
    var edges: [WordEdge] = []
    var ids: [Int32] = []
    index.ids(tokens, into: &ids)
    for start in tokens.indices {
      index.eachHit(tokens, ids, at: start) { hit in
        edges.append(WordEdge(tokens: start..<hit.end, content: .term(index.entries(hit))))
      }
      addValues(tokens, at: start, values, to: &edges)
      if tokens[start].isCapitalized, let run = names.run(tokens, at: start, bytes: bytes) {
        for end in run.dropFirst() { addName(tokens, start..<end, to: &edges) }
        addName(tokens, run, to: &edges)
      }
    }
    return edges
  }

  private func addName(_ tokens: [Token], _ run: Range<Int>, to edges: inout [WordEdge]) {
    let slice = tokens[run]
    edges.append(
      WordEdge(
        tokens: run,
        content: .name(
          isPerson: names.isVietnamesePerson(slice), isForeign: names.isForeign(slice))))
  }

  /// The longest value at a token, and its shorter readings: `5 người` is also `5`.
  private func addValues(
    _ tokens: [Token], at start: Int, _ values: ValueReader, to edges: inout [WordEdge]
  ) {
    guard values.mayBegin(with: tokens[start]), let item = values.read(tokens, at: start),
      !item.target.isEmpty
    else { return }
    edges.append(edge(item))
    guard tokens[start].kind == .number, item.tokens.count > 1 else { return }
    for end in (start + 1)..<item.tokens.upperBound {
      let short = Array(tokens[..<end])
      if let item = values.read(short, at: start), item.tokens.upperBound == end {
        edges.append(edge(item))
      }
    }
  }

  private func edge(_ item: Item) -> WordEdge {
    WordEdge(
      tokens: item.tokens,
      content: .value(
        english: item.target, kind: item.kind, value: item.value, origin: item.origin))
  }
}
