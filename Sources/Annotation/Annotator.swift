import Terminology
public import TextModel
public import Vietnamese

/// Finds terms, titles, names, dates and figures in Vietnamese text and renders each in English.
///
/// Matching is leftmost-longest over whole syllables, so `tin` inside `thông tin` is never the term
/// `tin`: every word of the lexicon takes its syllables, whether or not it is annotated.
public struct Annotator: Sendable {
  private let index: TermIndex
  private let tokenizer: Tokenizer
  private let dates: DateReader
  private let figures: FigureReader
  private let names: NameFinder

  /// The data tables of the annotator.
  public struct Tables: Sendable {
    let calendar: DataTable
    let figures: DataTable
    let surnames: DataTable

    /// Takes the tables of Data/.
    public init(calendar: DataTable, figures: DataTable, surnames: DataTable) {
      self.calendar = calendar
      self.figures = figures
      self.surnames = surnames
    }
  }

  /// Makes an annotator over an index of terms.
  public init(index: TermIndex, tables: Tables, table: SyllableTable) {
    self.index = index
    tokenizer = Tokenizer(table)
    dates = DateReader(calendar: PhraseTable(tables.calendar, tokenizer: tokenizer))
    figures = FigureReader(figures: PhraseTable(tables.figures, tokenizer: tokenizer))
    names = NameFinder(surnames: Set(tables.surnames.rows.map { table.key($0["surname"]) }))
  }

  /// Annotates parts of a text, such as the sentences of an article, in order.
  /// - Parameters:
  ///   - parts: ascending, disjoint ranges; nothing is matched across two of them.
  ///   - published: the article's date in ISO 8601, for years and validity. Default: nil, not known.
  public func annotate(
    _ bytes: [UInt8], parts: [TextSpan], published: String? = nil
  ) -> AnnotatedText {
    var pass = AnnotationPass(
      index: index, dates: dates, figures: figures, names: names, bytes: bytes,
      published: published)
    for part in parts { pass.annotate(tokenizer.tokens(bytes, in: part.range)) }
    return pass.result
  }
}

/// One pass over a document: what was named before helps later sentences.
private struct AnnotationPass {
  let index: TermIndex
  let dates: DateReader
  let figures: FigureReader
  let names: NameFinder
  let bytes: [UInt8]
  let published: String?
  private var memory = PersonMemory()
  private var annotations: [Annotation] = []
  private var ambiguities: [Ambiguity] = []
  private var unknowns: [TextSpan] = []
  private var glosses: [Annotation] = []
  private var lastCountry: String?

  init(
    index: TermIndex, dates: DateReader, figures: FigureReader, names: NameFinder, bytes: [UInt8],
    published: String?
  ) {
    self.index = index
    self.dates = dates
    self.figures = figures
    self.names = names
    self.bytes = bytes
    self.published = published
  }

  var result: AnnotatedText {
    AnnotatedText(annotations: annotations, ambiguities: ambiguities, unknowns: unknowns,
      glosses: glosses)
  }

  mutating func annotate(_ tokens: [Token]) {
    var items: [Item] = []
    var start = 0
    while start < tokens.count {
      if let item = item(tokens, at: start) {
        items.append(item)
        start = item.tokens.upperBound
      } else {
        note(unknown: tokens[start])
        start += 1
      }
    }
    chooseSenses(&items, tokens)
    for item in PhraseComposer(tokens: tokens, bytes: bytes).compose(items) { emit(item, tokens) }
  }

  private mutating func note(unknown token: Token) {
    if token.kind == .word, !token.isCapitalized { unknowns.append(token.span) }
  }

  // MARK: Finding

  private mutating func item(_ tokens: [Token], at start: Int) -> Item? {
    let articleDate = published.flatMap { CalendarDate(iso: $0) }
    let value =
      dates.read(tokens, at: start, bytes: bytes, articleDate: articleDate)
      ?? figures.read(tokens, at: start, bytes: bytes)
    let term = index.matches(tokens, at: start).last
    let run = tokens[start].isCapitalized ? names.run(tokens, at: start, bytes: bytes) : nil
    if let value, value.tokens.upperBound >= (term?.end ?? 0) { return value }
    if let run, let name = name(tokens, run, term: term) { return name }
    return term.map { self.term($0, tokens, start) }
  }

  private func term(_ match: TermIndex.Match, _ tokens: [Token], _ start: Int) -> Item {
    let entries = match.entries.map { index.entry($0) }
    var item = Item(
      tokens: start..<match.end, content: .term(entries), target: "", kind: .term, origin: "")
    item.country = match.entries.lazy.compactMap { index.countryCodes[$0] }.first
    return item
  }

  /// A run of capitalized words as a name, unless a term covers it better.
  private mutating func name(_ tokens: [Token], _ run: Range<Int>, term: TermIndex.Match?) -> Item? {
    var run = run
    let first = tokens[run.lowerBound]
    if let term, term.end >= run.upperBound || index.entry(term.entries[0]).tag == .properName {
      return nil
    }
    if run.lowerBound == 0 || !first.isCapitalized, !names.isForeign(tokens[run]),
      !names.isVietnamesePerson(tokens[run])
    {
      return nil
    }
    for cut in run.dropFirst() where cut < run.upperBound {
      if let inner = index.matches(tokens, at: cut).last,
        inner.end - cut > 1, index.entry(inner.entries[0]).tag == .properName
      {
        run = run.lowerBound..<cut
        break
      }
    }
    if term != nil, first.key.isSyllable, !names.isVietnamesePerson(tokens[run]),
      !names.isForeign(tokens[run])
    {
      return nil
    }
    return person(tokens, run)
  }

