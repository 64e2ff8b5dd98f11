import Terminology
import TextModel
import Vietnamese

/// The cheapest way through a sentence: every word of the lexicon costs about the same, so the fewest
/// words win; unknown words cost more, function words less.
///
/// `tại | Nhà Trắng` beats `tại nhà | trắng`, because a capital that the word does not have costs.
/// Kept for a document, so that its arrays are made once.
struct WordPath {
  /// A part of the path.
  enum Step {
    case value(Int)
    case term(TermIndex.Hit, Int)
    case name(Range<Int>)
    case unknown(Int)
  }

  let bytes: [UInt8]
  let index: TermIndex
  let names: NameFinder
  let phrases: PhraseTable
  let values: ValueReader
  /// By syllable: whether a date or figure may begin with it.
  private let valueStarts: [Bool]
  /// The tokens of the sentence.
  private(set) var tokens: [Token] = []
  /// Last words of the persons named so far: they may stand alone after a title.
  var givenNames: Set<MatchKey> = []
  /// The last two words of the persons named so far.
  var givenPairs: Set<[MatchKey]> = []
  /// The names of companies, schools and streets so far, by their words.
  var ownNames: [[MatchKey]: AnnotationKind] = [:]
  /// The dates and figures that may be steps.
  private(set) var items: [Item] = []
  var ids: [Int32] = []
  var nodes: [Node] = []
  /// By syllable: whether a noun that a name may follow may begin with it.
  let bearerStarts: [Bool]
  /// By token: the noun before it of which a name may begin there.
  var bearers: [Bearer?] = []

  /// A noun that a name of its own follows, such as `công ty`.
  struct Bearer {
    let start: Int
    let kind: AnnotationKind
  }

  init(
    bytes: [UInt8], index: TermIndex, names: NameFinder, phrases: PhraseTable, values: ValueReader,
    valueStarts: [Bool], bearerStarts: [Bool]
  ) {
    self.bytes = bytes
    self.index = index
    self.names = names
    self.phrases = phrases
    self.values = values
    self.valueStarts = valueStarts
    self.bearerStarts = bearerStarts
  }

  struct Node {
    enum Kind: UInt8 { case unknown, value, term, name }
    var cost = Double.infinity
    var capitals: UInt64 = 0
    var from: Int32 = 0
    /// The term, or the index of the value.
    var payload: Int32 = 0
    var kind = Kind.unknown
  }

  /// The steps through a sentence, into an array that is used again.
  mutating func best(_ sentence: [Token], into steps: inout [Step]) {
    tokens = sentence
    index.ids(tokens, into: &ids)
    items.removeAll(keepingCapacity: true)
    nodes.removeAll(keepingCapacity: true)
    nodes.append(contentsOf: repeatElement(Node(), count: tokens.count + 1))
    nodes[0].cost = 0
    bearers.removeAll(keepingCapacity: true)
    bearers.append(contentsOf: repeatElement(nil, count: tokens.count + 1))
    for start in tokens.indices { leave(start) }
    steps.removeAll(keepingCapacity: true)
    var position = tokens.count
    while position > 0 {
      let node = nodes[position]
      let from = Int(node.from)
      switch node.kind {
      case .unknown: steps.append(.unknown(from))
      case .value: steps.append(.value(Int(node.payload)))
      case .name: steps.append(.name(from..<position))
      case .term:
        steps.append(
          .term(.init(term: node.payload, end: position, capitals: node.capitals), from))
      }
      position = from
    }
    steps.reverse()
  }

  /// Offers every step from a token.
  private mutating func leave(_ start: Int) {
    offer(start, start + 1, tokens[start].kind == .mark ? 0.2 : 3, .unknown)
    if mayBeginValue(start), let item = values.read(tokens, at: start) { offer(item, at: start) }
    noteBearer(at: start)
    var node = CompactTrie.root
    var capitals = TermIndex.capitals(first: tokens[start])
    var isNameAlone = false
    for position in start..<min(tokens.count, start + 63) {
      node = index.trie.child(of: node, ids[position])
      if node == 0 { break }
      if tokens[position].isCapitalized { capitals |= 1 << UInt64(position - start) }
      let term = index.trie.value(at: node)
      guard term >= 0 else { continue }
      var cost =
        capitals == 0
        ? index.plainCost(term, isAlone: position == start)
        : cost(term, capitals, start..<(position + 1))
      if capitals & ~TermIndex.loud == 1, start > 0 {
        if position == start {
          isNameAlone = index.hasName(term)
        } else if isNameAlone, !index.hasName(term) {
          // `Mỹ từ chối` is no `mỹ từ`: a capital that alone is a name counts.
          cost += 0.8
        }
      }
      if cost < .infinity {
        offer(start, position + 1, cost, .term, term, capitals)
      }
    }
    if let run = name(at: start) {
      let isShort = run.count == 1 && tokens[start].key.isSyllable || isOwnName(run)
      offer(start, run.upperBound, isShort ? 0.9 : 0.9 + 0.1 * Double(run.count), .name)
    }
  }

