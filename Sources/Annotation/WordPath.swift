import Terminology
import TextModel
import Vietnamese

/// Reads dates, times and figures of one document.
struct ValueReader: Sendable {
  let dates: DateReader
  let figures: FigureReader
  let bytes: [UInt8]
  let articleDate: CalendarDate?

  /// The date or figure at a token.
  func read(_ tokens: [Token], at start: Int) -> Item? {
    dates.read(tokens, at: start, bytes: bytes, articleDate: articleDate)
      ?? figures.read(tokens, at: start, bytes: bytes)
  }
}

/// The cheapest way through a sentence: every word of the lexicon costs about the same, so the fewest
/// words win; unknown words cost more, function words less.
///
/// `tại | Nhà Trắng` beats `tại nhà | trắng`, because a capital that the word does not have costs.
struct WordPath {
  /// A part of the path.
  enum Step {
    case value(Item)
    case term(TermIndex.Match, Int)
    case name(Range<Int>)
    case unknown(Int)
  }

  let tokens: [Token]
  let bytes: [UInt8]
  let index: TermIndex
  let names: NameFinder
  let values: ValueReader

  private struct Node {
    var cost = Double.infinity
    var from = 0
    var step = Step.unknown(0)
  }

  func best() -> [Step] {
    var nodes = [Node](repeating: Node(), count: tokens.count + 1)
    nodes[0].cost = 0
    for start in tokens.indices {
      let base = nodes[start].cost
      func offer(_ end: Int, _ cost: Double, _ step: @autoclosure () -> Step) {
        if base + cost < nodes[end].cost - 1e-9 {
          nodes[end] = Node(cost: base + cost, from: start, step: step())
        }
      }
      offer(start + 1, tokens[start].kind == .mark ? 0.2 : 3, .unknown(start))
      if let item = values.read(tokens, at: start) {
        offer(item.tokens.upperBound, 0.7, .value(item))
      }
      for match in index.matches(tokens, at: start) {
        offer(match.end, cost(match, start), .term(match, start))
      }
      if let run = name(at: start) {
        offer(run.upperBound, 0.9 + 0.1 * Double(run.count), .name(run))
      }
    }
    var steps: [Step] = []
    var position = tokens.count
    while position > 0 {
      steps.append(nodes[position].step)
      position = nodes[position].from
    }
    return steps.reversed()
  }

  /// The cost of a word, by its best entry.
  private func cost(_ match: TermIndex.Match, _ start: Int) -> Double {
    match.entries.lazy.map { cost(index.facts[Int($0)], start..<match.end) }.min() ?? 3
  }

  private func cost(_ entry: TermIndex.Fact, _ range: Range<Int>) -> Double {
    var cost = 1.0
    switch entry.tag {
    case .classifier, .quantifier, .nominalizer: cost = 0.6
    case .preposition, .coordinator, .tense, .passive, .genitive, .negation: cost = 0.85
    default: break
    }
    cost += 0.03 * Double(max(0, Int(entry.band) - 1))
    if range.count == 1, entry.tag.isContent, entry.tag != .properName { cost += 0.05 }
    if entry.tag != .properName {
      for position in range where position > range.lowerBound || position > 0 {
        if tokens[position].isCapitalized, !tokens[position].isAllCapitals, entry.tag != .title {
          cost += position == range.lowerBound ? 0.15 : 0.4
        }
      }
    }
    return cost
  }

  /// A run of capitalized words that looks like a name and begins none that the lexicon has.
  private func name(at start: Int) -> Range<Int>? {
    guard tokens[start].isCapitalized, let run = names.run(tokens, at: start, bytes: bytes) else {
      return nil
    }
    var end = run.upperBound
    for cut in run.dropFirst() {
      if let inner = index.matches(tokens, at: cut).last, inner.end - cut > 1,
        index.facts[Int(inner.entries[0])].tag == .properName
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

  /// Whether a name, a title or, at the start of the sentence, any word of the lexicon begins here.
  private func beginsLexiconWord(_ start: Int) -> Bool {
    index.matches(tokens, at: start).contains { match in
      match.entries.contains { entry in
        let entry = index.facts[Int(entry)]
        if entry.isPerson { return false }
        let isPlainWord = start == 0 && tokens[start].key.isSyllable
        return isPlainWord || [.properName, .title, .pronoun].contains(entry.tag)
      }
    }
  }
}
