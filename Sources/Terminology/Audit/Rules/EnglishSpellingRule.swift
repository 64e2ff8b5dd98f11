import TextModel

/// English in the spelling that was not chosen; names keep theirs.
struct EnglishSpellingRule: AuditRule {
  let code = "english-spelling"

  func check(_ input: AuditInput) -> [AuditFinding] {
    let wanted = input.options.english
    return input.rows.flatMap { row -> [AuditFinding] in
      if row.entry.tag == .properName { return [] }
      return [TermColumn.en, .also, .attr, .adj].compactMap { column in
        let cell = row.entry.cell(column)
        guard let better = input.spelling.corrected(cell, to: wanted) else { return nil }
        return input.finding(
          self, .warning, row,
          "'\(cell)' for '\(row.entry.vi)' is in \(wanted == "gb" ? "American" : "British") spelling",
          fix: "write '\(better)'", action: .set(column: column.name, to: better))
      }
    }
  }
}
