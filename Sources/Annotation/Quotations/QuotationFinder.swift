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
    enum Kind { case person, body, title, pronoun, place }
    let span: TextSpan
    let kind: Kind
    /// The full name, or the English of a body or title; empty for a pronoun.
    let name: String
  }

  /// Who speaks and how the text says so.
  private struct Attribution {
    let actor: Actor
    let verb: (span: TextSpan, en: String)
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
    return QuotationScan.passages(bytes).compactMap { passage in
      guard let first = part(at: passage.span.start) else { return nil }
      if passage.depth > 0 { return quotation(passage, nil) }
      let last = part(at: passage.span.end) ?? first
      let own = attribution(of: passage.span, first: first, last: last)
      let found = own ?? before.flatMap { goesOn($0, passage.span, first, last) }
      before = found.map { Said(attribution: $0, sentence: last) }
      return quotation(passage, found, goesOn: own == nil)
    }
  }

  /// A quotation with a speaker, and the sentence it ends in.
  private struct Said {
    let attribution: Attribution
    let sentence: Int
  }

  /// The speaker of the quotation before, when this one fills the next sentence of the paragraph:
  /// `“…”, ông Peskov nói. “…”`.
  private func goesOn(
    _ before: Said, _ span: TextSpan, _ first: Int, _ last: Int
  ) -> Attribution? {
    guard first == before.sentence + 1,
      !bytes[parts[before.sentence].end..<span.start].contains(UInt8(ascii: "\n")),
      tokens(parts[first].start..<span.start).allSatisfy({ $0.kind == .mark }),
      tokens(min(span.end, parts[last].end)..<parts[last].end).allSatisfy({ $0.kind == .mark })
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
      title: name.flatMap { persons.title(of: $0) }, verb: string(found.verb.span),
      verbTarget: found.verb.en, depth: passage.depth, isClosed: passage.isClosed,
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
      return behind(after, sentence: last) ?? colon(before: first)
    }
    return according(before, sentence: first) ?? inFront(before, sentence: first)
      ?? behind(after, sentence: last)
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
    let starts = tokens.prefix(2).map(\.start)
    if starts.contains(actor.span.start) { return true }
    let index = annotations.partitioningIndex { $0.span.end > (starts.first ?? 0) }
    return annotations[index...].prefix(2).contains { title in
      title.kind == .title && starts.contains(title.span.start)
        && (0...8).contains(actor.span.start - title.span.end)
    }
  }

  /// `ông Peskov nhấn mạnh …`: the last verb of saying before the marks.
  private func inFront(_ tokens: [Token], sentence: Int) -> Attribution? {
    var verb: (start: Int, end: Int, en: String)?
    var index = 0
    while index < tokens.count {
      if let match = phrases.match(tokens, at: index, .speech) {
        verb = (index, match.end, match.row.en)
        index = match.end
      } else {
        index += 1
      }
    }
    guard let verb else { return nil }
    let span = TextSpan(tokens[verb.start].start, tokens[verb.end - 1].end)
    let candidates = actors(sentence).filter { $0.span.end <= span.start }
    guard let actor = candidates.last(where: { $0.kind != .place }) ?? candidates.first else {
      return nil
    }
    return Attribution(actor: actor, verb: (span, verb.en), sentence: sentence, isAfter: false)
  }

  /// `…”, ông Darchiev cho biết`: a subject and a verb right after the marks.
  private func behind(_ tokens: [Token], sentence: Int) -> Attribution? {
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
    else { return nil }
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
    return nil
  }

  /// A sentence that ends with a colon before a quotation that fills its own.
  private func colon(before sentence: Int) -> Attribution? {
    guard sentence > 0, bytes[parts[sentence - 1].end - 1] == UInt8(ascii: ":") else { return nil }
    return inFront(tokens(parts[sentence - 1].range), sentence: sentence - 1)
  }

  // MARK: Who a mention means

  private func resolve(_ found: Attribution) -> (name: String?, evidence: String) {
    let side = found.isAfter ? "after" : "before"
    let said = "\(side) the quotation: \(string(found.actor.span)) \(string(found.verb.span))"
    switch found.actor.kind {
    case .person, .body, .place: return (found.actor.name, said)
    case .title where !isDemonstrative(after: found.actor.span):
      return (found.actor.name, said)
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