  /// Offers a date or figure.
  ///
  /// A word of the lexicon that begins with its last token tells that a date ends before it:
  /// `thứ Tư | tới thăm`, `3 ngày | qua đời`, `cuối | năm học`.
  private mutating func offer(_ item: Item, at start: Int) {
    let end = item.tokens.upperBound
    var cost = item.kind == .number && tokens[start].kind == .word ? 0.58 : 0.7
    if item.kind == .date, end - start > 1, end < tokens.count, tokens[end].kind == .word,
      hits(at: end - 1).contains(where: { $0.end > end })
    {
      cost += 0.4
      if let short = values.read(Array(tokens[..<(end - 1)]), at: start) {
        items.append(short)
        offer(start, short.tokens.upperBound, 0.7, .value, Int32(items.count - 1))
      }
    }
    items.append(item)
    offer(start, end, cost, .value, Int32(items.count - 1))
  }

  /// Whether a date or figure may begin with a token.
  @inline(__always)
  private func mayBeginValue(_ start: Int) -> Bool {
    let id = ids[start]
    return id >= 0 ? valueStarts[Int(id)] : values.mayBegin(with: tokens[start])
  }

  @inline(__always)
  private mutating func offer(
    _ start: Int, _ end: Int, _ cost: Double, _ kind: Node.Kind, _ payload: Int32 = 0,
    _ capitals: UInt64 = 0
  ) {
    let total = nodes[start].cost + cost
    if total < nodes[end].cost - 1e-9 {
      nodes[end] = Node(
        cost: total, capitals: capitals, from: Int32(start), payload: payload, kind: kind)
    }
  }

  /// The cost of a word, by its best entry; infinite when none goes with the capitals.
  @inline(__always)
  private func cost(_ term: Int32, _ capitals: UInt64, _ range: Range<Int>) -> Double {
    var best = Double.infinity
    for position in index.spellingRange(term) {
      let spelling = index.spellings[position]
      if spelling.capitals & ~capitals != 0 { continue }
      best = min(best, entryCost(spelling, capitals, range))
    }
    return best
  }

  @inline(__always)
  private func entryCost(
    _ spelling: TermIndex.Spelling, _ capitals: UInt64, _ range: Range<Int>
  ) -> Double {
    let entry = spelling.entry
    var cost = index.wordCost(entry, isAlone: range.count == 1)
    if spelling.capitals != 0, tokens[range.lowerBound].isAllCapitals {
      // An acronym that a glossary has is no unknown name.
      cost = min(cost, 0.85)
    }
    if capitals & ~spelling.ownCapitals != 0, index.facts[Int(entry)].tag != .properName {
      for position in range where position > 0 {
        let isOwn = spelling.ownCapitals & 1 << UInt64(position - range.lowerBound) != 0
        if !isOwn, tokens[position].isCapitalized, !tokens[position].isAllCapitals,
          index.facts[Int(entry)].tag != .title
        {
          let isFirst = position == range.lowerBound
          // `người Anh` is no `người anh`: a capital after a small word begins a name.
          let isInner = !isFirst && !tokens[range.lowerBound].isCapitalized
          cost += isFirst ? 0.15 : isInner ? 1.2 : 0.4
        }
      }
    }
    return cost
  }

  /// A run of capitalized words that looks like a name and begins none that the lexicon has.
  private func name(at start: Int) -> Range<Int>? {
    if bearers[start] != nil, let run = ownName(at: start) { return run }
    if !tokens[start].isCapitalized {
      return followsHonorific(start) ? names.particleRun(tokens, at: start, bytes: bytes) : nil
    }
    guard let run = names.run(tokens, at: start, bytes: bytes) else { return nil }
    if let bearer = bearers[start...].prefix(8).first(where: { $0?.start == start }) ?? nil,
      bearer.kind != .person
    {
      return nil
    }
    if run.count == 1, isGivenName(at: start) { return run }
    if let given = givenRun(run) { return given }
    if run.count > 1, !ownNames.isEmpty, ownNames[tokens[run].map(\.key)] != nil { return run }
    if run.count == 2, !givenPairs.isEmpty, givenPairs.contains(tokens[run].map(\.key)) {
      return run
    }
    if phrases.match(tokens, at: start, .honorific)?.end == start + 1 { return nil }
    var end = run.upperBound
    for cut in run.dropFirst() {
      if let inner = hits(at: cut).last, inner.end - cut > 1,
        let first = index.entries(inner).first, index.facts[Int(first)].isName
      {
        end = cut
        break
      }
    }
    let slice = tokens[run.lowerBound..<end]
    guard names.isForeign(slice) || names.isVietnamesePerson(slice) else { return nil }
    if !names.isVietnamesePerson(slice), beginsLexiconWord(start) { return nil }
    return run.lowerBound..<end
  }

