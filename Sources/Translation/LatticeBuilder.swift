import Annotation
import Terminology
import TextModel
import Vietnamese

/// Makes the lattice of a sentence: glossary words of all tags, values, names, marks, unknown words.
///
/// Costs: a word about 5 whatever its length, so that the fewest words win; a name 5 and 1.2 for each
/// word; an unknown word 9. docs/design/translation.md gives the reasons.
struct LatticeBuilder: Sendable {
  let reader: LatticeReader
  let senses: SenseTable
  let forms: EnglishForms
  let literals: SyllableTrie
  /// Entries with lower numbers are the user's.
  let userEntries: Int32

  func lattice(
    _ bytes: [UInt8], in range: Range<Int>, published: String?, context: GistContext
  ) -> Lattice {
    let tokens = reader.tokens(bytes, in: range)
    let words = tokens.filter { $0.kind == .word }
    let isShouted =
      words.count > 3 && words.count(where: \.isCapitalized) * 4 > words.count * 3
    var work = LatticeWork(
      bytes: bytes, tokens: tokens, isShouted: isShouted, published: published,
      isQuoted: context.isQuoted)
    let found = reader.edges(tokens, bytes: bytes, published: published)
    for edge in found {
      if case .term(let entries) = edge.content,
        let code = entries.lazy.compactMap({ reader.country($0) }).first
      {
        work.countries.append((edge.tokens.lowerBound, code))
      }
      if isLongNoun(edge) { work.nounStarts.insert(edge.tokens.lowerBound) }
    }
    work.lastCountry = context.country
    work.subject = reader.subject(context.domains)
    for edge in found { add(edge, to: &work) }
    for position in tokens.indices {
      addLiteral(at: position, &work)
      addUnknown(at: position, &work)
    }
    return Lattice(
      tokens: tokens, edges: work.edges, isQuoted: work.quotes.isInside,
      staysQuoted: work.quotes.staysOpen, isShouted: isShouted)
  }

  private func add(_ edge: WordEdge, to work: inout LatticeWork) {
    switch edge.content {
    case .term(let entries): addTerms(entries, edge.tokens, &work)
    case .value(let english, let kind, _, let origin):
      let tag: Int
      var classes: WordClass = []
      switch kind {
      case .date, .time: tag = Tags.date
      case .money:
        tag = Tags.quantity
        classes = .money
      case .percent:
        tag = Tags.quantity
        classes = .percent
      case .measure where origin == "figure:minute": tag = Tags.date
      case .measure:
        tag = Tags.quantity
        if english.hasSuffix(" old") { classes = .age }
      default: tag = Tags.numeral
      }
      let isTorn = kind == .measure && work.nounStarts.contains(edge.tokens.upperBound - 1)
      func value(_ tag: Int, _ classes: WordClass) -> LatticeEdge {
        LatticeEdge(
          start: edge.tokens.lowerBound, end: edge.tokens.upperBound, tag: tag, classes: classes,
          cost: isTorn ? 5 : 3.5, entry: -1, text: forms.timePhrase(english), origin: origin)
      }
      work.edges.append(value(tag, classes))
      if origin == "figure:ordinal", let adjective = Tags.numbers[.adjective] {
        work.edges.append(value(adjective, .ordinal))
      }
    case .name(let isPerson, let isForeign):
      addName(edge.tokens, isPerson: isPerson, isForeign: isForeign, &work)
    }
  }

  /// Whether an edge is a noun of several syllables: its first is no unit of the figure before it,
  /// as in *hai người đàn ông*, two men.
  private func isLongNoun(_ edge: WordEdge) -> Bool {
    guard case .term(let entries) = edge.content, edge.tokens.count > 1 else { return false }
    return entries.contains { Int(senses[$0].tag) == Tags.numbers[.noun] }
  }

  // MARK: Glossary words

