import TextModel

/// Two senses of one file, tag and day with nothing to decide between them: the first always wins.
/// In a file of ranked senses that is what is meant.
struct ConflictingRenderingsRule: AuditRule {
  let code = "conflicting-renderings"

  func check(_ input: AuditInput) -> [AuditFinding] {
    input.groups.flatMap { group -> [AuditFinding] in
      group.indices.dropFirst().compactMap { index in
        let row = group[index]
        guard row.entry.condition.isEmpty, !input.files[row.file].isRanked,
          let first = group[..<index].first(where: { Self.conflict($0, row) })
        else { return nil }
        return input.finding(
          self, .note, row,
          "'\(row.entry.vi)' is '\(first.entry.en)' and '\(row.entry.en)' with nothing to decide",
          fix: "give one a condition (when), or put it under also")
      }
    }
  }

  private static func conflict(_ first: AuditInput.Row, _ second: AuditInput.Row) -> Bool {
    let (left, right) = (first.entry, second.entry)
    return first.file == second.file && left.tag == right.tag && left.en != right.en
      && left.condition.isEmpty && Period(left).overlaps(Period(right))
  }
}
