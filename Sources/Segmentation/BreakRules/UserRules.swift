public import TextModel

extension BreakRules {
  /// Reads a table of rules: `break` (`yes` or `no`), `before`, `after`, `example`.
  ///
  /// A line that cannot be used is passed over and named; so is one whose example does not come out as it
  /// says: `|` marks the place in it.
  /// - Parameter file: the path shown in findings.
  public static func read(_ table: DataTable, file: String) -> BreakRules {
    var rules: [BreakRule] = []
    var findings: [Finding] = []
    func problem(_ line: Int, _ what: String, _ fix: String) {
      findings.append(
        Finding(.error, "rule-row", what, at: .init(file: file, line: line), fix: fix))
    }
    for name in ["break", "before", "after"] where !table.columns.contains(name) {
      problem(
        1, "the first row lacks the column '\(name)'",
        "begin the file with the row: break <tab> before <tab> after <tab> example")
      return BreakRules([], replacesOwn: false, findings: findings)
    }
    for row in table.rows where !row["break"].hasPrefix("#") {
      let rule = BreakRule(
        breaks: row["break"] == "yes", before: row["before"], after: row["after"],
        name: "rules:\(row.line)")
      if row["break"] != "yes", row["break"] != "no" {
        problem(row.line, "'\(row["break"])' is neither yes nor no", "write yes or no")
      } else if rule.before.isEmpty, rule.after.isEmpty {
        problem(row.line, "the rule has no pattern", "fill before, after, or both")
      } else if let wrong = [rule.before, rule.after].first(where: {
        !$0.isEmpty && Pattern($0) == nil
      }) {
        problem(
          row.line, "'\(wrong)' is no regular expression", "mend it; a plain full stop is \\.")
      } else if !holds(rule, row["example"]) {
        problem(
          row.line, "the rule does not match its example at the bar: '\(row["example"])'",
          "mend the rule or the example")
      } else {
        rules.append(rule)
      }
    }
    return BreakRules(rules, replacesOwn: false, findings: findings)
  }

  /// Whether a rule speaks of the place that its example marks.
  private static func holds(_ rule: BreakRule, _ example: String) -> Bool {
    guard let bar = example.firstIndex(of: "|") else { return true }
    let before = Array(example[..<bar].utf8)
    let text = before + Array(example[example.index(after: bar)...].utf8)
    let place = text.trimmed(0..<before.count).end
    let matcher = RuleMatcher(BreakRules([rule], replacesOwn: false))
    return (try? matcher.decisions(text))?.contains { $0.place == place } ?? false
  }
}
