public import TextModel

/// What elements and class words say of the text inside them, as data.
public struct MarkupCues: Sendable {
  /// One hint of the markup.
  struct Cue: Sendable {
    let name: String
    let role: BlockRole
    let weight: Double
    let isInline: Bool
    let reason: String
  }

  private var elements: [String: [Cue]] = [:]
  private var words: [String: [Cue]] = [:]

  /// Reads the table; the head of Data/markup-cues.tsv explains it.
  public init(_ table: DataTable) {
    for row in table.rows {
      guard let role = BlockRole(rawValue: row["role"]) else { continue }
      let cue = Cue(
        name: row["name"], role: role, weight: Double(row["weight"]) ?? 0,
        isInline: row["inline"] == "yes", reason: row["reason"])
      if row["on"] == "element" {
        elements[cue.name, default: []].append(cue)
      } else {
        words[cue.name, default: []].append(cue)
      }
    }
  }

  private func cues(_ element: MarkupElement) -> [Cue] {
    (elements[element.name] ?? []) + element.words.flatMap { words[$0] ?? [] }
  }

  /// The best weight for each role; an element counts less the further out it stands, and the body of
  /// the page and its root not at all.
  /// - Parameter shared: how many of the outermost elements hold the article's heading too; they do
  ///   not speak for furniture.
  func hints(_ path: [MarkupElement], shared: Int) -> MarkupHints {
    var hints = MarkupHints()
    hints.isLink = path.contains { $0.name == "a" }
    for (depth, element) in path.reversed().enumerated() {
      if element.name == "body" || element.name == "html" { continue }
      let share = max(0.4, 1 - 0.08 * Double(depth))
      let isShared = path.count - depth <= shared
      for cue in cues(element) where !isShared || [.body, .headline].contains(cue.role) {
        let weight = cue.weight * share
        if weight > hints.weights[cue.role]?.weight ?? 0 {
          hints.weights[cue.role] = (weight, "\(cue.reason): '\(cue.name)'")
        }
        if cue.isInline, hints.inlineRole == nil, depth < 2 { hints.inlineRole = cue.role }
      }
    }
    return hints
  }
}

/// What the markup around a piece speaks for.
struct MarkupHints: Sendable {
  var weights: [BlockRole: (weight: Double, reason: String)] = [:]
  /// The role of the innermost elements that cut a line.
  var inlineRole: BlockRole?
  /// Whether all of it is a link.
  var isLink = false
}