  /// Whether one capitalized syllable is a given name: after an honorific, or that of a person named
  /// before, where no name or longer word of the lexicon begins with it: `Lợi nói`, but `Lợi nhuận`.
  private func isGivenName(at start: Int) -> Bool {
    if followsHonorific(start) { return true }
    guard givenNames.contains(tokens[start].key), !tokens[start].isAllCapitals else { return false }
    if isTitle(endingAt: start) { return true }
    let next = start + 1
    guard next < tokens.count, tokens[next].kind == .word || start > 0 && !opensSentence(start),
      tokens[next].kind != .number
    else { return false }
    return !hits(at: start).contains { hit in
      hit.end > next
        || index.entries(hit).contains {
          index.country($0) >= 0 || index.facts[Int($0)].tag == .pronoun
        }
    }
  }

  /// Given names of two and three syllables after what tells a person: `chị Thanh Hà`, `em Minh Anh`.
  private func givenRun(_ run: Range<Int>) -> Range<Int>? {
    let (start, end) = (run.lowerBound, run.upperBound)
    guard (2...3).contains(run.count),
      tokens[run].allSatisfy({ $0.key.isSyllable && !$0.isAllCapitals }),
      followsHonorific(start) || bearer(before: start)?.kind == .person
    else { return nil }
    let isKnown = run.flatMap { hits(at: $0) }.contains { hit in
      hit.end > end
        || hit.end > start + 1
          && index.entries(hit).contains {
            index.facts[Int($0)].isName && !index.facts[Int($0)].isPerson
          }
    }
    return isKnown ? nil : run
  }

  /// Whether a token begins the sentence, a quotation or what follows a dash.
  private func opensSentence(_ start: Int) -> Bool {
    start == 0
      || tokens[start - 1].kind == .mark && bytes[tokens[start - 1].start] != UInt8(ascii: ",")
  }

  /// `bà Nga`: one capitalized syllable after an honorific is a given name.
  func followsHonorific(_ start: Int) -> Bool {
    start > 0 && (start == 1 || !tokens[start - 1].isCapitalized) && !tokens[start].isAllCapitals
      && phrases.match(tokens, at: start - 1, .honorific)?.end == start
  }

  /// All terms that start at a token, shortest first.
  func hits(at start: Int) -> [TermIndex.Hit] {
    var hits: [TermIndex.Hit] = []
    index.eachHit(tokens, ids, at: start) { hits.append($0) }
    return hits
  }

  /// Whether a title, or a body or country after a title, ends before a token.
  func isTitle(endingAt end: Int) -> Bool {
    for start in max(0, end - 6)..<end {
      for hit in hits(at: start) where hit.end == end {
        var isTitle = false
        var isBody = false
        index.eachEntry(hit) { entry in
          isTitle = isTitle || index.facts[Int(entry)].tag == .title
          isBody = isBody || index.facts[Int(entry)].isBody
        }
        if isTitle || start > 0 && isBody && self.isTitle(endingAt: start) { return true }
      }
    }
    return false
  }

  /// Whether a name, a title or, at the start of the sentence, any word of the lexicon begins here.
  private func beginsLexiconWord(_ start: Int) -> Bool {
    var begins = false
    index.eachHit(tokens, ids, at: start) { hit in
      index.eachEntry(hit) { entry in
        let fact = index.facts[Int(entry)]
        if fact.isPerson { return }
        let isPlainWord = start == 0 && tokens[start].key.isSyllable
        if isPlainWord || fact.isName || fact.tag == .title || fact.tag == .pronoun {
          begins = true
        }
      }
    }
    return begins
  }
}

extension TermIndex {
  /// What an entry costs on a path before its capitals count.
  @inline(__always)
  func wordCost(_ entry: Int32, isAlone: Bool) -> Double {
    isAlone ? facts[Int(entry)].costAlone : facts[Int(entry)].cost
  }
}
