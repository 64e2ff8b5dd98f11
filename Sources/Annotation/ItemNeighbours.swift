import Terminology

/// What the items beside a term say of its part of speech. Those before it have their senses already.
struct ItemNeighbours {
  let index: TermIndex

  /// What the item before, side by side with this one, asks for.
  func asked(_ items: [Item], at position: Int) -> SenseChooser.Neighbour {
    guard position > 0, items[position - 1].tokens.upperBound == items[position].tokens.lowerBound
    else { return isOwned(items, position) ? .owned : .none }
    if items[position - 1].role == .counter { return .counter }
    if isOwned(items, position) { return .owned }
    guard items[position - 1].role == .noun else { return .none }
    return isPreposition(items, position) ? .betweenNouns : .noun
  }

  /// Whether `của` stands after an item.
  private func isOwned(_ items: [Item], _ position: Int) -> Bool {
    guard position + 1 < items.count, case .term(let next) = items[position + 1].content,
      index.traits[Int(next.term)].contains(.genitive),
      items[position + 1].tokens.lowerBound == items[position].tokens.upperBound
    else { return false }
    var isGenitive = false
    index.eachEntry(next) { isGenitive = isGenitive || index.facts[Int($0)].tag == .genitive }
    return isGenitive
  }

  /// Whether a word that may be a preposition has something nominal after it: `quan hệ giữa Nga và Mỹ`.
  private func isPreposition(_ items: [Item], _ position: Int) -> Bool {
    guard case .term(let hit) = items[position].content,
      index.traits[Int(hit.term)].contains(.preposition), position + 1 < items.count,
      items[position + 1].tokens.lowerBound == items[position].tokens.upperBound
    else { return false }
    var mayBe = false
    index.eachEntry(hit) { mayBe = mayBe || index.facts[Int($0)].tag == .preposition }
    guard mayBe else { return false }
    guard case .term(let next) = items[position + 1].content else { return true }
    let nominal: Set<WordTag> = [
      .noun, .massNoun, .title, .properName, .classifier, .quantifier, .numeral,
    ]
    return index.entries(next).first.map { nominal.contains(index.facts[Int($0)].tag) } ?? false
  }

  /// Whether the item before, side by side with this one, is a title, body or noun.
  func followsHead(_ items: [Item], at position: Int) -> Bool {
    guard position > 0, items[position - 1].tokens.upperBound == items[position].tokens.lowerBound
    else { return false }
    return [.title, .organization, .organizationNoun, .noun].contains(items[position - 1].role)
  }

  /// Whether the item before is a subject by its look, or a word of tense, negation or manner.
  func mayBePredicate(_ items: [Item], at position: Int) -> Bool {
    guard position > 0, items[position - 1].tokens.upperBound == items[position].tokens.lowerBound
    else { return false }
    let before = items[position - 1]
    if [.country, .place, .organization, .person].contains(before.role) { return true }
    guard before.entry >= 0 else { return false }
    return [.tense, .negation, .modal, .adverb, .pronoun].contains(
      index.facts[Int(before.entry)].tag)
  }
}
