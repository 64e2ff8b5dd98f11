/// Finds the changed rows of glossaries whose spellings stand in a text, found by the first word of each.
struct RowFinder {
  private let rows: [GlossaryDelta.RowChange]
  private let byWord: [Substring: [Int]]

  init(_ rows: [GlossaryDelta.RowChange]) {
    self.rows = rows
    var byWord: [Substring: [Int]] = [:]
    for (index, row) in rows.enumerated() {
      for spelling in Set(row.spellings) {
        let first = Self.words(spelling.lowercased()).first ?? ""
        byWord[first, default: []].append(index)
      }
    }
    self.byWord = byWord
  }

  /// Letters and digits; marks part them. A spelling of marks alone has no word and is always looked for.
  private static func words(_ text: String) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber }
  }

  /// The rows with a spelling in one of the texts, whatever its case, in their order.
  func rows(in texts: [String]) -> [GlossaryDelta.RowChange] {
    if rows.isEmpty { return [] }
    var found: Set<Int> = []
    for text in texts.map({ $0.lowercased() }) {
      let candidates = Set(Self.words(text) + [""]).flatMap { byWord[$0] ?? [] }
      for index in Set(candidates) where !found.contains(index) {
        if rows[index].spellings.contains(where: { text.contains($0.lowercased()) }) {
          found.insert(index)
        }
      }
    }
    return found.sorted().map { rows[$0] }
  }
}
