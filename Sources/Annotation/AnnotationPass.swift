import Terminology
import TextModel
import Vietnamese

/// One pass over a document: what was named before helps later sentences.
struct AnnotationPass {
  let index: TermIndex
  private let names: NameFinder
  private let phrases: PhraseTable
  let bytes: [UInt8]
  private let published: String?
  let rules: ValueRules
  private let classifier: WordClassifier?
  private let keepsUses: Bool
  private let words: EnglishWords
  private let nations: Nations
  /// The glossary entries used, when they are asked for.
  private(set) var uses: [TermUse] = []
  var path: WordPath
  private var steps: [WordPath.Step] = []
  private var memory = PersonMemory()
  private var annotations: [Annotation] = []
  private var ambiguities: [Ambiguity] = []
  private var unknowns: [TextSpan] = []
  private var glosses: [Annotation] = []
  private var findings: [TextFinding] = []
  /// The country named or told last; −1 at first.
  private var lastCountry = CountryHint()
  private var domains = DomainCounts()
  var dates: DateThread
  /// Bodies of which it was told that those of other countries have other names.
  private var openBodies: Set<Int32> = []
  /// Countries named where the capital is a proof.
  private var namedCountries: Set<Int16> = []
  /// Names of entries already made, because the same words come again and again.
  private var origins: [Int32: String] = [:]
  /// Names of persons and organizations by their entries.
  private var entryNames: [Int32: (full: String, short: String?)] = [:]

  init(
    index: TermIndex, rules: ValueRules, names: NameFinder, phrases: PhraseTable,
    words: EnglishWords, nations: Nations, valueStarts: [Bool], bearerStarts: [Bool],
    bytes: [UInt8], published: String?, classifier: WordClassifier? = nil, keepsUses: Bool = false
  ) {
    self.index = index
    self.classifier = classifier
    self.names = names
    self.phrases = phrases
    self.bytes = bytes
    self.published = published
    self.rules = rules
    self.words = words
    self.nations = nations
    self.keepsUses = keepsUses
    dates = DateThread(articleDate: published.flatMap { CalendarDate(iso: $0) })
    let values = ValueReader(rules: rules, bytes: bytes, articleDate: dates.articleDate)
    path = WordPath(
      bytes: bytes, index: index, names: names, phrases: phrases, values: values,
      valueStarts: valueStarts, bearerStarts: bearerStarts)
  }

  var result: AnnotatedText {
    AnnotatedText(
      annotations: annotations, ambiguities: ambiguities, unknowns: unknowns, glosses: glosses,
      findings: findings)
  }

  /// The number of steps through a sentence.
  mutating func countWords(_ tokens: [Token]) -> Int {
    path.best(tokens, into: &steps)
    return steps.count
  }

  mutating func annotate(_ tokens: [Token]) {
    path.best(tokens, into: &steps)
    var items: [Item] = []
    items.reserveCapacity(steps.count)
    for step in steps {
      switch step {
      case .value(let position): items.append(path.items[position])
      case .term(let hit, let start): items.append(term(hit, start))
      case .name(let run): if let item = person(tokens, run) { items.append(item) }
      case .unknown(let position): note(unknown: tokens[position])
      }
    }
    joinDates(&items, tokens)
    chooseSenses(&items, tokens)
    placeDates(&items, tokens)
    checkTotals(items, tokens)
    let composer = PhraseComposer(
      text: TokenText(tokens: tokens, bytes: bytes), index: index, phrases: phrases, words: words)
    var last: Item?
    for item in composer.compose(items) {
      let item = last.map { named(item, after: $0, tokens) } ?? item
      emit(item, tokens)
      last = item
    }
  }

  private mutating func checkTotals(_ items: [Item], _ tokens: [Token]) {
    let check = TotalCheck(tokens: tokens, bytes: bytes, phrases: phrases, rules: rules)
    guard items.contains(where: { $0.role == .number }), let found = check.mismatch(items) else {
      return
    }
    report(found.problem, at: span(of: found.item, tokens))
  }

  private func span(of item: Item, _ tokens: [Token]) -> TextSpan {
    TextSpan(tokens[item.tokens.lowerBound].start, tokens[item.tokens.upperBound - 1].end)
  }

  private mutating func report(_ problem: Item.Problem, at span: TextSpan) {
    let finding = Finding(.warning, problem.code, problem.message, fix: problem.fix)
    findings.append(TextFinding(span: span, finding))
  }

  private mutating func note(unknown token: Token) {
    if token.kind == .word, !token.isCapitalized { unknowns.append(token.span) }
  }

  private func term(_ hit: TermIndex.Hit, _ start: Int) -> Item {
    var item = Item(
      tokens: start..<hit.end, content: .term(hit), target: "", kind: .term, origin: "")
    if index.traits[Int(hit.term)].contains(.country) {
      index.eachEntry(hit) { if item.country < 0 { item.country = index.country($0) } }
    }
    return item
  }

  // MARK: Names

