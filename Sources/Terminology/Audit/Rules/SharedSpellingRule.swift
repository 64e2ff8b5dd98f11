import TextModel

/// A variant that is the headword of another row with another rendering: it points to two things.
struct SharedSpellingRule: AuditRule {
  let code = "shared-spelling"

  func check(_ input: AuditInput) -> [AuditFinding] {
    input.rows.flatMap { row -> [AuditFinding] in
      row.entry.variants.compactMap { variant in
        let rows = (input.byKey[input.key(variant)] ?? []).map { input.rows[$0] }
        guard
          let other = rows.first(where: { other in
            other.key != row.key && other.entry.tag == row.entry.tag
              && other.entry.vi == variant && !self.agrees(other.entry, row.entry)
          })
        else { return nil }
        return input.finding(
          self, .note, row,
          "the variant '\(variant)' of '\(row.entry.vi)' is also the headword of "
            + "'\(other.entry.en)' (\(input.files[other.file].name), line \(other.entry.origin.line))",
          fix: "take the variant out, or give the rows conditions")
      }
    }
  }

  /// An acronym's own row may give the short English; capitals are the writer's matter.
  private func agrees(_ first: TermEntry, _ second: TermEntry) -> Bool {
    first.vi == first.en
      || !Set(renderings(first)).isDisjoint(with: renderings(second))
  }

  private func renderings(_ entry: TermEntry) -> [String] {
    ([entry.en] + entry.also).map { $0.lowercased() }
  }
}