  private mutating func person(_ tokens: [Token], _ run: Range<Int>) -> Item? {
    let text = String(
      decoding: bytes[tokens[run.lowerBound].start..<tokens[run.upperBound - 1].end], as: UTF8.self)
    let slice = tokens[run]
    let followsTitle = run.lowerBound > 0 && isTitle(tokens, endingAt: run.lowerBound)
    let known = memory.person(slice)
    guard followsTitle || known != nil || names.isVietnamesePerson(slice) || names.isForeign(slice)
    else { return nil }
    let isPerson =
      followsTitle || known != nil || names.isVietnamesePerson(slice)
    if isPerson, known == nil || run.count > 1 { memory.remember(slice, name: text) }
    var item = Item(
      tokens: run, content: .name(isPerson ? .person : .organization), target: text,
      kind: isPerson ? .person : .organization, origin: "name",
      evidence: known.flatMap { $0 == text ? nil : "short for \($0)" })
    item.role = isPerson ? .person : .organization
    return item
  }

  /// Whether a title, or a country after a title, ends before a token.
  private func isTitle(_ tokens: [Token], endingAt end: Int) -> Bool {
    for start in max(0, end - 6)..<end {
      for match in index.matches(tokens, at: start) where match.end == end {
        let entry = index.entry(match.entries[0])
        if match.entries.contains(where: { index.entry($0).tag == .title }) { return true }
        let isBody = ["country", "ministry", "org", "body", "agency"].contains(entry.type)
        if isBody, start > 0, isTitle(tokens, endingAt: start) { return true }
      }
    }
    return false
  }

  // MARK: Senses

  private mutating func chooseSenses(_ items: inout [Item], _ tokens: [Token]) {
    for position in items.indices {
      guard case .term(let senses) = items[position].content else { continue }
      let range = items[position].tokens
      let chooser = SenseChooser(
        previous: words(tokens, before: range.lowerBound), next: words(tokens, after: range.upperBound),
        country: country(items, at: position), day: published.map { String($0.prefix(10)) })
      guard let choice = chooser.choose(senses) else { continue }
      apply(choice, to: &items[position])
      if let code = items[position].country { lastCountry = code }
    }
  }

  private func apply(_ choice: SenseChooser.Choice, to item: inout Item) {
    let entry = choice.entry
    item.entry = entry
    item.target = entry.en
    item.origin = entry.name
    item.evidence = choice.evidence
    item.open = choice.open
    (item.kind, item.role) = Self.kind(of: entry)
    if item.role != .country { item.country = nil }
  }

  private static func kind(of entry: TermEntry) -> (AnnotationKind, PhraseRole) {
    switch entry.type {
    case "country": return (.place, .country)
    case "place", "city", "province", "region", "river", "sea", "island": return (.place, .place)
    case "person": return (.person, .person)
    case "org", "party", "ministry", "court", "agency", "media", "company", "bank", "team", "body":
      return (.organization, entry.tag == .properName ? .organization : .organizationNoun)
    default: break
    }
    switch entry.tag {
    case .title: return (.title, .title)
    case .noun, .massNoun: return (.term, .noun)
    case .adjective: return (.term, .adjective)
    case .properName: return (.term, .other)
    default: return (.term, .other)
    }
  }

  /// The country a term belongs to: after it, after the body it heads, before it, or the last named.
  private func country(_ items: [Item], at position: Int) -> (code: String, evidence: String)? {
    var end = items[position].tokens.upperBound
    for next in items[(position + 1)...].prefix(2) {
      guard next.tokens.lowerBound == end else { break }
      if let code = next.country { return (code, "followed by the country \(code)") }
      end = next.tokens.upperBound
    }
    for before in items[..<position].reversed().prefix(3) {
      if let code = before.country { return (code, "after the country \(code)") }
    }
    return lastCountry.map { ($0, "the country \($0) was named last") }
  }

  private func words(_ tokens: [Token], before index: Int) -> [String] {
    tokens[max(0, index - 4)..<index].reversed().map { text($0) }
  }

  private func words(_ tokens: [Token], after index: Int) -> [String] {
    tokens[index..<min(tokens.count, index + 4)].map { text($0) }
  }

  private func text(_ token: Token) -> String {
    String(decoding: bytes[token.span.range], as: UTF8.self).lowercased()
  }

  // MARK: Results

  private mutating func emit(_ item: Item, _ tokens: [Token]) {
    let span = TextSpan(
      tokens[item.tokens.lowerBound].start, tokens[item.tokens.upperBound - 1].end)
    let surface = String(decoding: bytes[span.range], as: UTF8.self)
    let annotation = Annotation(
      span: span, surface: surface, target: item.target, kind: item.kind, origin: item.origin,
      evidence: item.evidence, value: item.value, isInferred: item.isInferred)
    glosses.append(annotation)
    if let entry = item.entry, case .term = item.content,
      index.vocabulary.contains(entry.origin.glossary)
    {
      guard entry.tag.isContent, item.tokens.count > 1 else { return }
    }
    if item.open.count > 1 {
      ambiguities.append(Ambiguity(span: span, surface: surface, renderings: item.open))
    }
    annotations.append(annotation)
  }
}
