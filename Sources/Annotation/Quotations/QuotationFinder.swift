import TextModel
import Vietnamese

/// Says who speaks in each quotation of a document.
///
/// The verb of saying nearest to the marks decides; its subject is the person, body or title nearest
/// before it. `Theo …` at the head of the sentence names the speaker by itself. A pronoun stands for the
/// first person of its sentence, or of the nearest sentence before that names one. Nothing else is a
/// proof, so a quotation without a verb of saying has no speaker.
struct QuotationFinder {
  let bytes: [UInt8]
  let parts: [TextSpan]
  let tokenizer: Tokenizer
  let phrases: PhraseTable
  let persons: PersonList
  private let annotations: [Annotation]
  private let list: ActorList

  /// Somebody who may speak.
  struct Actor {
    enum Kind { case person, body, title, pronoun, noun, place }
    let span: TextSpan
    let kind: Kind
    /// The full name, or the English of a body or title; empty for a pronoun.
    let name: String
    /// Whether a preposition ties it to what stands before: then others are asked first.
    let isTied: Bool
  }

  /// Who speaks and how the text says so.
  private struct Attribution {
    let actor: Actor
    /// The verb of saying; nil where the place alone tells who speaks.
    let verb: (span: TextSpan, en: String)?
    let sentence: Int
    let isAfter: Bool
  }

  init(
    bytes: [UInt8], parts: [TextSpan], tokenizer: Tokenizer, phrases: PhraseTable,
    annotations: [Annotation]
  ) {
    self.bytes = bytes
    self.parts = parts
    self.tokenizer = tokenizer
    self.phrases = phrases
    self.annotations = annotations
    persons = PersonList(annotations, bytes: bytes)
    list = ActorList(bytes: bytes, tokenizer: tokenizer, phrases: phrases)
  }

  /// The quotations inside the parts, in the order they begin.
  func quotations() -> [Quotation] {
    var before: Said?
    var outer = 0
    return QuotationScan.passages(bytes).compactMap { passage in
      guard let first = part(at: passage.span.start) else { return nil }
      let last = part(at: passage.span.end) ?? first
      if passage.depth > 0 {
        return quotation(passage, nested(passage.span, in: outer, first))
      }
      outer = passage.span.start
      let own = attribution(of: passage.span, first: first, last: last)
      let found = own ?? before.flatMap { goesOn($0, passage.span, first, last) }
      let alone = found == nil ? namedBefore(passage.span, first, last) : nil
      before = (found ?? alone).map {
        Said(attribution: $0, sentence: last, isOpen: !passage.isClosed)
      }
      return quotation(passage, found ?? alone, goesOn: own == nil && alone == nil)
    }
  }

  /// A quotation with a speaker, and the sentence it ends in.
  private struct Said {
    let attribution: Attribution
    let sentence: Int
    /// Whether no mark closed it in its paragraph: the next may begin with a mark and go on.
    let isOpen: Bool
  }

  /// `Anh Nam không giấu được niềm vui. “Tôi rất hạnh phúc.”`: the one person whom the sentence before
  /// names, where the quotation fills its own.
  private func namedBefore(_ span: TextSpan, _ first: Int, _ last: Int) -> Attribution? {
    guard first > 0, fillsSentences(span, first, last),
      tokens(span.range).count(where: { $0.kind == .word }) > 2,
      !bytes[parts[first - 1].range].contains(UInt8(ascii: "\"")),
      !bytes[parts[first - 1].end..<span.start].contains(UInt8(ascii: "\n"))
    else { return nil }
    let persons = actors(first - 1).filter { $0.kind == .person }
    guard let actor = persons.first, !actor.isTied, persons.allSatisfy({ $0.name == actor.name })
    else { return nil }
    return Attribution(actor: actor, verb: nil, sentence: first - 1, isAfter: false)
  }

  private func fillsSentences(_ span: TextSpan, _ first: Int, _ last: Int) -> Bool {
    tokens(parts[first].start..<span.start).allSatisfy { $0.kind == .mark }
      && tokens(min(span.end, parts[last].end)..<parts[last].end).allSatisfy { $0.kind == .mark }
  }

