import TextModel
import Vietnamese

/// Countries that stand joined after a word: `Nga và Trung Quốc`, `Nga, Mỹ và Đức`, `các nước Anh, Pháp`.
///
/// A comma alone joins nothing, because a clause may end there (`Theo Ngoại trưởng Nga, Mỹ …`): a list
/// has `và` before its last country, or `các` before its first.
struct CountryList {
  /// The indices of the countries among the items.
  let countries: [Int]
  /// Whether a dash joins them: `Nga - Mỹ`.
  let isPair: Bool

  /// The list that begins right after an item; nil when fewer than two countries are joined there.
  init?(_ items: [Item], after position: Int, _ text: TokenText, _ phrases: PhraseTable) {
    var first = position + 1
    guard first < items.count, Self.touches(items[position], items[first]) else { return nil }
    var isOpened = false
    if items[first].tokens.count == 1,
      phrases.match(text.tokens, at: items[first].tokens.lowerBound, .plural)?.row.value == "",
      first + 1 < items.count, Self.touches(items[first], items[first + 1])
    {
      isOpened = true
      first += 1
    }
    guard items[first].country >= 0 else { return nil }
    var found = [first]
    var isJoined = false
    var isPair = false
    while !isJoined, !isPair, let last = found.last {
      let end = items[last].tokens.upperBound
      let join = Self.join(text, at: end, phrases)
      guard let join,
        let next = items[(last + 1)...].firstIndex(where: { $0.tokens.lowerBound == join.end }),
        items[next].country >= 0, items[next].country != items[first].country
      else { break }
      if join.kind == .dash, found.count > 1 { break }
      isJoined = join.kind == .and
      isPair = join.kind == .dash
      found.append(next)
    }
    guard found.count > 1, isJoined || isPair || isOpened else { return nil }
    countries = found
    self.isPair = isPair
  }

  private enum Kind { case comma, and, dash }

  private static func join(
    _ text: TokenText, at index: Int, _ phrases: PhraseTable
  ) -> (kind: Kind, end: Int)? {
    if index < text.count, let word = phrases.match(text.tokens, at: index, .link),
      !word.row.en.isEmpty
    {
      return (.and, word.end)
    }
    if text.isMark(index, ",") { return (.comma, index + 1) }
    return text.isDash(index) ? (.dash, index + 1) : nil
  }

  private static func touches(_ left: Item, _ right: Item) -> Bool {
    left.tokens.upperBound == right.tokens.lowerBound
  }
}
