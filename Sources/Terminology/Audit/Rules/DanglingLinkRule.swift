import TextModel

/// A link (`see`) to a term that no glossary has.
struct DanglingLinkRule: AuditRule {
  let code = "dangling-link"

  func check(_ input: AuditInput) -> [AuditFinding] {
    let linked = input.rows.filter { !$0.entry.see.isEmpty }
    if linked.isEmpty { return [] }
    var known = Set(input.rows.flatMap { [$0.key] + $0.entry.variants.map(input.key) })
    for glossary in input.options.context {
      for head in glossary.entries.heads { known.insert(input.key(glossary.entries.text(head.vi))) }
    }
    return linked.flatMap { row in
      row.entry.see.filter { !known.contains(input.key($0)) }.map {
        input.finding(
          self, .warning, row, "'\(row.entry.vi)' points to '\($0)', which no glossary has",
          fix: "add that term, or mend the link")
      }
    }
  }
}
