import Terminology
import TextModel
import Vietnamese

/// Countries that stand after a head, and the posts and titles that come of them.
extension PhraseComposer {
  /// A head with several countries: `quan hệ Nga - Mỹ` → Russia-US relations; `lãnh đạo Nga và Đức` →
  /// leaders of Russia and Germany; `chính phủ Anh và Pháp` → British and French governments.
  func listed(_ items: [Item], at start: Int) -> (Item, Int)? {
    let head = items[start]
    if let pair = following(items, start, .other), isPair(pair), isRelation(head) {
      var item = head
      item.target = "\(pair.target) \(head.target)"
      return (extended(item, to: pair, "compose:relation"), start + 2)
    }
    guard let list = CountryList(items, after: start, text, phrases),
      let last = list.countries.last,
      head.entry >= 0, !isMoment(head), !isWord(head.tokens.lowerBound, .national)
    else { return nil }
    let countries = list.countries.map { items[$0] }
    var item = head
    var origin = "compose:countries"
    if list.isPair {
      guard head.role != .title else { return nil }
      item.target = "\(countries.map(pairForm).joined(separator: "-")) \(head.target)"
      origin = "compose:relation"
    } else if isRelation(head) {
      item.target += " between \(Self.listed(countries.map(withArticle)))"
      origin = "compose:relation"
    } else if head.role == .title {
      item.target = "\(plural(head)) of \(Self.listed(countries.map(withArticle)))"
      item.target = headed(item.target, head, isSentenceCase: true)
    } else {
      item.target = "\(Self.listed(countries.map(adjective))) \(plural(head))"
    }
    return (extended(item, to: items[last], origin), last + 1)
  }

  /// The plural of a head with its countries: only the head takes the ending, and one of several
  /// countries has it already.
  func pluralListed(_ phrase: Item, _ plural: (String) -> String) -> String? {
    switch phrase.origin {
    case "compose:countries": return phrase.target
    case "compose:relation":
      guard let range = phrase.target.firstRange(of: " between ") else { return nil }
      return plural(String(phrase.target[..<range.lowerBound])) + phrase.target[range.lowerBound...]
    default: return nil
    }
  }

  /// Whether an entry names two countries at once: `Nga - Mỹ`.
  private func isPair(_ item: Item) -> Bool {
    item.entry >= 0 && index.facts[Int(item.entry)].isName && item.target.contains("-")
      && tokens[item.tokens].contains { $0.kind == .mark }
  }

  /// `A`, `A and B`, `A, B and C`.
  private static func listed(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return "\(names.dropLast().joined(separator: ", ")) and \(last)"
  }

  /// What a country is called before a hyphen: `US`, `Russia`.
  private func pairForm(_ country: Item) -> String {
    let short = country.entry < 0 ? "" : index.cell(.attr, of: country.entry)
    return short.isEmpty ? country.target : short
  }

  /// The plural of a head; a body's short name, and nothing for a mass noun.
  private func plural(_ head: Item) -> String {
    let entry = index.entry(head.entry)
    let isBody = head.role == .organization || head.role == .organizationNoun
    let name = isBody && !entry.attributive.isEmpty ? entry.attributive : head.target
    return entry.number == "mass" ? name : EnglishNoun.plural(name, entry: entry)
  }

  private func headed(_ text: String, _ item: Item, isSentenceCase: Bool) -> String {
    guard isSentenceCase, item.tokens.lowerBound == 0, tokens[0].isCapitalized else { return text }
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// Whether a noun says what countries have with one another.
  private func isRelation(_ item: Item) -> Bool {
    phrases.match(tokens, at: item.tokens.lowerBound, .relation)?.end == item.tokens.upperBound
  }

  /// Whether a noun is one of time, which no country has: `lần gần nhất Nga …`.
  func isMoment(_ item: Item) -> Bool {
    phrases.match(tokens, at: item.tokens.lowerBound, .moment) != nil
  }

  /// The country right after a head, or after `của`, with its index.
  func owner(_ items: [Item], of index: Int) -> (country: Item, index: Int)? {
    if let country = following(items, index, .country) { return (country, index + 1) }
    guard index + 2 < items.count, touches(items[index], items[index + 1]),
      items[index + 1].entry >= 0, self.index.facts[Int(items[index + 1].entry)].tag == .genitive,
      let country = following(items, index + 1, .country),
      CountryList(items, after: index + 1, text, phrases) == nil
    else { return nil }
    return (country, index + 2)
  }

  /// A title with its country: `US president`, but `head of the US delegation`.
  static func national(_ title: String, _ adjective: String) -> String {
    let of = " of the "
    let parts = title.split(separator: of)
    guard parts.count == 2 else { return "\(adjective) \(title)" }
    return "\(parts[0])\(of)\(adjective) \(parts[1])"
  }

  /// The country or body that an ambassador or representative is sent to.
  func post(_ items: [Item], of title: Item, after index: Int) -> (place: Item, index: Int)? {
    let name = title.target.lowercased()
    guard words.posts.contains(where: name.hasSuffix) else { return nil }
    let roles: [PhraseRole] = [.country, .place, .organization]
    guard
      let found = location(items, after: index, end: title.tokens.upperBound, roles)
    else { return nil }
    var place = found.place
    if place.role == .organization, place.target.contains(" ") {
      place.target = "the \(place.target)"
    }
    return (place, found.index)
  }

  /// `thứ trưởng Bộ Ngoại giao Nga` → Russian deputy foreign minister: the ministry is in the title.
  func minister(_ title: String, of body: Item, head: Item) -> String? {
    let small = "minister"
    guard title.lowercased().hasSuffix(small), title.count > small.count || head.entry >= 0 else {
      return nil
    }
    let name = body.target
    if let range = name.firstRange(of: "Ministry of ") {
      return "\(name[..<range.lowerBound])\(title) of \(name[range.upperBound...])"
    }
    let short = head.entry >= 0 ? index.cell(.attr, of: head.entry) : ""
    let own = short.isEmpty ? head.target : short
    let ministry = " Ministry"
    guard own.hasSuffix(ministry), name.hasSuffix(own) else { return nil }
    let isSmall = title.first?.isLowercase == true
    let field = String(own.dropLast(ministry.count))
    let rank = title.dropLast(small.count)
    return name.dropLast(own.count) + rank + (isSmall ? field.lowercased() : field) + " "
      + title.suffix(small.count)
  }
}
