import Terminology
import TextModel
import Vietnamese

/// Chooses among the senses of a term by what stands around it.
///
/// A sense whose conditions are met beats one without; among equals the order of the glossary decides.
/// Senses whose conditions are not met, or whose period is over, are never taken.
struct SenseChooser {
  /// The country that a phrase belongs to, with how it was found; asked only where it matters.
  typealias Country = () -> (code: String, evidence: String)?

  let index: TermIndex
  let tokens: [Token]
  /// The article's day, ISO 8601.
  let day: String?
  /// The subject of the article so far; nil when no glossary stands out.
  let domain: String?

  /// What the word before asks for.
  enum Neighbour {
    /// A classifier or plural word: a noun follows.
    case counter
    /// A noun: an adjective may follow.
    case noun
    /// A noun, with another after the word: a preposition between them.
    case betweenNouns
    case none
  }

  struct Choice {
    let entry: Int32
    var evidence: String?
    var open: [String] = []
  }

  /// Where a term stands.
  struct Place {
    let range: Range<Int>
    /// What stands side by side before it.
    let neighbour: Neighbour
    /// Whether a name is taken for another word, because its capital proves nothing there.
    let nameNeedsProof: Bool
  }

  /// The best sense of a hit.
  func choose(_ hit: TermIndex.Hit, at place: Place, country: Country) -> Choice? {
    var first: Int32 = -1
    var valid: Int32 = -1
    var best: (entry: Int32, weight: Weight)?
    index.eachEntry(hit) { entry in
      if first < 0 { first = entry }
      guard isValid(entry) else { return }
      if valid < 0 { valid = entry }
      if let weight = weigh(entry, place, country), best.map({ $0.weight < weight }) ?? true {
        best = (entry, weight)
      }
    }
    if valid < 0 {
      index.eachEntry(hit) { entry in
        if let weight = weigh(entry, place, country), best.map({ $0.weight < weight }) ?? true {
          best = (entry, weight)
        }
      }
    }
    guard let best else { return first < 0 ? nil : Choice(entry: valid < 0 ? first : valid) }
    var choice = Choice(entry: best.entry, evidence: best.weight.evidence)
    if best.weight.weight == 0 {
      choice.open = rivals(of: best.entry, hit, anyPeriod: valid < 0) {
        weigh($0, place, country)?.weight == 0
      }
    }
    return choice
  }

  /// The renderings that nothing decides between, the chosen one first; empty when it has no rival.
  private func rivals(
    of best: Int32, _ hit: TermIndex.Hit, anyPeriod: Bool, isUnconditional: (Int32) -> Bool
  ) -> [String] {
    let fact = index.facts[Int(best)]
    var open: [String] = []
    index.eachEntry(hit) { entry in
      let rival = index.facts[Int(entry)]
      guard entry != best, rival.tag == fact.tag, rival.section == fact.section,
        anyPeriod || isValid(entry), index.english(entry) != index.english(best),
        isUnconditional(entry)
      else { return }
      if open.isEmpty { open.append(index.english(best)) }
      open.append(index.english(entry))
    }
    return open
  }

  private func isValid(_ entry: Int32) -> Bool {
    !index.facts[Int(entry)].hasPeriod || index.entry(entry).isValid(on: day)
  }

  private struct Weight {
    var weight = 0
    /// What the word before asks for, which decides only among senses without conditions.
    var hint = 0
    var evidence: String?

    static func < (left: Weight, right: Weight) -> Bool {
      (left.weight, left.hint) < (right.weight, right.hint)
    }
  }

  /// nil when a condition is not met.
  private func weigh(_ entry: Int32, _ place: Place, _ country: Country) -> Weight? {
    let fact = index.facts[Int(entry)]
    var weight = Weight()
    if place.nameNeedsProof, fact.isName { return nil }
    if fact.needsName, !isName(place.range.upperBound) { return nil }
    if fact.condition >= 0,
      !weigh(index.contexts[Int(fact.condition)], place, country, &weight)
    {
      return nil
    }
    if weight.weight == 0 { weight.hint = hint(fact, place.neighbour) }
    return weight
  }

  /// Whether all conditions hold.
  private func weigh(
    _ context: TermContext, _ place: Place, _ country: Country, _ weight: inout Weight
  ) -> Bool {
    if !context.countries.isEmpty {
      guard let country = country(), context.countries.contains(country.code) else { return false }
      weight.weight += 2
      weight.evidence = country.evidence
    }
    if let wanted = context.domain {
      guard wanted == domain else { return false }
      weight.weight += 1
      weight.evidence = "the article is about \(wanted)"
    }
    if !context.next.isEmpty {
      guard
        let phrase = context.next.first(where: {
          $0.stands(in: tokens, at: place.range.upperBound)
        })
      else { return false }
      weight.weight += 1
      weight.evidence = "before '\(phrase.text)'"
    }
    if !context.previous.isEmpty {
      guard
        let phrase = context.previous.first(where: {
          $0.stands(in: tokens, at: place.range.lowerBound - $0.keys.count)
        })
      else { return false }
      weight.weight += 1
      weight.evidence = "after '\(phrase.text)'"
    }
    return true
  }

  /// Whether a capitalized word follows: `ông` before a name is Mr., elsewhere he.
  private func isName(_ position: Int) -> Bool {
    position < tokens.count && tokens[position].isCapitalized
  }

  /// A noun after a classifier; an adjective after a noun.
  private func hint(_ fact: TermFact, _ neighbour: Neighbour) -> Int {
    switch neighbour {
    case .counter: fact.tag.isNominal || fact.tag == .properName ? 1 : 0
    case .noun: fact.tag == .adjective ? 1 : 0
    case .betweenNouns: fact.tag == .preposition ? 1 : 0
    case .none: 0
    }
  }
}

extension TermContext.Phrase {
  /// Whether the words of the phrase stand at a token.
  func stands(in tokens: [Token], at start: Int) -> Bool {
    guard start >= 0, start + keys.count <= tokens.count else { return false }
    for (offset, key) in keys.enumerated() where tokens[start + offset].key != key { return false }
    return true
  }
}