  private mutating func person(_ tokens: [Token], _ run: Range<Int>) -> Item? {
    let text = text(tokens, run)
    let bearer = path.bearer(before: run.lowerBound)
    let slice = tokens[run]
    if let bearer, bearer.kind != .person {
      if run.count > 1 { path.ownNames[slice.map(\.key)] = bearer.kind }
      return ownName(text, run, bearer.kind)
    }
    if let kind = path.ownNames[slice.map(\.key)] { return ownName(text, run, kind) }
    let followsTitle =
      run.lowerBound > 0
      && (bearer != nil && run.count > 1 || path.followsHonorific(run.lowerBound)
        || path.isTitle(endingAt: run.lowerBound) || path.tellsPerson(after: run))
    let known = memory.person(slice, bytes: bytes)
    let isPerson =
      followsTitle || known != nil || names.isVietnamesePerson(slice)
      || names.isForeignPerson(slice) && !path.tellsBody(run)
    guard isPerson || names.isForeign(slice) else { return nil }
    if isPerson, known == nil {
      remember(slice, text)
      if nations.vietnam >= 0, names.isVietnamesePerson(slice) {
        lastCountry.count(nations.vietnam)
      }
    }
    // A name alone does not tell what it names: an acronym or `Herald` at its end is a body's.
    let isBody = !isPerson && (slice.allSatisfy(\.isAllCapitals) || path.tellsBody(run))
    var item = Item(
      tokens: run, content: .name(isPerson ? .person : .organization), target: text,
      kind: isPerson ? .person : isBody ? .organization : .term, origin: "name",
      evidence: known.flatMap { $0 == text ? nil : "short for \($0)" })
    item.refersTo = known.flatMap { $0 == text ? nil : $0 }
    item.role = isPerson ? .person : .organization
    return item
  }

  /// The name of a company, school or street, which is not translated.
  private func ownName(_ text: String, _ run: Range<Int>, _ kind: AnnotationKind) -> Item {
    var item = Item(
      tokens: run, content: .name(kind), target: text, kind: kind, origin: PhraseComposer.ownName)
    item.role = kind == .place ? .place : .organization
    return item
  }

  /// A name right after a composed title is a person's: `Đại sứ Pháp tại Lào Jean Dupont`.
  private mutating func named(_ item: Item, after title: Item, _ tokens: [Token]) -> Item {
    guard case .name(.organization) = item.content, title.kind == .title,
      title.tokens.upperBound == item.tokens.lowerBound
    else { return item }
    var item = item
    item.kind = .person
    item.role = .person
    if let known = memory.person(tokens[item.tokens], bytes: bytes) {
      item.refersTo = known == item.target ? nil : known
    } else {
      remember(tokens[item.tokens], item.target)
    }
    return item
  }

  private mutating func remember(_ tokens: ArraySlice<Token>, _ name: String) {
    memory.remember(tokens, name: name)
    path.givenNames = memory.givenNames
    path.givenPairs = memory.givenPairs
  }

  func text(_ tokens: [Token], _ run: Range<Int>) -> String {
    let start = tokens[run.lowerBound].start
    return String(decoding: bytes[start..<tokens[run.upperBound - 1].end], as: UTF8.self)
  }

  // MARK: Senses

  private mutating func chooseSenses(_ items: inout [Item], _ tokens: [Token]) {
    var classes: SentenceClasses?
    let chooser = SenseChooser(
      index: index, tokens: tokens, day: published.map { String($0.prefix(10)) },
      domain: domains.leader(index.sectionNames))
    let beside = ItemNeighbours(index: index)
    for position in items.indices {
      guard case .term(let hit) = items[position].content else { continue }
      let place = SenseChooser.Place(
        range: items[position].tokens, neighbour: beside.asked(items, at: position),
        mayBePredicate: beside.mayBePredicate(items, at: position),
        nameNeedsProof: nameNeedsProof(hit, items[position], tokens),
        followsHead: beside.followsHead(items, at: position))
      guard
        let choice = chooser.choose(
          hit, at: place, countries: { countries(items, at: position, tokens) },
          tag: {
            if classes == nil { classes = self.classes(tokens) }
            return classes?[span(of: items[position], tokens)]
          })
      else { continue }
      apply(choice, to: &items[position], tokens)
      if keepsUses {
        uses.append(
          TermUse(span: span(of: items[position], tokens), hit: hit, entry: choice.entry))
      }
      domains.count(index.facts[Int(choice.entry)])
      note(countryOf: items[position])
    }
  }

  private func countries(
    _ items: [Item], at position: Int, _ tokens: [Token]
  ) -> (codes: [Int16], evidence: String)? {
    CountryFinder(
      index: index, nations: nations, names: names, phrases: phrases,
      text: TokenText(tokens: tokens, bytes: bytes), last: lastCountry
    ).countries(items, at: position)
  }

  /// Keeps in mind which country was named or told last.
  private mutating func note(countryOf item: Item) {
    if item.country >= 0 {
      lastCountry.note(item.country)
      if item.tokens.lowerBound > 0 { namedCountries.insert(item.country) }
    } else if item.kind == .person || item.kind == .organization || item.kind == .place {
      let told = nations.country(item)
      if told >= 0 { lastCountry.note(told, teller: item.target) }
    }
  }

