/// A diff for the terminal; colour only where it is wanted, side by side where there is room.
public struct DiffTextWriter: Sendable {
  private let isColoured: Bool
  private let width: Int?

  /// Makes a writer.
  /// - Parameter isColoured: whether removed words are red and added ones green. Default: false; then
  ///   they stand in `[-…-]` and `{+…+}`, as in `git diff --word-diff`.
  /// - Parameter width: the columns of the terminal; from 100 on both sides of a change stand side by
  ///   side. Default: nil, one below the other.
  public init(isColoured: Bool = false, width: Int? = nil) {
    self.isColoured = isColoured
    self.width = width.flatMap { $0 >= SideBySide.least ? $0 : nil }
  }

  /// The whole diff.
  public func text(_ diff: RunDiff) -> String {
    var lines = [
      "\(safe(diff.before.name)) → \(safe(diff.after.name)): \(DiffLines.summary(diff))"
    ]
    if let limit = DiffLines.limit(diff) { lines.append(limit) }
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
    if let width, change.before != nil || change.after != nil || !change.words.isEmpty {
      let sides = SideBySide(width: width, indent: "    ", isColoured: isColoured)
      lines +=
        change.words.isEmpty
        ? sides.lines(before: change.before, after: change.after) : sides.lines(change.words)
    } else if change.words.isEmpty {
      if let before = change.before { lines.append("    " + removed("- \(safe(before))")) }
      if let after = change.after { lines.append("    " + added("+ \(safe(after))")) }
    } else {
      lines.append("    " + DiffLines.joined(change.words, word))
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
