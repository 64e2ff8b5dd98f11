import TextModel

/// A rendering whose period is over on the given day, with no rendering that follows it.
struct ExpiredEntryRule: AuditRule {
  let code = "expired-entry"

  func check(_ input: AuditInput) -> [AuditFinding] {
    guard let day = input.options.day else { return [] }
    return input.rows.compactMap { row in
      let entry = row.entry
      guard !entry.validUntil.isEmpty, Period(entry).last < day else { return nil }
      let group = (input.byKey[row.key] ?? []).map { input.rows[$0].entry }
      if group.contains(where: { $0.isValid(on: day) }) { return nil }
      if !entry.see.isEmpty { return nil }
      return input.finding(
        self, .note, row, "'\(entry.vi)' ended on \(entry.validUntil) and nothing follows it",
        fix: "add the rendering that holds now, or name the successor under see")
    }
  }
}