  /// The parts of speech of a sentence, read when the first term asks for them.
  private func classes(_ tokens: [Token]) -> SentenceClasses? {
    guard classifier != nil, let first = tokens.first, let last = tokens.last else { return nil }
    return SentenceClasses(classifier, bytes, first.start..<last.end)
  }

  /// Whether a capital at the head of a sentence is no proof of a name: `Anh` is England or he.
  ///
  /// It is one when the text named the country elsewhere, or when another name is joined to it. Before a
  /// colour it never is: `Áo Xanh` is a team in blue shirts.
  private func nameNeedsProof(_ hit: TermIndex.Hit, _ item: Item, _ tokens: [Token]) -> Bool {
    let start = item.tokens.lowerBound
    if item.country >= 0, item.tokens.count == 1,
      index.entries(hit).contains(where: { index.facts[Int($0)].tag == .noun }),
      phrases.match(tokens, at: start + 1, .shade) != nil
    {
      return true
    }
    guard item.country >= 0, item.tokens.count == 1, !tokens[start].isAllCapitals,
      start == 0 || opensSentence(tokens[start - 1]),
      !namedCountries.contains(item.country)
    else { return false }
    var isPronoun = false
    index.eachEntry(hit) { isPronoun = isPronoun || index.facts[Int($0)].tag == .pronoun }
    guard isPronoun else { return false }
    let isJoined =
      start + 2 < tokens.count && tokens[start + 2].isCapitalized
      && (tokens[start + 1].kind == .mark
        || rules.table.match(tokens, at: start + 1, .link)?.end == start + 2)
    return !isJoined
  }

  /// Whether a capital follows a mark in any case: a quotation mark or a dash.
  private func opensSentence(_ token: Token) -> Bool {
    token.kind == .mark && [0x22, 0xC2, 0xE2].contains(bytes[token.start])
  }

  private mutating func apply(_ choice: SenseChooser.Choice, to item: inout Item, _ tokens: [Token])
  {
    let fact = index.facts[Int(choice.entry)]
    item.entry = choice.entry
    item.target = index.english(choice.entry)
    item.evidence = choice.evidence
    item.open = choice.open
    if item.open.isEmpty, !choice.bodies.isEmpty, openBodies.insert(choice.entry).inserted {
      item.open = choice.bodies
    }
    item.kind = fact.kind
    item.role = fact.role
    if item.role == .person {
      keepSpelling(&item, tokens)
      tie(&item, tokens[item.tokens], english: index.english(choice.entry))
    }
    if item.role != .country { item.country = -1 }
  }

  /// Ties a person of the glossaries to the full name that the text gave, or to the entry's.
  private mutating func tie(_ item: inout Item, _ slice: ArraySlice<Token>, english: String) {
    let slice =
      phrases.match(Array(slice), at: 0, .honorific).map { slice.dropFirst($0.end) } ?? slice
    if let known = memory.person(slice, bytes: bytes) {
      item.refersTo = known == item.target ? nil : known
    } else if slice.count > 1 {
      remember(slice, item.target)
    } else if english != item.target {
      item.refersTo = english
    }
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

  // MARK: Results

  private mutating func emit(_ item: Item, _ tokens: [Token]) {
    let span = span(of: item, tokens)
    if let problem = item.problem {
      report(problem, at: span)
      if item.target.isEmpty { return }
    }
    let surface = String(decoding: bytes[span.range], as: UTF8.self)
    let names = entryNames(item)
    let annotation = Annotation(
      span: span, surface: surface, target: item.target, kind: item.kind, origin: origin(of: item),
      evidence: item.evidence, value: item.value, isInferred: item.isInferred,
      refersTo: item.refersTo, fullName: names?.full, shortName: names?.short)
    glosses.append(annotation)
    if item.entry >= 0, item.value == nil, case .term = item.content,
      index.facts[Int(item.entry)].isVocabulary
    {
      guard index.facts[Int(item.entry)].tag.isContent, item.tokens.count > 1 else { return }
    }
    if item.open.count > 1 {
      ambiguities.append(Ambiguity(span: span, surface: surface, renderings: item.open))
    }
    annotations.append(annotation)
  }

  /// What the entry of a person or organization says of its names.
  private mutating func entryNames(_ item: Item) -> (full: String, short: String?)? {
    guard item.entry >= 0, case .term = item.content,
      item.kind == .person || item.kind == .organization
    else { return nil }
    if let names = entryNames[item.entry] { return names }
    let names = NameForms.names(of: index.entry(item.entry))
    entryNames[item.entry] = names
    return names
  }

  /// The rule that made an item, or the name of its entry.
  private mutating func origin(of item: Item) -> String {
    guard item.entry >= 0, item.origin.isEmpty else { return item.origin }
    if let name = origins[item.entry] { return name }
    let name = index.name(item.entry)
    origins[item.entry] = name
    return name
  }
}
