import TextModel

/// A replacement for a barred rendering that is no rendering of the term.
struct DanglingReplacementRule: AuditRule {
  let code = "dangling-replacement"

  func check(_ input: AuditInput) -> [AuditFinding] {
    input.rows.flatMap { row -> [AuditFinding] in
      let barred = (row.entry.avoid + row.entry.former).filter { !$0.replacement.isEmpty }
      if barred.isEmpty { return [] }
      let group = (input.byKey[row.key] ?? []).map { input.rows[$0].entry }
      let right = Set(group.flatMap { [$0.en, $0.attributive, $0.adjective] + $0.also })
      let chained = Set(group.flatMap { ($0.avoid + $0.former).map(\.text) })
      return barred.filter { !right.contains($0.replacement) && !chained.contains($0.replacement) }
        .map {
          input.finding(
            self, .warning, row,
            "'\($0.replacement)', which replaces '\($0.text)', is no rendering of '\(row.entry.vi)'",
            fix: "add it under en or also, or mend it")
        }
    }
  }
}
