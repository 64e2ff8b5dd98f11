import TextModel

/// Two rows of one file with the same term, tag, rendering, condition and period.
struct DuplicateEntryRule: AuditRule {
  let code = "duplicate-entry"

  func check(_ input: AuditInput) -> [AuditFinding] {
    input.groups.flatMap { group -> [AuditFinding] in
      group.indices.dropFirst().compactMap { index in
        let row = group[index]
        guard let first = group[..<index].first(where: { Self.isSame($0, row) }) else {
          return nil
        }
        let source = input.files[row.file].file
        let isEqual = source.rows[first.row].cells == source.rows[row.row].cells
        return input.finding(
          self, .warning, row,
          "'\(row.entry.vi)' is '\(row.entry.en)' on line \(source.rows[first.row].line) too",
          fix: isEqual ? "delete one" : "put the two rows together",
          action: isEqual ? .delete : nil)
      }
    }
  }

  private static func isSame(_ first: AuditInput.Row, _ second: AuditInput.Row) -> Bool {
    let (left, right) = (first.entry, second.entry)
    return first.file == second.file && left.tag == right.tag && left.en == right.en
      && left.condition == right.condition && left.validFrom == right.validFrom
      && left.validUntil == right.validUntil && left.attributive == right.attributive
  }
}