  /// The best sense of each tag.
  private func addTerms(_ entries: [Int32], _ range: Range<Int>, _ work: inout LatticeWork) {
    let own = entries.filter {
      $0 < userEntries && weight($0, senses[$0], range, work) != nil
    }
    let entries = own.isEmpty ? entries : own
    var chosen: [(tag: Int, isIntransitive: Bool, entry: Int32, weight: Int)] = []
    for entry in entries {
      let sense = senses[entry]
      guard let weight = weight(entry, sense, range, work) else { continue }
      let tag = Int(sense.tag)
      let isIntransitive = sense.classes.isDisjoint(with: .takesObject)
      let known = chosen.firstIndex { $0.tag == tag && $0.isIntransitive == isIntransitive }
      if let known {
        if weight > chosen[known].weight { chosen[known] = (tag, isIntransitive, entry, weight) }
      } else {
        chosen.append((tag, isIntransitive, entry, weight))
      }
    }
    // No sense holds: a phrase is more likely its words, a syllable has nothing else.
    let doubt: Float = chosen.isEmpty && range.count > 1 ? 2 : 0
    if chosen.isEmpty, let entry = entries.first {
      chosen = [(Int(senses[entry].tag), true, entry, 0)]
    }
    for (rank, choice) in chosen.enumerated() {
      let sense = senses[choice.entry]
      let cost =
        doubt + cost(sense, range, work) + 0.15 * Float(rank) - 0.5 * Float(min(choice.weight, 2))
      work.edges.append(
        LatticeEdge(
          start: range.lowerBound, end: range.upperBound, tag: choice.tag, classes: sense.classes,
          cost: cost, entry: choice.entry, text: work.acronym(range), origin: "",
          alternatives: entries.filter { $0 != choice.entry }))
    }
  }

  /// How many conditions of a sense hold; nil when one does not.
  private func weight(
    _ entry: Int32, _ sense: SenseTable.Sense, _ range: Range<Int>, _ work: LatticeWork
  ) -> Int? {
    guard sense.isConditional, let condition = senses.condition(entry) else { return 0 }
    if let day = work.published {
      if !condition.validFrom.isEmpty, day < condition.validFrom { return nil }
      let until = condition.validUntil
      if !until.isEmpty, day.prefix(until.count) > until { return nil }
    } else if !condition.validUntil.isEmpty {
      return nil
    }
    var weight = 0
    if !condition.countries.isEmpty {
      guard let code = work.country(near: range), condition.countries.contains(code) else {
        return nil
      }
      weight += 2
    }
    if !condition.next.isEmpty {
      guard
        condition.next.contains(where: { $0.begins(at: range.upperBound, of: work.tokens) })
      else { return nil }
      weight += 1
    }
    if !condition.previous.isEmpty {
      guard
        condition.previous.contains(where: { $0.ends(at: range.lowerBound, of: work.tokens) })
      else { return nil }
      weight += 1
    }
    if let domain = condition.domain {
      guard domain == work.subject else { return nil }
      weight += 1
    }
    return weight
  }

  private func cost(_ sense: SenseTable.Sense, _ range: Range<Int>, _ work: LatticeWork) -> Float {
    let tag =
      Int(sense.tag) < WordTag.allCases.count ? WordTag.allCases[Int(sense.tag)] : .adverb
    var cost: Float = Tags.function.contains(tag) ? 4.6 : 5
    cost += 0.06 * Float(max(0, Int(sense.band) - 1))
    if sense.classes.contains(.weekday), !work.tokens[range.upperBound - 1].isCapitalized {
      cost += 1.5
    }
    if tag == .properName {
      for token in work.tokens[range] where token.kind == .word && !token.key.isSyllable {
        cost -= 1.5
      }
      if range.count == 1, work.isSentenceStart(range.lowerBound) { cost += 1.2 }
      return cost
    }
    if range.count == 1, tag.isContent {
      cost += 0.2 + 0.1 * Float(max(0, Int(sense.band) - 1))
    }
    guard !work.isShouted else { return cost }
    if tag == .title {
      let start = range.lowerBound
      let isOdd =
        sense.classes.contains(.honorific) && work.tokens[start].isCapitalized
        && !work.isSentenceStart(start)
      let end = range.upperBound
      let isAlone =
        sense.classes.contains(.honorific)
        && !(end < work.tokens.count && work.tokens[end].isCapitalized)
      return cost + (isOdd ? 1.5 : 0) + (isAlone ? 1.5 : 0)
    }
    for position in range where work.tokens[position].isCapitalized {
      if position > range.lowerBound, !work.tokens[range.lowerBound].isCapitalized {
        cost += 3
        continue
      }
      if work.tokens[position].isAllCapitals {
        cost += range.count == 1 && !sense.classes.contains(.capital) ? 2 : 0
        continue
      }
      if sense.classes.contains(.head), position == range.lowerBound {
        if work.hasCapitalNeighbour(range.upperBound - 1) { cost -= 0.6 }
      }
      if work.isSentenceStart(position) { continue }
      if sense.classes.contains(.head), position == range.lowerBound {
        cost += 0.3
        continue
      }
      cost += range.count == 1 ? (work.hasCapitalNeighbour(position) ? 3 : 2) : 0.8
    }
    return cost
  }

