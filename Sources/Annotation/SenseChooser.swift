import Terminology
import TextModel
import Vietnamese

/// Chooses among the senses of a term by what stands around it.
///
/// A sense whose conditions are met beats one without; among equals the order of the glossary decides.
/// Senses whose conditions are not met, or whose period is over, are never taken.
struct SenseChooser {
  /// Words before and after, in lower case, nearest first.
  let previous: [String]
  let next: [String]
  /// The country that the phrase belongs to, with how it was found.
  let country: (code: String, evidence: String)?
  /// The article's day, ISO 8601.
  let day: String?
  /// Whether a capitalized word follows: `ông` before a name is Mr., elsewhere he.
  let nextIsName: Bool
  /// What stands side by side before it.
  let neighbour: Neighbour

  /// What the word before asks for.
  enum Neighbour {
    /// A classifier or plural word: a noun follows.
    case counter
    /// A noun: an adjective may follow.
    case noun
    case none
  }

  struct Choice {
    let entry: TermEntry
    let evidence: String?
    let open: [String]
  }

  func choose(_ senses: [TermEntry]) -> Choice? {
    let valid = senses.filter { $0.isValid(on: day) }
    let pool = valid.isEmpty ? senses : valid
    let weighed = pool.compactMap { entry in weigh(entry).map { (entry, $0) } }
    guard let best = weighed.max(by: { $0.1 < $1.1 }) ?? pool.first.map({ ($0, Weight()) })
    else { return nil }
    let first = weighed.first { !($0.1 < best.1) } ?? best
    let rivals = weighed.filter {
      $0.1.weight == first.1.weight && $0.0.tag == first.0.tag && $0.0.en != first.0.en
        && $0.0.origin.glossary == first.0.origin.glossary && first.1.weight == 0
    }
    let open = rivals.isEmpty ? [] : [first.0.en] + rivals.map(\.0.en)
    return Choice(entry: first.0, evidence: first.1.evidence, open: open)
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
  private func weigh(_ entry: TermEntry) -> Weight? {
    let condition = entry.condition
    var weight = Weight()
    if entry.tag == .title, entry.en.hasSuffix("."), !nextIsName { return nil }
    if !condition.countries.isEmpty {
      guard let country, condition.countries.contains(country.code) else { return nil }
      weight.weight += 2
      weight.evidence = country.evidence
    }
    if !condition.next.isEmpty {
      guard let word = condition.next.first(where: { follows($0, next) }) else { return nil }
      weight.weight += 1
      weight.evidence = "before '\(word)'"
    }
    if !condition.previous.isEmpty {
      guard let word = condition.previous.first(where: { precedes($0, previous) }) else {
        return nil
      }
      weight.weight += 1
      weight.evidence = "after '\(word)'"
    }
    if weight.weight == 0 { weight.hint = hint(entry) }
    return weight
  }

  /// A noun after a classifier; an adjective after a noun.
  private func hint(_ entry: TermEntry) -> Int {
    switch neighbour {
    case .counter: entry.tag.isNominal || entry.tag == .properName ? 1 : 0
    case .noun: entry.tag == .adjective ? 1 : 0
    case .none: 0
    }
  }

  private func follows(_ phrase: String, _ words: [String]) -> Bool {
    let parts = phrase.split(separator: " ").map(String.init)
    return Array(words.prefix(parts.count)) == parts
  }

  private func precedes(_ phrase: String, _ words: [String]) -> Bool {
    let parts = phrase.split(separator: " ").map(String.init)
    return Array(words.prefix(parts.count).reversed()) == parts
  }
}
