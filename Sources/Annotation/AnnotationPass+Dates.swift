import Terminology
import TextModel
import Vietnamese

/// Dates that need the sentence around them, or the sentences before.
extension AnnotationPass {
  /// Reads `sáu ngày | sau | tiếp Malaysia` as a date: before a subject or verb the bare word says when.
  ///
  /// Four digits without a point are a year where nothing that can be counted follows: `mùa hè 2022`.
  func joinDates(_ items: inout [Item], _ tokens: [Token]) {
    let text = TokenText(tokens: tokens, bytes: bytes)
    for position in items.indices where items[position].origin == "figure" {
      guard items[position].tokens.count == 1,
        let year = text.integer(items[position].tokens.lowerBound),
        (1900...2100).contains(year), !isCounted(items, after: position, tokens)
      else { continue }
      items[position].kind = .date
      items[position].role = .other
      items[position].origin = "date"
      items[position].evidence = "a year by its form"
    }
    for position in items.indices.dropLast(2).reversed() {
      guard case .value = items[position].content, items[position].kind == .measure,
        touch(items, position, position + 1), touch(items, position + 1, position + 2),
        mayFollowDate(items[position + 2], tokens),
        let date = rules.counted.joined(items[position], text),
        date.tokens.upperBound == items[position + 1].tokens.upperBound
      else { continue }
      items.replaceSubrange(position...(position + 1), with: [date])
    }
  }

  private func isCounted(_ items: [Item], after position: Int, _ tokens: [Token]) -> Bool {
    let end = items[position].tokens.upperBound
    guard end < tokens.count, tokens[end].kind == .word else { return false }
    guard position + 1 < items.count, touch(items, position, position + 1),
      case .term(let hit) = items[position + 1].content, let first = index.entries(hit).first
    else { return false }
    let tag = index.facts[Int(first)].tag
    return tag.isNominal || tag == .classifier || tag == .adjective
  }

  private func touch(_ items: [Item], _ left: Int, _ right: Int) -> Bool {
    items[left].tokens.upperBound == items[right].tokens.lowerBound
  }

  private func mayFollowDate(_ item: Item, _ tokens: [Token]) -> Bool {
    if case .name(.person) = item.content { return true }
    if path.phrases.match(tokens, at: item.tokens.lowerBound, .honorific) != nil { return true }
    guard case .term(let hit) = item.content, let first = index.entries(hit).first else {
      return false
    }
    switch index.facts[Int(first)].tag {
    case .tense, .negation, .passive, .modal, .pronoun, .copula, .verb, .reportingVerb,
      .verbWithInfinitive, .verbWithObjectAndInfinitive:
      return true
    default: return false
    }
  }

  /// Gives dates that are counted from another their values, and values to words that hold a date, such
  /// as `cùng kỳ năm ngoái`.
  mutating func placeDates(_ items: inout [Item], _ tokens: [Token]) {
    dates.beginSentence()
    for position in items.indices {
      let date =
        items[position].kind == .date ? items[position] : valueInside(items[position], tokens)
      guard var date else { continue }
      if date.kind != .date {
        items[position] = date
        continue
      }
      var isSpan = false
      if case .counted(let shift) = date.content {
        let (value, evidence) = dates.value(of: shift)
        (date.value, date.evidence, date.isInferred) = (value, evidence, value != nil)
        isSpan = shift.isSpan
      }
      items[position].kind = .date
      items[position].value = date.value
      items[position].evidence = date.evidence
      items[position].isInferred = date.isInferred
      if !isSpan, let value = date.value { dates.note(value, self.text(tokens, date.tokens)) }
    }
  }

  /// The date with which a word of the lexicon ends, or the figure of one that is not annotated itself:
  /// `lần thứ hai`.
  private func valueInside(_ item: Item, _ tokens: [Token]) -> Item? {
    guard item.tokens.count > 1, item.entry >= 0, case .term = item.content else { return nil }
    switch index.facts[Int(item.entry)].tag {
    case .time, .adverb, .sentenceAdverb, .phrase: break
    default: return nil
    }
    for start in item.tokens where path.values.mayBegin(with: tokens[start]) {
      guard let value = path.values.read(tokens, at: start),
        value.tokens.upperBound == item.tokens.upperBound
      else { continue }
      if value.kind == .date || value.tokens.count > 1 { return value }
    }
    return nil
  }
}