  /// The speaker of the quotation before, when this one fills the next sentence of the paragraph:
  /// `“…”, ông Peskov nói. “…”`.
  private func goesOn(
    _ before: Said, _ span: TextSpan, _ first: Int, _ last: Int
  ) -> Attribution? {
    guard first == before.sentence + 1,
      before.isOpen
        || !bytes[parts[before.sentence].end..<span.start].contains(UInt8(ascii: "\n")),
      fillsSentences(span, first, last)
    else { return nil }
    return before.attribution
  }

  private func quotation(
    _ passage: QuotationScan.Passage, _ found: Attribution?, goesOn: Bool = false
  ) -> Quotation {
    let text = String(decoding: bytes[passage.span.range], as: UTF8.self)
    guard let found else {
      return Quotation(
        span: passage.span, text: text, depth: passage.depth, isClosed: passage.isClosed)
    }
    let (name, evidence) = resolve(found)
    return Quotation(
      span: passage.span, text: text, speaker: name, mention: string(found.actor.span),
      title: name.flatMap { persons.title(of: $0) }, verb: found.verb.map { string($0.span) },
      verbTarget: found.verb?.en, depth: passage.depth, isClosed: passage.isClosed,
      evidence: goesOn ? "goes on from the quotation before; \(evidence)" : evidence)
  }

  /// Who may speak in a sentence, ascending.
  private func actors(_ sentence: Int) -> [Actor] {
    list.actors(of: annotations, part: parts[sentence])
  }

  private func string(_ span: TextSpan) -> String {
    String(decoding: bytes[span.range], as: UTF8.self)
  }

  private func part(at offset: Int) -> Int? {
    let index = parts.partitioningIndex { $0.end >= offset }
    return index < parts.count && parts[index].start <= offset ? index : nil
  }

  // MARK: Attribution

  private func attribution(of span: TextSpan, first: Int, last: Int) -> Attribution? {
    let before = tokens(parts[first].start..<max(parts[first].start, span.start))
    let after = tokens(min(span.end, parts[last].end)..<parts[last].end)
    if before.allSatisfy({ $0.kind == .mark }) {
      return behind(after, sentence: last, opens: true) ?? colon(before: first)
    }
    return according(before, sentence: first) ?? inFront(before, sentence: first, quoting: span)
      ?? behind(after, sentence: last) ?? colon(before, sentence: first)
  }

  /// Whom a quotation quotes: `“Cử tri hỏi tôi: ‘…’”`.
  private func nested(_ span: TextSpan, in outer: Int, _ sentence: Int) -> Attribution? {
    let start = max(outer, parts[sentence].start)
    guard start < span.start else { return nil }
    let before = tokens(start..<span.start)
    return inFront(before, sentence: sentence, quoting: span)
      ?? colon(before, sentence: sentence)
  }

  private func tokens(_ range: Range<Int>) -> [Token] { tokenizer.tokens(bytes, in: range) }

  /// `Theo ông, …`: a person or title named at the head of the sentence.
  private func according(_ tokens: [Token], sentence: Int) -> Attribution? {
    guard let word = phrases.match(tokens, at: 0, .according), word.end < tokens.count,
      let actor = actors(sentence).first(where: { $0.span.start >= tokens[word.end].start }),
      actor.kind != .body, actor.kind != .place, heads(actor, tokens[word.end...])
    else { return nil }
    let span = TextSpan(tokens[0].start, tokens[word.end - 1].end)
    return Attribution(
      actor: actor, verb: (span, word.row.en), sentence: sentence, isAfter: false)
  }

  /// Whether an actor, or the title before his name, stands at the head of some tokens.
  private func heads(_ actor: Actor, _ tokens: ArraySlice<Token>) -> Bool {
    let isPerson = phrases.match(Array(tokens), at: 0, .bearer)?.row.value == "person"
    let starts = tokens.prefix(isPerson ? 4 : 2).map(\.start)
    if starts.contains(actor.span.start) { return true }
    let index = annotations.partitioningIndex { $0.span.end > (starts.first ?? 0) }
    return annotations[index...].prefix(2).contains { title in
      title.kind == .title && starts.contains(title.span.start)
        && (0...8).contains(actor.span.start - title.span.end)
    }
  }

