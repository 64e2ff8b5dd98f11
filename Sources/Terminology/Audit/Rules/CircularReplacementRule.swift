import TextModel

/// Barred renderings that replace each other in a circle.
struct CircularReplacementRule: AuditRule {
  let code = "circular-replacement"

  func check(_ input: AuditInput) -> [AuditFinding] {
    input.rows.flatMap { row -> [AuditFinding] in
      let barred = row.entry.avoid + row.entry.former
      guard barred.contains(where: { !$0.replacement.isEmpty }) else { return [] }
      let next = steps(of: (input.byKey[row.key] ?? []).map { input.rows[$0].entry })
      return barred.compactMap { item in
        var text = item.text
        var path = [text]
        while let step = next[text], path.count <= next.count {
          text = step
          path.append(text)
          if text == item.text {
            return input.finding(
              self, .error, row,
              "the replacements for '\(row.entry.vi)' go in a circle: "
                + path.joined(separator: " → "),
              fix: "name a rendering that is not barred")
          }
        }
        return nil
      }
    }
  }

  private func steps(of entries: [TermEntry]) -> [String: String] {
    var next: [String: String] = [:]
    for item in entries.flatMap({ $0.avoid + $0.former })
    where !item.replacement.isEmpty && next[item.text] == nil {
      next[item.text] = item.replacement
    }
    return next
  }
}
