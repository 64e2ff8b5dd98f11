import TextModel

/// The country that was named or told last, and how often each was.
struct CountryHint {
  /// The index of its code, −1 for none.
  private(set) var country: Int16 = -1
  /// The name that tells it, empty when the country itself was named.
  private(set) var teller = ""
  /// By the index of its code: how often a country was named or told.
  private var counts: [Int] = []

  /// Takes note of a country, and of the name that tells it.
  mutating func note(_ country: Int16, teller: String = "") {
    self.country = country
    self.teller = teller
    count(country)
  }

  /// Counts a country without taking it for the last.
  mutating func count(_ country: Int16) {
    while counts.count <= Int(country) { counts.append(0) }
    counts[Int(country)] += 1
  }

  /// Whether a country was named or told more often than the last.
  func isMoreFrequent(_ other: Int16) -> Bool {
    guard country >= 0, other >= 0, Int(other) < counts.count else { return false }
    return counts[Int(other)] > counts[Int(country)]
  }
}

/// Finds the countries that a title or body belongs to, by what stands around it.
///
/// What stands right after it is asked first, then what stands before it, then what was named last
/// (Vietnam where it was named more often), then the names that come later in the sentence.
struct CountryFinder {
  let index: TermIndex
  let nations: Nations
  let names: NameFinder
  let phrases: PhraseTable
  let text: TokenText
  let last: CountryHint

  /// The countries of the item at a position, with how they were found; nil when nothing tells.
  func countries(_ items: [Item], at position: Int) -> (codes: [Int16], evidence: String)? {
    if let list = CountryList(items, after: position, text, phrases) {
      let codes = list.countries.map { items[$0].country }
      return (codes, "followed by the countries \(named(codes))")
    }
    if let found = after(items, position) ?? before(items, position) { return found }
    if last.isMoreFrequent(nations.vietnam) {
      let country = named([nations.vietnam])
      return ([nations.vietnam], "the country \(country) is named more often than others")
    }
    if last.country >= 0 {
      let country = named([last.country])
      return (
        [last.country],
        last.teller.isEmpty
          ? "the country \(country) was named last"
          : "'\(last.teller)' tells the country \(country)"
      )
    }
    for later in items[(position + 1)...] where later.country < 0 {
      if let found = told(by: later) { return found }
    }
    return nil
  }

  /// The country right after an item, or right after the body that it heads.
  private func after(
    _ items: [Item], _ position: Int
  ) -> (codes: [Int16], evidence: String)? {
    var end = items[position].tokens.upperBound
    for next in items[(position + 1)...].prefix(2) {
      guard next.tokens.lowerBound == end else { return nil }
      if next.country >= 0 {
        return ([next.country], "followed by the country \(named([next.country]))")
      }
      if let found = told(by: next) { return found }
      end = next.tokens.upperBound
    }
    return nil
  }

  private func before(
    _ items: [Item], _ position: Int
  ) -> (codes: [Int16], evidence: String)? {
    for before in items[..<position].reversed().prefix(3) {
      if before.country >= 0 {
        return ([before.country], "after the country \(named([before.country]))")
      }
      if let found = told(by: before) { return found }
    }
    return nil
  }

  /// The country that a name tells: one of the table, or a person with a Vietnamese name.
  private func told(by item: Item) -> (codes: [Int16], evidence: String)? {
    var country = nations.country(item)
    if country < 0, case .name(.person) = item.content,
      names.isVietnamesePerson(text.tokens[item.tokens])
    {
      country = nations.vietnam
    }
    guard country >= 0 else { return nil }
    let name = text.string(item.tokens)
    return ([country], "'\(name)' tells the country \(named([country]))")
  }

  private func named(_ codes: [Int16]) -> String {
    codes.map { index.countryCodes[Int($0)] }.joined(separator: ", ")
  }
}
