import Terminology
import TextModel
import Vietnamese

/// One pass over a document: what was named before helps later sentences.
struct AnnotationPass {
  let index: TermIndex
  let values: ValueReader
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
    values = ValueReader(
      dates: dates, figures: figures, bytes: bytes,
      articleDate: published.flatMap { CalendarDate(iso: $0) })
    self.names = names
    self.bytes = bytes
    self.published = published
  }

  var result: AnnotatedText {
    AnnotatedText(
      annotations: annotations, ambiguities: ambiguities, unknowns: unknowns, glosses: glosses)
  }

  mutating func annotate(_ tokens: [Token]) {
    let path = WordPath(
      tokens: tokens, bytes: bytes, index: index, names: names,
      values: values)
    var items: [Item] = []
    for step in path.best() {
      switch step {
      case .value(let item): items.append(item)
      case .term(let match, let start): items.append(term(match, start))
      case .name(let run): if let item = person(tokens, run) { items.append(item) }
      case .unknown(let position): note(unknown: tokens[position])
      }
    }
    chooseSenses(&items, tokens)
    let composer = PhraseComposer(tokens: tokens, bytes: bytes)
    for item in composer.compose(items) { emit(item, tokens) }
  }

  private mutating func note(unknown token: Token) {
    if token.kind == .word, !token.isCapitalized { unknowns.append(token.span) }
  }

  private func term(_ match: TermIndex.Match, _ start: Int) -> Item {
    var item = Item(
      tokens: start..<match.end, content: .term(match.entries.map { index.entry($0) }), target: "",
      kind: .term, origin: "")
    item.country = match.entries.lazy.compactMap { index.countryCodes[$0] }.first
    return item
  }

  // MARK: Names

  private mutating func person(_ tokens: [Token], _ run: Range<Int>) -> Item? {
    let text = text(tokens, run)
    let slice = tokens[run]
    let followsTitle = run.lowerBound > 0 && isTitle(tokens, endingAt: run.lowerBound)
    let known = memory.person(slice)
    let isPerson = followsTitle || known != nil || names.isVietnamesePerson(slice)
    guard isPerson || names.isForeign(slice) else { return nil }
    if isPerson, known == nil || run.count > 1 { memory.remember(slice, name: text) }
    var item = Item(
      tokens: run, content: .name(isPerson ? .person : .organization), target: text,
      kind: isPerson ? .person : .organization, origin: "name",
      evidence: known.flatMap { $0 == text ? nil : "short for \($0)" })
    item.role = isPerson ? .person : .organization
    return item
  }

  private func text(_ tokens: [Token], _ run: Range<Int>) -> String {
    let start = tokens[run.lowerBound].start
    return String(decoding: bytes[start..<tokens[run.upperBound - 1].end], as: UTF8.self)
  }

  /// Whether a title, or a body or country after a title, ends before a token.
  private func isTitle(_ tokens: [Token], endingAt end: Int) -> Bool {
    for start in max(0, end - 6)..<end {
      for match in index.matches(tokens, at: start) where match.end == end {
        let facts = match.entries.map { index.facts[Int($0)] }
        if facts.contains(where: { $0.tag == .title }) { return true }
        if start > 0, facts.contains(where: \.isBody),
          isTitle(tokens, endingAt: start)
        {
          return true
        }
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
        previous: words(tokens, before: range.lowerBound),
        next: words(tokens, after: range.upperBound), country: country(items, at: position),
        day: published.map { String($0.prefix(10)) },
        nextIsName: range.upperBound < tokens.count && tokens[range.upperBound].isCapitalized,
        neighbour: neighbour(items, before: position))
      guard let choice = chooser.choose(senses) else { continue }
      apply(choice, to: &items[position], tokens)
      if let code = items[position].country { lastCountry = code }
    }
  }

  /// What the item before, side by side with this one, asks for.
  private func neighbour(_ items: [Item], before position: Int) -> SenseChooser.Neighbour {
    guard position > 0, items[position - 1].tokens.upperBound == items[position].tokens.lowerBound
    else { return .none }
    if items[position - 1].role == .counter { return .counter }
    return items[position - 1].role == .noun ? .noun : .none
  }

  private func apply(_ choice: SenseChooser.Choice, to item: inout Item, _ tokens: [Token]) {
    let entry = choice.entry
    item.entry = entry
    item.target = entry.en
    item.origin = entry.name
    item.evidence = choice.evidence
    item.open = choice.open
    (item.kind, item.role) = PhraseRole.kind(of: entry)
    if item.role == .person { keepSpelling(&item, tokens) }
    if item.role != .country { item.country = nil }
  }

  /// A person spelled in plain Latin letters stays as the source spells him.
  private func keepSpelling(_ item: inout Item, _ tokens: [Token]) {
    let surface = text(tokens, item.tokens)
    if surface.utf8.allSatisfy({ $0 < 0x80 }),
      tokens[item.tokens].contains(where: { !$0.key.isSyllable })
    {
      item.target = surface
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
