import Terminology
import TextModel
import Vietnamese

/// Renders titles, bodies and nouns together with the country, body or place they belong to.
///
/// `Đại sứ Nga tại Mỹ` → Russian Ambassador to the US. Rules are tried at each item, longest first;
/// each names itself as the origin of what it composed.
struct PhraseComposer {
  let text: TokenText
  let index: TermIndex
  /// The words that the rules ask for.
  let phrases: PhraseTable
  /// The words of English that they ask for.
  let words: EnglishWords

  var tokens: [Token] { text.tokens }

  func compose(_ items: [Item]) -> [Item] {
    var result: [Item] = []
    var index = 0
    while index < items.count {
      let (item, next) = phrase(items, at: index)
      result.append(item)
      index = next
    }
    return result
  }

  private func phrase(_ items: [Item], at start: Int) -> (Item, Int) {
    var index = start
    var modifier: Item?
    if isTitleModifier(items[start]), start + 1 < items.count, items[start + 1].role == .title,
      touches(items[start], items[start + 1])
    {
      modifier = items[start]
      index += 1
    }
    let item = items[index]
    var (composed, next): (Item, Int) =
      switch item.role {
      case .title: title(items, at: index)
      case .organization, .organizationNoun: organization(items, at: index)
      case .noun: noun(items, at: index)
      case .number: counted(items, at: index)
      case .counter: plural(items, at: index)
      default: (item, index + 1)
      }
    if let modifier {
      composed.target = "\(modifier.target) \(composed.target)"
      composed = joined(composed, from: modifier, origin: "compose:title-modifier")
      composed.kind = .title
    }
    if next == start { next = start + 1 }
    return (composed, next)
  }

  // MARK: What stands side by side

  func touches(_ left: Item, _ right: Item) -> Bool {
    left.tokens.upperBound == right.tokens.lowerBound
  }

  func isWord(_ index: Int, _ kinds: PhraseKinds) -> Bool {
    phrases.match(tokens, at: index, kinds)?.end == index + 1
  }

  private func isTitleModifier(_ item: Item) -> Bool {
    item.role == .adjective && item.tokens.count == 1
      && words.titleModifiers.contains(item.target)
  }

  func following(_ items: [Item], _ index: Int, _ role: PhraseRole...) -> Item? {
    guard index + 1 < items.count, touches(items[index], items[index + 1]),
      role.contains(items[index + 1].role)
    else { return nil }
    return items[index + 1]
  }

  /// A place after `tại` or `ở`, with its index.
  func location(
    _ items: [Item], after index: Int, end: Int, _ roles: [PhraseRole] = [.country, .place]
  ) -> (place: Item, index: Int)? {
    guard index + 2 < items.count, isWord(end, .location),
      items[index + 1].tokens == end..<(end + 1),
      items[index + 2].tokens.lowerBound == end + 1,
      roles.contains(items[index + 2].role)
    else { return nil }
    return (items[index + 2], index + 2)
  }

  private func joined(_ item: Item, from first: Item, origin: String) -> Item {
    let own = item.entry >= 0 && item.origin.isEmpty ? index.entry(item.entry).name : item.origin
    var item = item
    item.tokens = first.tokens.lowerBound..<item.tokens.upperBound
    item.content = .phrase
    item.origin = own.isEmpty ? origin : "\(origin)+\(own)"
    return item
  }

  // MARK: Rules

  func adjective(_ item: Item) -> String {
    let adjective = item.entry < 0 ? "" : index.cell(.adj, of: item.entry)
    return adjective.isEmpty ? item.target : adjective
  }

  func withArticle(_ item: Item) -> String {
    guard item.entry >= 0, index.cell(.note, of: item.entry).hasPrefix("takes the") else {
      return item.target
    }
    let short = index.cell(.attr, of: item.entry)
    return "the \(short.isEmpty ? item.target : short)"
  }

  func isCapitalized(_ item: Item) -> Bool {
    tokens[item.tokens].dropFirst().contains { $0.isCapitalized }
  }

  func headed(_ text: String, _ item: Item) -> String {
    tokens[item.tokens.lowerBound].isCapitalized ? EnglishText.titleCased(text) : text
  }

  /// `former` and the like stand before the country: former US president.
  func splitModifier(_ title: String) -> (modifier: String, title: String) {
    let parts = title.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2, words.ranks.contains(parts[0].lowercased()) else { return ("", title) }
    return (parts[0].lowercased() + " ", parts[1])
  }