  /// `ông Peskov nhấn mạnh …`: the last verb of saying before the marks.
  ///
  /// One or two words quoted farther from a verb of request are words, not speech: `đề nghị sớm gỡ "thẻ vàng"`.
  private func inFront(
    _ tokens: [Token], sentence: Int, quoting quoted: TextSpan? = nil
  ) -> Attribution? {
    var verb: (start: Int, end: Int, row: PhraseTable.Row)?
    var index = 0
    while index < tokens.count {
      let kinds: PhraseKinds = index == 0 ? .speech : [.speech, .according]
      if let match = phrases.match(tokens, at: index, kinds) {
        verb = (index, match.end, match.row)
        index = match.end
      } else {
        index += 1
      }
    }
    guard let verb, let first = tokens.first else { return nil }
    if verb.row.value == "ask", let quoted,
      self.tokens(quoted.range).count(where: { $0.kind == .word }) < 3,
      tokens[verb.end...].count(where: { $0.kind == .word }) > 2
    {
      return nil
    }
    let span = TextSpan(tokens[verb.start].start, tokens[verb.end - 1].end)
    let actor =
      verb.row.kinds == .according
      ? actors(sentence).first { $0.span.start >= span.end && heads($0, tokens[verb.end...]) }
      : subject(of: sentence, after: first.start, before: span.start)
        ?? words(before: verb.start, tokens, isNear: tokens.count - verb.end < 4)
    return actor.map {
      Attribution(actor: $0, verb: (span, verb.row.en), sentence: sentence, isAfter: false)
    }
  }

  /// The last that may speak between two bytes of a sentence and is the subject of its clause.
  private func subject(of sentence: Int, after start: Int, before end: Int) -> Actor? {
    let candidates = actors(sentence).filter { $0.span.start >= start && $0.span.end <= end }
    return candidates.last { $0.kind != .place && !$0.isTied }
      ?? candidates.last { $0.kind != .place } ?? candidates.first
  }

  /// `Anh Đực rầu rĩ: “…”`: a colon right before the marks says that somebody speaks, whatever the verb.
  private func colon(_ tokens: [Token], sentence: Int) -> Attribution? {
    guard let last = tokens.lastIndex(where: { $0.kind == .word || $0.kind == .number }),
      tokens[(last + 1)...].contains(where: { bytes[$0.start] == UInt8(ascii: ":") }),
      let actor = subject(of: sentence, after: tokens[0].start, before: tokens[last].end),
      actor.kind != .place
    else { return nil }
    return Attribution(
      actor: actor, verb: (tokens[last].span, "say"), sentence: sentence, isAfter: false)
  }

  /// `…”, ông Darchiev cho biết`: a subject and a verb right after the marks.
  /// - Parameter opens: whether the quotation opens its sentence. Default: no.
  private func behind(
    _ tokens: [Token], sentence: Int, opens: Bool = false
  ) -> Attribution? {
    guard let start = tokens.firstIndex(where: { $0.kind == .word }), start < 4 else { return nil }
    if let word = phrases.match(tokens, at: start, .according), word.end < tokens.count,
      let actor = actors(sentence).first(where: { $0.span.start >= tokens[word.end].start })
    {
      let span = TextSpan(tokens[start].start, tokens[word.end - 1].end)
      return Attribution(
        actor: actor, verb: (span, word.row.en), sentence: sentence, isAfter: true)
    }
    guard
      let first = actors(sentence).first(where: { $0.span.start >= tokens[start].start }),
      heads(first, tokens[start...])
    else { return words(tokens, from: start, sentence) }
    for index in start..<min(tokens.count, start + 16) where tokens[index].start >= first.span.end {
      guard let match = phrases.match(tokens, at: index, .speech) else { continue }
      let span = TextSpan(tokens[index].start, tokens[match.end - 1].end)
      let actor =
        actors(sentence).last {
          $0.kind == .person && $0.span.start >= first.span.start && $0.span.end <= span.start
        } ?? first
      return Attribution(
        actor: actor, verb: (span, match.row.en), sentence: sentence, isAfter: true)
    }
    // `“…”, anh cười`: after a comma stands who said it.
    guard opens, bytes[tokens[start].start - 2] == UInt8(ascii: ","), first.kind != .place,
      first.kind != .body
    else { return nil }
    return Attribution(actor: first, verb: nil, sentence: sentence, isAfter: true)
  }

