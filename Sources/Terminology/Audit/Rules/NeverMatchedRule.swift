import TextModel
import Vietnamese

/// An entry of which no spelling stands in the given text.
struct NeverMatchedRule: AuditRule {
  let code = "never-matched"

  func check(_ input: AuditInput) -> [AuditFinding] {
    guard let corpus = input.options.corpus else { return [] }
    var counts = SpellingCounts(tokenizer: input.tokenizer, capacity: input.rows.count)
    let places = input.rows.map { row in
      ([row.entry.vi] + row.entry.variants).map { counts.add($0) }
    }
    for text in corpus { counts.count(text) }
    return zip(input.rows, places).compactMap { row, places in
      if places.contains(where: { counts[$0] > 0 }) { return nil }
      return input.finding(
        self, .note, row, "'\(row.entry.vi)' is never found in the given texts",
        fix: "check its spelling; a rare term may stay")
    }
  }
}
