import TextModel

/// A rendering that a row of the same term forbids.
struct ForbiddenRenderingRule: AuditRule {
  let code = "forbidden-rendering"

  func check(_ input: AuditInput) -> [AuditFinding] {
    input.rows.flatMap { row -> [AuditFinding] in
      let group = (input.byKey[row.key] ?? []).map { input.rows[$0] }
        .filter { $0.entry.tag == row.entry.tag && reaches($0.entry, row.entry) }
      let forbidden = group.flatMap { other in other.entry.avoid.map { ($0, other) } }
      return ([row.entry.en] + row.entry.also).compactMap { rendering in
        guard let (avoided, other) = forbidden.first(where: { $0.0.text == rendering }) else {
          return nil
        }
        let reason = avoided.reason.isEmpty ? "" : " (\(avoided.reason))"
        let instead = avoided.replacement.isEmpty ? other.entry.en : avoided.replacement
        return input.finding(
          self, .error, row,
          "'\(rendering)' for '\(row.entry.vi)' is forbidden on line \(other.entry.origin.line) of "
            + "\(input.files[other.file].name)\(reason)",
          fix: instead == rendering ? "take it out of one" : "write '\(instead)'")
      }
    }
  }

  /// Whether what one sense forbids holds for another: a sense with a condition speaks for itself.
  private func reaches(_ sense: TermEntry, _ other: TermEntry) -> Bool {
    sense.condition.isEmpty || sense.condition == other.condition
  }
}
