import TextModel

/// Text that is not in Normalization Form C: two spellings that look alike and are not found alike.
struct NotComposedRule: AuditRule {
  let code = "not-composed"

  func check(_ input: AuditInput) -> [AuditFinding] {
    var found: [AuditFinding] = []
    input.eachMarkedCell { file, row, column, cell in
      guard let composed = Composition.composed(cell) else { return }
      found.append(
        input.finding(
          self, .error, file: file, row: row,
          "the cell '\(column)' is not in Normalization Form C", fix: "compose it",
          action: .set(column: column, to: composed)))
    }
    return found
  }
}
