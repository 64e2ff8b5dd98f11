import TextModel

/// Two dated renderings of one term, tag and condition that hold on the same day.
struct OverlappingValidityRule: AuditRule {
  let code = "overlapping-validity"

  func check(_ input: AuditInput) -> [AuditFinding] {
    input.groups.flatMap { group -> [AuditFinding] in
      group.indices.dropFirst().compactMap { index in
        let row = group[index]
        guard let other = group[..<index].first(where: { overlap($0, row) }) else { return nil }
        return input.finding(
          self, .warning, row,
          "'\(row.entry.vi)' is '\(other.entry.en)' (\(other.entry.cell(.valid))) and "
            + "'\(row.entry.en)' (\(row.entry.cell(.valid))) on the same day",
          fix: "end one period before the other begins")
      }
    }
  }

  private func overlap(_ first: AuditInput.Row, _ second: AuditInput.Row) -> Bool {
    let (left, right) = (first.entry, second.entry)
    return first.file == second.file && left.tag == right.tag && left.en != right.en
      && left.condition == right.condition && isDated(left) && isDated(right)
      && Period(left).overlaps(Period(right))
  }

  private func isDated(_ entry: TermEntry) -> Bool {
    !entry.validFrom.isEmpty || !entry.validUntil.isEmpty
  }
}
