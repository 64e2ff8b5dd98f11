import Terminology
import TextModel
import Vietnamese

/// Names that tell the country of what stands near them: leaders, seats of government, parties, agencies.
///
/// `Quốc hội` near `Trump` is the US Congress, though no country is named.
struct Nations: Sendable {
  /// By term: the index of the country's code that it tells, −1 when it tells none.
  private var countries: [Int16]
  /// The index of Vietnam's code, −1 when no glossary has it.
  let vietnam: Int16

  /// - Parameters:
  ///   - table: `vi`, a term of the glossaries, and `country`, an ISO 3166 code. A row of which the
  ///     glossaries lack the term or the country tells nothing.
  init(_ table: DataTable, index: TermIndex, tokenizer: Tokenizer) {
    func code(_ name: String) -> Int16 {
      index.countryCodes.firstIndex(of: name).map { Int16($0) } ?? -1
    }
    vietnam = code("VN")
    countries = [Int16](repeating: -1, count: index.firstSpelling.count)
    for row in table.rows {
      let keys = tokenizer.tokens(Array(row["vi"].utf8)).lazy.map(\.key)
      if let term = index.term(keys) { countries[Int(term)] = code(row["country"]) }
    }
  }

  /// The index of the country that a name tells, −1 when it tells none.
  func country(_ item: Item) -> Int16 {
    guard case .term(let hit) = item.content, hit.capitals != 0 else { return -1 }
    return countries[Int(hit.term)]
  }
}
