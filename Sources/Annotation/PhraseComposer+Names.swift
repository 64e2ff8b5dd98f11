import Terminology
import TextModel
import Vietnamese

/// Nouns and bodies with the names that say which: of their own, or of their place.
extension PhraseComposer {
  /// The origin of a name that only the noun before it shows.
  static let ownName = "name:own"

  /// A noun with a name of its own: `khách sạn Mặt Trời` → Mặt Trời Hotel; `Công ty TNHH Thực phẩm Bình
  /// Minh` → Bình Minh Food Co., Ltd.
  func named(_ items: [Item], at start: Int) -> (Item, Int)? {
    let head = items[start]
    guard start + 1 < items.count, touches(head, items[start + 1]),
      tokens[items[start + 1].tokens.lowerBound].isCapitalized,
      let bearer = phrases.match(tokens, at: head.tokens.lowerBound, .bearer),
      bearer.end == head.tokens.upperBound, ["org", "place"].contains(bearer.row.value)
    else { return nil }
    let isOrganization = bearer.row.value == "org"
    let isName = tokens[head.tokens.lowerBound].isCapitalized
    var middle: [String] = []
    var position = start + 1
    while position < items.count, touches(items[position - 1], items[position]),
      position - start < 5
    {
      let name = items[position]
      let isOwn = name.origin == Self.ownName
      if isOwn || name.role == .place || isOrganization && name.role == .organization {
        let short = head.entry < 0 ? "" : index.cell(.attr, of: head.entry)
        let isCounted =
          start > 0 && items[start - 1].role == .number && touches(items[start - 1], head)
        let isCommon = isCounted || !isOwn && !isName
        let common = isCommon ? head.target : EnglishText.titleCased(head.target)
        let noun = short.isEmpty ? common : short
        guard isOwn || !name.target.contains(noun) else { return nil }
        var item = head
        item.target = ([name.target] + middle + [noun]).joined(separator: " ")
        item = extended(item, to: name, "compose:own-name")
        let isKnown = isOwn || isName
        item.kind = isKnown ? (isOrganization ? .organization : .place) : head.kind
        item.role = isOrganization ? .organization : .place
        return (item, position + 1)
      }
      guard let word = activity(name) else { return nil }
      middle.append(word)
      position += 1
    }
    return nil
  }

  /// What a company does, as a noun: `Xây dựng`, or the `và` between two.
  private func activity(_ item: Item) -> String? {
    guard case .term(let hit) = item.content, item.entry >= 0 else { return nil }
    if phrases.match(tokens, at: item.tokens.lowerBound, .link)?.row.en == "and" { return "and" }
    guard tokens[item.tokens.lowerBound].isCapitalized else { return nil }
    let nouns: [WordTag] = [.noun, .massNoun]
    let noun = index.entries(hit).first { nouns.contains(index.facts[Int($0)].tag) }
    return noun.map { EnglishText.titleCased(index.english($0)) }
  }

  /// A body with its place or the body above it: `UBND TP Đà Nẵng` → Da Nang People's Committee; `Bộ Tổng
  /// tham mưu quân đội Pháp` → French military General Staff.
  func local(_ items: [Item], at start: Int) -> (Item, Int)? {
    let body = items[start]
    guard body.entry >= 0, following(items, start, .place, .noun) != nil else { return nil }
    let word = phrases.match(tokens, at: body.tokens.lowerBound, .bearer)
    let isForce = word?.row.value == "body" && word?.end == body.tokens.upperBound
    guard isForce || index.facts[Int(body.entry)].isBody, !NameForms.isAcronym(body.target) else {
      return nil
    }
    let name = headed(body.target, body)
    var item = body
    item.kind = .organization
    if let place = following(items, start, .place) {
      guard !name.contains(place.target) else { return nil }
      item.target = "\(adjective(place)) \(name)"
      return (extended(item, to: place, "compose:body-place"), start + 2)
    }
    if start + 1 < items.count, touches(body, items[start + 1]),
      let (place, next) = self.named(items, at: start + 1), place.role == .place
    {
      item.target = "\(place.target) \(name)"
      return (extended(item, to: place, "compose:body-place"), next)
    }
    guard following(items, start, .noun) != nil, following(items, start + 1, .country) != nil else {
      return nil
    }
    let (owner, next) = noun(items, at: start + 1)
    guard owner.origin == "compose:noun-country" else { return nil }
    item.target = "\(owner.target) \(name)"
    return (extended(item, to: owner, "compose:body-owner"), next)
  }
}
