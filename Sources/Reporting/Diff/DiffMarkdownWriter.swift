/// A diff as CommonMark.
public struct DiffMarkdownWriter: Sendable {
  /// Makes a writer.
  public init() {}

  /// The whole diff.
  public func text(_ diff: RunDiff) -> String {
    var lines = [
      "# What changed: \(safe(diff.before.name)) → \(safe(diff.after.name))", "",
      "\(DiffLines.summary(diff)).",
    ]
    if let limit = DiffLines.limit(diff) { lines += ["", "\(limit)."] }
    for article in diff.articles {
      lines += [
        "", "## \(safe(article.headline.vi))", "",
        "\(DiffLines.status(article.status)): \(safe(article.key))",
      ]
      lines += self.lines(article.changes)
    }
    if !diff.set.isEmpty { lines += ["", "## The set"] + self.lines(diff.set) }
    if !diff.metrics.isEmpty { lines += ["", "## Measures", ""] }
    lines += diff.metrics.map { "- \(DiffLines.metric($0))" }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(_ changes: [Change]) -> [String] {
    DiffLines.groups(changes).flatMap { group in
      ["", "### \(group.title)", ""] + group.changes.flatMap(lines)
    }
  }

  private func lines(_ change: Change) -> [String] {
    var lines = ["- **\(safe(change.subject))**\(DiffLines.place(change))"]
    if change.words.isEmpty {
      if let before = change.before { lines.append("  - was: \(safe(before))") }
      if let after = change.after { lines.append("  - now: \(safe(after))") }
    } else {
      lines.append("  - " + DiffLines.joined(change.words, word))
    }
    for cause in change.causes { lines.append("  - because of: \(safe(DiffLines.cause(cause)))") }
    return lines
  }

  private func word(_ edit: WordEdit) -> String {
    switch edit.operation {
    case .same: safe(edit.text)
    case .removed, .movedAway: "~~\(safe(edit.text))~~"
    case .added, .movedHere: "**\(safe(edit.text))**"
    }
  }

  private func safe(_ text: String) -> String { Escaping.markdown(text) }
}