  // MARK: Names, marks, unknown words

  private func addName(
    _ range: Range<Int>, isPerson: Bool, isForeign: Bool, _ work: inout LatticeWork
  ) {
    if work.isShouted, work.tokens[range].contains(where: \.key.isSyllable) { return }
    var cost: Float = 5 + 1.2 * Float(range.count)
    for token in work.tokens[range] where token.kind == .word && !token.key.isSyllable {
      cost -= 1.5
    }
    if isPerson { cost -= 1 }
    let start = range.lowerBound
    if work.isSentenceStart(start), work.tokens[start].key.isSyllable, !isPerson { cost += 3 }
    if work.edges.contains(where: {
      $0.start == start && $0.end == start + 1 && ($0.classes.contains(.honorific))
    }) {
      cost += 4
    }
    if !isPerson { cost += commonStart(range, work) }
    // An acronym that a glossary has is no unknown name.
    if range.count == 1, work.tokens[start].isAllCapitals,
      work.edges.contains(where: { $0.start == start && $0.end == start + 1 && $0.entry >= 0 })
    {
      cost += 3
    }
    let text = work.surface(range)
    work.edges.append(
      LatticeEdge(
        start: start, end: range.upperBound, tag: Tags.name,
        classes: isPerson ? [.person, .name] : .name,
        cost: cost, entry: -1, text: text, origin: "name"))
  }

  /// A run that begins with a word of the glossaries is more likely that word and a name.
  private func commonStart(_ range: Range<Int>, _ work: LatticeWork) -> Float {
    var cost: Float = 0
    for edge in work.edges where edge.start == range.lowerBound && edge.entry >= 0 {
      if edge.tag == Tags.name, edge.end < range.upperBound { cost = max(cost, 4) }
      if edge.end - edge.start > 1, edge.end <= range.upperBound { cost = max(cost, 3.5) }
      if edge.end == edge.start + 1, range.count > 1 {
        cost = max(cost, work.tokens[edge.end].key.isSyllable ? 1 : 2.5)
        if Tags.isFunction(edge.tag), work.isSentenceStart(edge.start) { cost = max(cost, 5) }
        if work.tokens[edge.start].isAllCapitals, !work.tokens[edge.end].isAllCapitals {
          cost = max(cost, 4)
        }
      }
    }
    return cost
  }

  private func addLiteral(at position: Int, _ work: inout LatticeWork) {
    var node = SyllableTrie.root
    for index in position..<min(work.tokens.count, position + 8) {
      guard let child = literals.child(of: node, work.tokens[index].key) else { break }
      node = child
      guard literals.value(at: node) != nil else { continue }
      let range = position..<(index + 1)
      if work.edges.contains(where: { $0.start == position && $0.end == range.upperBound }) {
        continue
      }
      work.edges.append(
        LatticeEdge(
          start: position, end: range.upperBound, tag: Tags.literal, classes: [],
          cost: 4.5 * Float(range.count),
          entry: -1, text: work.surface(range), origin: "rule"))
    }
  }

  private func addUnknown(at position: Int, _ work: inout LatticeWork) {
    let token = work.tokens[position]
    let surface = work.surface(position..<(position + 1))
    var tag = Tags.unknown
    var cost: Float = 9
    switch token.kind {
    case .word: if !token.key.isSyllable { cost = 7 }
    case .number:
      if work.edges.contains(where: { $0.start == position && $0.tag == Tags.numeral }) { return }
      tag = Tags.numeral
      cost = 4
    case .mark:
      tag = surface == "," ? Tags.comma : surface == "(" ? Tags.open : Tags.mark
      if surface == ")" { tag = Tags.close }
      if work.quotes.opening.contains(position) { tag = Tags.quoteOpen }
      if work.quotes.closing.contains(position) { tag = Tags.quoteClose }
      cost = 0
    }
    work.edges.append(
      LatticeEdge(
        start: position, end: position + 1, tag: tag, classes: [], cost: cost, entry: -1,
        text: surface, origin: token.kind == .word ? "unknown" : "mark"))
  }
}
