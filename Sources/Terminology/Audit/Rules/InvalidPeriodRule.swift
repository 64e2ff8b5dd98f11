import TextModel

/// A period that ends before it begins, or whose days are no days.
struct InvalidPeriodRule: AuditRule {
  let code = "invalid-period"

  func check(_ input: AuditInput) -> [AuditFinding] {
    input.rows.compactMap { row in
      let (from, until) = (row.entry.validFrom, row.entry.validUntil)
      let wrong = [from, until].first { !$0.isEmpty && !TermEntry.isDay($0) }
      if let wrong {
        return input.finding(
          self, .error, row, "'\(wrong)' is no day, for '\(row.entry.vi)'",
          fix: "write it as 2025-02-28, 2025-02 or 2025")
      }
      guard !from.isEmpty, !until.isEmpty, Period(row.entry).isEmpty else { return nil }
      return input.finding(
        self, .error, row,
        "the period \(from)..\(until) of '\(row.entry.vi)' ends before it begins",
        fix: "exchange the days")
    }
  }
}

/// The days on which an entry holds, with a year or month as its first or last day.
struct Period {
  let first: String
  let last: String

  init(_ entry: TermEntry) {
    first = entry.validFrom.isEmpty ? "0000" : entry.validFrom
    last = entry.validUntil.isEmpty ? "9999-99-99" : entry.validUntil + "-99-99"
  }

  var isEmpty: Bool { last < first }

  func overlaps(_ other: Period) -> Bool { first <= other.last && other.first <= last }
}