  /// `…”, một nhân chứng kể`: words that no list of actors has, right before a verb of saying.
  private func words(_ tokens: [Token], from start: Int, _ sentence: Int) -> Attribution? {
    for index in start..<min(tokens.count, start + 8) {
      if tokens[index].kind == .mark { return nil }
      guard index > start, let match = phrases.match(tokens, at: index, .speech) else { continue }
      let span = TextSpan(tokens[start].start, tokens[index - 1].end)
      let name = annotations.first { $0.span.overlaps(span) }?.target ?? ""
      let actor = Actor(span: span, kind: .noun, name: name, isTied: false)
      let verb = TextSpan(tokens[index].start, tokens[match.end - 1].end)
      return Attribution(
        actor: actor, verb: (verb, match.row.en), sentence: sentence, isAfter: true)
    }
    return nil
  }

  /// `nguồn tin an ninh Syria cho biết “…”`: the words of the clause before a verb of saying.
  /// - Parameter isNear: whether the verb stands right before the marks.
  private func words(before verb: Int, _ tokens: [Token], isNear: Bool) -> Actor? {
    let start = tokens[..<verb].lastIndex { $0.kind == .mark }.map { $0 + 1 } ?? 0
    guard isNear, start < verb, verb - start < 10 else { return nil }
    let span = TextSpan(tokens[start].start, tokens[verb - 1].end)
    let name = annotations.first { $0.span.overlaps(span) }?.target ?? ""
    return Actor(span: span, kind: .noun, name: name, isTied: false)
  }

  /// A sentence that ends with a colon before a quotation that fills its own.
  private func colon(before sentence: Int) -> Attribution? {
    guard sentence > 0, bytes[parts[sentence - 1].end - 1] == UInt8(ascii: ":") else { return nil }
    return inFront(tokens(parts[sentence - 1].range), sentence: sentence - 1)
  }

  // MARK: Who a mention means

  private func resolve(_ found: Attribution) -> (name: String?, evidence: String) {
    let side = found.isAfter ? "after" : "before"
    let verb = found.verb.map { " " + string($0.span) } ?? ", and no verb of saying"
    let said = "\(side) the quotation: \(string(found.actor.span))\(verb)"
    switch found.actor.kind {
    case .person, .body, .place: return (found.actor.name, said)
    case .title where !isDemonstrative(after: found.actor.span):
      return (found.actor.name, said)
    case .noun: return (found.actor.name.isEmpty ? nil : found.actor.name, said)
    case .title, .pronoun:
      let earlier = actors(found.sentence).first {
        $0.kind == .person && $0.span.end <= found.actor.span.start
      }
      if let earlier { return (earlier.name, "\(said); \(earlier.name) is named in the sentence") }
      for sentence in stride(from: found.sentence - 1, through: max(0, found.sentence - 5), by: -1)
      {
        if let person = actors(sentence).first(where: { $0.kind == .person }) {
          return (
            person.name, "\(said); \(person.name) is named first in sentence \(sentence + 1)"
          )
        }
      }
      return (found.actor.kind == .title ? found.actor.name : nil, said)
    }
  }

  private func isDemonstrative(after span: TextSpan) -> Bool {
    let rest = tokens(span.end..<min(bytes.count, span.end + 16))
    return phrases.match(rest, at: 0, .demonstrative) != nil
  }
}

extension Array {
  /// The first index at which a test holds that holds for all elements after it.
  func partitioningIndex(where test: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if test(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
