/// A diff for the terminal; colour only where it is wanted.
public struct DiffTextWriter: Sendable {
  private let isColoured: Bool

  /// Makes a writer.
  /// - Parameter isColoured: whether removed words are red and added ones green. Default: false; then
  ///   they stand in `[-…-]` and `{+…+}`, as in `git diff --word-diff`.
  public init(isColoured: Bool = false) { self.isColoured = isColoured }

  /// The whole diff.
  public func text(_ diff: RunDiff) -> String {
    var lines = [
      "\(safe(diff.before.name)) → \(safe(diff.after.name)): \(DiffLines.summary(diff))"
    ]
    for article in diff.articles {
      lines += [
        "", "\(DiffLines.status(article.status).uppercased())  \(safe(article.headline.vi))",
      ]
      lines.append("  \(safe(article.key))")
      lines += self.lines(article.changes)
    }
    if !diff.set.isEmpty { lines += ["", "THE SET"] + self.lines(diff.set) }
    if !diff.metrics.isEmpty { lines += ["", "MEASURES"] }
    lines += diff.metrics.map { "  \(DiffLines.metric($0))" }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(_ changes: [Change]) -> [String] {
    DiffLines.groups(changes).flatMap { group in
      ["  \(group.title)"] + group.changes.flatMap(lines)
    }
  }

  private func lines(_ change: Change) -> [String] {
    var lines = ["    \(safe(change.subject))\(DiffLines.place(change))"]
    if change.words.isEmpty {
      if let before = change.before { lines.append("    " + removed("- \(safe(before))")) }
      if let after = change.after { lines.append("    " + added("+ \(safe(after))")) }
    } else {
      lines.append("    " + change.words.map(word).joined(separator: " "))
    }
    if !change.causes.isEmpty {
      let causes = change.causes.map { safe(DiffLines.cause($0)) }
      lines.append("      because of: \(causes.joined(separator: "; "))")
    }
    return lines
  }

  private func word(_ edit: WordEdit) -> String {
    switch edit.operation {
    case .same: safe(edit.text)
    case .removed, .movedAway: isColoured ? removed(safe(edit.text)) : "[-\(safe(edit.text))-]"
    case .added, .movedHere: isColoured ? added(safe(edit.text)) : "{+\(safe(edit.text))+}"
    }
  }

  private func safe(_ text: String) -> String { Escaping.terminal(text) }
  private func removed(_ text: String) -> String {
    isColoured ? "\u{1B}[31m\(text)\u{1B}[0m" : text
  }
  private func added(_ text: String) -> String { isColoured ? "\u{1B}[32m\(text)\u{1B}[0m" : text }
}