  /// A title with its country, body and post: `tân Đại sứ Nga tại Mỹ`, `Tổng thư ký NATO`.
  private func title(_ items: [Item], at start: Int) -> (Item, Int) {
    var item = items[start]
    var index = start
    let (modifier, plain) = splitModifier(headed(item.target, item))
    let base = modifier.isEmpty || !isCapitalized(item) ? plain : EnglishText.titleCased(plain)
    item.target = modifier + base
    if let listed = listed(items, at: start) { return listed }
    if let (country, position) = owner(items, of: index) {
      item.target = modifier + Self.national(base, adjective(country))
      item = extended(item, to: country, "compose:title-country")
      index = position
    } else if let body = following(items, index, .organization, .organizationNoun) {
      let (composed, next) = organization(items, at: index + 1)
      item.target = modifier + bodyTitle(base, composed, head: body)
      item = extended(item, to: composed, "compose:title-body")
      index = next - 1
    }
    if let number = following(items, index, .number), number.origin == "figure:ordinal" {
      item.target = "\(number.target) \(item.target)"
      item = extended(item, to: number, "compose:title-ordinal")
      index += 1
    }
    if let (place, position) = post(items, of: item, after: index) {
      item.target += " to \(withArticle(place))"
      item = extended(item, to: place, "compose:title-post")
      index = position
    }
    return (item, index + 1)
  }

  private func bodyTitle(_ title: String, _ body: Item, head: Item) -> String {
    if let minister = minister(title, of: body, head: head) { return minister }
    let text = body.target
    if words.links.contains(where: { text.contains(" \($0) ") }) {
      return "\(title) of the \(text)"
    }
    return "\(text) \(title.lowercasedFirstIfCommon(head))"
  }

  func extended(_ item: Item, to last: Item, _ origin: String) -> Item {
    var item = item
    item.tokens = item.tokens.lowerBound..<last.tokens.upperBound
    item.content = .phrase
    item.origin = origin
    return item
  }

  /// A body with its country and seat: `Bộ Ngoại giao Nga`, `Đại sứ quán Mỹ tại Moskva`, `hãng tin RT`.
  private func organization(_ items: [Item], at start: Int) -> (Item, Int) {
    if let named = named(items, at: start) { return named }
    var item = items[start]
    var index = start
    if item.role == .organizationNoun, let name = following(items, index, .organization),
      name.entry < 0 || ["agency", "media"].contains(self.index.cell(.type, of: name.entry))
    {
      item.target = "\(name.target) \(item.target)"
      item = extended(item, to: name, "compose:agency-name")
      item.kind = .organization
      return (item, index + 2)
    }
    if let listed = listed(items, at: start) { return listed }
    if let (country, position) = owner(items, of: index) {
      let short = item.entry < 0 ? "" : self.index.cell(.attr, of: item.entry)
      let name = short.isEmpty ? headed(item.target, item) : short
      let isNamed = name.hasPrefix(country.target) || name.hasPrefix(adjective(country))
      item.target = isNamed ? name : "\(adjective(country)) \(name)"
      item = extended(item, to: country, "compose:body-country")
      item.kind = .organization
      index = position
      if let (place, position) = location(items, after: index, end: item.tokens.upperBound) {
        item.target += " in \(withArticle(place))"
        item = extended(item, to: place, "compose:body-seat")
        index = position
      }
    } else if let (whole, next) = local(items, at: start) {
      return (whole, next)
    }
    return (item, index + 1)
  }

  /// A noun with its country: `phái đoàn Nga`; `tâm lý chống Nga` → anti-Russian sentiment.
  func noun(_ items: [Item], at start: Int) -> (Item, Int) {
    if let named = named(items, at: start) ?? local(items, at: start) { return named }
    var item = items[start]
    if let listed = listed(items, at: start) { return listed }
    if let country = following(items, start, .country), !isMoment(item) {
      if item.tokens.count == 1, isWord(item.tokens.lowerBound, .national) {
        item.target = national(adjective(country))
        return (extended(item, to: country, "compose:national"), start + 2)
      }
      if let object = phrases.match(tokens, at: item.tokens.lowerBound, .object),
        object.end == item.tokens.upperBound
      {
        item.target += " \(object.row.en) \(withArticle(country))"
        return (extended(item, to: country, "compose:noun-object"), start + 2)
      }
      let (modifier, plain) = splitModifier(item.target)
      item.target = "\(modifier)\(adjective(country)) \(plain)"
      return (extended(item, to: country, "compose:noun-country"), start + 2)
    }
    if let quality = following(items, start, .adjective), isAdjective(quality) {
      item.target = "\(quality.target) \(item.target)"
      return (extended(item, to: quality, "compose:noun-adjective"), start + 2)
    }
    if let body = following(items, start, .organization), isAcronym(body) {
      let (whole, next) = organization(items, at: start + 1)
      item.target = "\(whole.target) \(item.target)"
      return (extended(item, to: whole, "compose:noun-body"), next)
    }
    let end = item.tokens.upperBound
    if isWord(end, .against),
      let country = items[(start + 1)...].first(where: {
        $0.tokens.lowerBound == end + 1 && $0.role == .country
      })
    {
      item.target = "anti-\(adjective(country)) \(item.target)"
      let next = (items.firstIndex { $0.tokens == country.tokens } ?? start) + 1
      return (extended(item, to: country, "compose:anti-country"), next)
    }
    return (item, start + 1)
  }

