import Terminology
import TextModel
import Vietnamese

/// Chooses among the senses of a term by what stands around it.
///
/// A sense whose conditions are met beats one without; among equals the order of the glossary decides.
/// Senses whose conditions are not met, or whose period is over, are never taken.
struct SenseChooser {
  /// The countries that a phrase belongs to, as indices of their codes, with how they were found; asked
  /// only where it matters.
  typealias Countries = () -> (codes: [Int16], evidence: String)?
  /// The part of speech of the word in its sentence, nil where nothing is known; asked only where senses
  /// of several are left.
  typealias Tag = () -> WordClass?

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
    /// `của` after the word: a noun before it.
    case owned
    case none
  }

  struct Choice {
    let entry: Int32
    var evidence: String?
    var open: [String] = []
    /// The names of bodies of other countries that may be meant, where nothing tells the country.
    var bodies: [String] = []
  }

  /// Where a term stands.
  struct Place {
    let range: Range<Int>
    /// What stands side by side before it.
    let neighbour: Neighbour
    /// Whether a subject, or a word of tense, negation or manner, stands before it: there a verb or
    /// adjective may be the predicate.
    let mayBePredicate: Bool
    /// Whether a name is taken for another word, because its capital proves nothing there.
    let nameNeedsProof: Bool
    /// Whether a title, body or noun stands right before it, which a country may belong to.
    let followsHead: Bool
  }

  /// The best sense of a hit.
  func choose(
    _ hit: TermIndex.Hit, at place: Place, countries: Countries, tag: Tag = { nil }
  ) -> Choice? {
    var first: Int32 = -1
    var valid: Int32 = -1
    var best: (entry: Int32, weight: Weight)?
    index.eachEntry(hit) { entry in
      if first < 0 { first = entry }
      guard isValid(entry) else { return }
      if valid < 0 { valid = entry }
      if let weight = weigh(entry, place, countries), best.map({ $0.weight < weight }) ?? true {
        best = (entry, weight)
      }
    }
    if best == nil {
      // One whose period is over is better than one whose condition does not hold.
      index.eachEntry(hit) { entry in
        if let weight = weigh(entry, place, countries), best.map({ $0.weight < weight }) ?? true {
          best = (entry, weight)
        }
      }
    }
    if let found = best, found.weight.weight == 0, index.traits[Int(hit.term)].contains(.mixed),
      let entry = tagged(found, hit, place, countries, tag)
    {
      best = entry
    }
    guard let best else { return first < 0 ? nil : Choice(entry: valid < 0 ? first : valid) }
    var choice = Choice(entry: best.entry, evidence: best.weight.evidence)
    if best.weight.weight == 0 {
      choice.bodies = bodies(of: best.entry, hit, countries)
      choice.open = rivals(of: best.entry, hit, anyPeriod: valid < 0) {
        weigh($0, place, countries)?.weight == 0
      }
    }
    return choice
  }

  /// The sense that the part of speech chooses among those that nothing else decides between.
  ///
  /// The treebank calls a verb what heads a noun phrase too (`nỗ lực khôi phục`, efforts to restore), so
  /// verbs and adjectives are believed only where they may be the predicate; nouns always.
  private func tagged(
    _ best: (entry: Int32, weight: Weight), _ hit: TermIndex.Hit, _ place: Place,
    _ countries: Countries, _ tag: Tag
  ) -> (entry: Int32, weight: Weight)? {
    guard let own = index.facts[Int(best.entry)].tag.openClass, place.mayBePredicate || own != .noun
    else { return nil }
    var firsts: [(wordClass: WordClass, entry: Int32)] = []
    index.eachEntry(hit) { entry in
      guard let wordClass = index.facts[Int(entry)].tag.openClass, isValid(entry),
        !firsts.contains(where: { $0.wordClass == wordClass }),
        let weight = weigh(entry, place, countries), weight.weight == 0,
        weight.hint == best.weight.hint
      else { return }
      firsts.append((wordClass, entry))
    }
    guard firsts.count > 1,
      place.mayBePredicate || firsts.contains(where: { $0.wordClass == .noun }),
      let wanted = tag(), wanted == .noun || place.mayBePredicate,
      let found = firsts.first(where: { $0.wordClass == wanted })
    else { return nil }
    var weight = best.weight
    weight.evidence = "read as a part of speech: \(wanted.rawValue)"
    return (found.entry, weight)
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
        anyPeriod || isValid(entry), !index.hasSameEnglish(entry, best), isUnconditional(entry)
      else { return }
      if open.isEmpty { open.append(index.english(best)) }
      open.append(index.english(entry))
    }
    return open
  }

  /// The chosen name of a body, then those it has in some countries, when nothing tells the country.
  private func bodies(of best: Int32, _ hit: TermIndex.Hit, _ countries: Countries) -> [String] {
    let fact = index.facts[Int(best)]
    guard fact.isName, fact.isBody, fact.kind == .organization else { return [] }
    var rivals: [Int32] = []
    index.eachEntry(hit) { if isForCountry($0) { rivals.append($0) } }
    guard !rivals.isEmpty, index.cell(.type, of: best) == "body", countries() == nil else {
      return []
    }
    var names = [index.english(best)]
    for name in rivals.map(index.english) where !names.contains(name) { names.append(name) }
    return Array(names.prefix(Self.mostBodies))
  }

  private func isForCountry(_ entry: Int32) -> Bool {
    let fact = index.facts[Int(entry)]
    return fact.isName && fact.condition >= 0
      && !index.contexts[Int(fact.condition)].countries.isEmpty
  }

  /// How many names are told at most.
  private static let mostBodies = 4

  private func isValid(_ entry: Int32) -> Bool {
    !index.facts[Int(entry)].hasPeriod || index.entry(entry).isValid(on: day)
  }

  private struct Weight {
    var weight = 0
    /// What the words beside ask for, which decides only among senses without conditions.
    var hint = 0
    var evidence: String?

    static func < (left: Weight, right: Weight) -> Bool {
      (left.weight, left.hint) < (right.weight, right.hint)
    }
  }

  /// nil when a condition is not met.
  private func weigh(_ entry: Int32, _ place: Place, _ countries: Countries) -> Weight? {
    let fact = index.facts[Int(entry)]
    var weight = Weight()
    if place.nameNeedsProof, fact.isName { return nil }
    if fact.needsName,
      !isName(place.range.upperBound) || place.followsHead && isInnerCapital(place.range)
    {
      return nil
    }
    if fact.condition >= 0,
      !weigh(index.contexts[Int(fact.condition)], place, countries, &weight)
    {
      return nil
    }
    if weight.weight == 0 { weight.hint = hint(fact, place.neighbour) }
    return weight
  }

  /// Whether all conditions hold.
  private func weigh(
    _ context: TermContext, _ place: Place, _ countries: Countries, _ weight: inout Weight
  ) -> Bool {
    if !context.countries.isEmpty {
      guard let found = countries(),
        found.codes.allSatisfy({ context.countries.contains(index.countryCodes[Int($0)]) })
      else { return false }
      weight.weight += 2
      weight.evidence = found.evidence
    }
    if let wanted = context.domain {
      guard wanted == domain else { return false }
      weight.weight += 1
      weight.evidence = "the article is about \(wanted)"
    }
    if !context.next.isEmpty {
      guard
        let phrase = context.next.first(where: {
          $0.begins(at: place.range.upperBound, of: tokens)
        })
      else { return false }
      weight.weight += 1
      weight.evidence = "before '\(phrase.text)'"
    }
    if !context.previous.isEmpty {
      guard
        let phrase = context.previous.first(where: {
          $0.ends(at: place.range.lowerBound, of: tokens)
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

  /// Whether a capital stands where none is due: `Ngoại trưởng Anh Boris Johnson` is no Mr. Johnson.
  private func isInnerCapital(_ range: Range<Int>) -> Bool {
    let start = range.lowerBound
    return range.count == 1 && start > 0 && tokens[start].isCapitalized
      && !tokens[start].isAllCapitals
  }

  /// A noun after a classifier; an adjective after a noun.
  private func hint(_ fact: TermFact, _ neighbour: Neighbour) -> Int {
    switch neighbour {
    case .counter, .owned: fact.tag.isNominal || fact.tag == .properName ? 1 : 0
    case .noun: fact.tag == .adjective ? 1 : 0
    case .betweenNouns: fact.tag == .preposition ? 1 : 0
    case .none: 0
    }
  }
}
