import TextModel

/// A code that its column does not know: type, number, frame, status, register, forms, country.
struct UnknownCodeRule: AuditRule {
  let code = "unknown-code"

  func check(_ input: AuditInput) -> [AuditFinding] {
    let regions = Set(CLDRTerms.codes(.region))
    return input.rows.flatMap { row -> [AuditFinding] in
      let entry = row.entry
      var wrong: [(String, String)] = []
      for (column, codes) in [
        ("type", [entry.type]), ("number", [entry.number]), ("status", [entry.status]),
        ("register", [entry.register]),
        ("frame", entry.frame.split(separator: "|").map(String.init)),
        ("forms", EnglishFormList(entry.forms).forms.map(\.name)),
      ] {
        wrong += codes.filter { !$0.isEmpty && !input.codes.contains(column, $0) }
          .map { (column, $0) }
      }
      wrong += entry.condition.countries.filter { !regions.contains($0) }.map { ("country", $0) }
      if !entry.edited.isEmpty, !TermEntry.isDay(entry.edited) {
        wrong.append(("edited", entry.edited))
      }
      return wrong.map { column, code in
        let near = input.codes.nearest(column, code).map { "; did you mean '\($0)'?" } ?? ""
        return input.finding(
          self, .warning, row, "'\(code)' is no code of '\(column)', for '\(entry.vi)'",
          fix: "use a code of docs/reference/glossary-format.md\(near)")
      }
    }
  }
}