  /// A person of a country: Russian, Vietnamese, Spanish national.
  private func national(_ adjective: String) -> String {
    let isNoun = words.personEndings.contains { adjective.hasSuffix($0) }
    return isNoun ? adjective : "\(adjective) national"
  }

  private func plural(_ phrase: Item, head: Int32) -> String {
    if phrase.origin == "compose:national" {
      return phrase.target.hasSuffix("ese") ? phrase.target : phrase.target + "s"
    }
    let entry = index.entry(head)
    return pluralListed(phrase) { EnglishNoun.plural($0, entry: entry) }
      ?? EnglishNoun.plural(phrase.target, entry: entry)
  }

  /// `12 người Mỹ` → 12 Americans.
  private func people(_ items: [Item], at start: Int) -> (Item, Int)? {
    guard items[start].kind == .measure, items[start].value?.hasSuffix(" person") == true,
      let country = following(items, start, .country),
      let space = items[start].target.lastIndex(of: " ")
    else { return nil }
    var item = items[start]
    var name = national(adjective(country))
    if item.value != "1 person", !name.hasSuffix("ese") { name += "s" }
    item.target = "\(item.target[..<space]) \(name)"
    return (extended(item, to: country, "compose:number-national"), start + 2)
  }

  private func isAdjective(_ item: Item) -> Bool {
    item.entry >= 0 && index.facts[Int(item.entry)].tag == .adjective
  }

  private func isAcronym(_ item: Item) -> Bool {
    item.tokens.count == 1 && tokens[item.tokens.lowerBound].isAllCapitals
  }

  /// `các nước trung lập` → neutral countries: a plural word with its noun.
  private func plural(_ items: [Item], at start: Int) -> (Item, Int) {
    let word = items[start].tokens.lowerBound
    guard items[start].tokens.count == 1, isWord(word, .plural),
      let head = following(items, start, .noun, .title), head.entry >= 0
    else { return (items[start], start + 1) }
    let (phrase, next) =
      head.role == .noun ? noun(items, at: start + 1) : title(items, at: start + 1)
    var item = phrase
    item.target = plural(phrase, head: head.entry)
    if phrases.match(tokens, at: word, .plural)?.row.value == "keep" {
      item.target = "\(items[start].target) \(item.target)"
    }
    item.tokens = items[start].tokens.lowerBound..<phrase.tokens.upperBound
    item.content = .phrase
    item.origin = "compose:plural"
    return (item, next)
  }

  /// `27 chiếc xe tăng` → 27 tanks: English has no classifier.
  private func classified(_ items: [Item], at start: Int) -> (Item, Int)? {
    guard case .value = items[start].content, items[start].kind == .number,
      let word = following(items, start, .counter), word.entry >= 0,
      index.facts[Int(word.entry)].tag == .classifier,
      following(items, start + 1, .noun, .title) != nil
    else { return nil }
    var number = items[start]
    number.tokens = number.tokens.lowerBound..<word.tokens.upperBound
    let (item, next) = counted([number] + items[(start + 2)...], at: 0)
    guard next > 1 else { return nil }
    var result = item
    result.origin = "compose:number-classifier-noun"
    return (result, start + 1 + next)
  }

  /// A number with what it counts: `27 nhà ngoại giao Nga` → 27 Russian diplomats.
  private func counted(_ items: [Item], at start: Int) -> (Item, Int) {
    if let item = people(items, at: start) { return item }
    if let item = classified(items, at: start) { return item }
    guard following(items, start, .noun, .title) != nil,
      case .value = items[start].content, items[start].kind == .number
    else { return (items[start], start + 1) }
    let (noun, next) =
      items[start + 1].role == .noun
      ? noun(items, at: start + 1) : title(items, at: start + 1)
    let head = items[start + 1].entry
    guard head >= 0, index.cell(.number, of: head) != "mass" else {
      return (items[start], start + 1)
    }
    var item = items[start]
    let isFraction = item.value?.contains("/") == true
    let text =
      isFraction
      ? "of the \(noun.target)"
      : item.value == "1" ? noun.target : plural(noun, head: head)
    item.target = "\(item.target) \(text)"
    return (extended(item, to: noun, "compose:number-noun"), next)
  }
}

extension String {
  /// `spokesperson` stays small after a body's name.
  fileprivate func lowercasedFirstIfCommon(_ head: Item) -> String {
    hasPrefix("Spokes") ? lowercased() : self
  }
}
