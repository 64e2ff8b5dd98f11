import TextModel
import Vietnamese

/// An acronym that is rendered by itself, with no full form anywhere.
struct LoneAcronymRule: AuditRule {
  let code = "lone-acronym"

  func check(_ input: AuditInput) -> [AuditFinding] {
    let explained = Set(input.rows.flatMap { row in row.entry.variants + row.entry.also })
    return input.rows.compactMap { row in
      let entry = row.entry
      guard entry.vi == entry.en, entry.see.isEmpty, entry.note.isEmpty, entry.also.isEmpty,
        !explained.contains(entry.vi)
      else { return nil }
      let tokens = input.tokenizer.tokens(Array(entry.vi.utf8))
      guard tokens.count == 1, tokens[0].isAllCapitals else { return nil }
      return input.finding(
        self, .note, row, "nothing says what '\(entry.vi)' is short for",
        fix: "put the full form under also, see or note, or make it a variant of the full form")
    }
  }
}
