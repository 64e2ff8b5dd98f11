import TextModel

/// A forbidden or superseded rendering without a reason: the next editor cannot judge it.
struct MissingReasonRule: AuditRule {
  let code = "missing-reason"

  func check(_ input: AuditInput) -> [AuditFinding] {
    input.rows.flatMap { row in
      (row.entry.avoid + row.entry.former).filter { $0.reason.isEmpty }.map {
        input.finding(
          self, .note, row, "'\($0.text)' for '\(row.entry.vi)' is barred without a reason",
          fix: "write it as '\($0.text):why'")
      }
    }
  }
}
