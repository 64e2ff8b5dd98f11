public import TextModel

/// How well the parts of a page were given their roles, by characters and by gold rows.
public struct StructureScore: Hashable, Codable, Sendable {
  /// Visible characters kept that should be: F1 of the article against the furniture.
  public var characters = Score()
  /// Gold rows kept that should be, by the majority of their characters.
  public var rows = Score()
  /// Gold rows whose majority of characters has the right role.
  public var rightRoles = 0
  /// Gold rows.
  public var allRows = 0
  /// Boundaries of gold rows inside a line of the page: those cut, cut wrongly, and missed.
  public var glued = Score()
  /// Of the wrong cuts those inside a row of furniture: gold may have a bar of controls as one row.
  public var cutsInBars = 0
  /// Gold rows with the wrong role, as `role → found: text`.
  public var errors: [String] = []

  /// Nothing counted yet.
  public init() {}

  /// Compares blocks with gold rows (role and text, in page order).
  public mutating func add(
    blocks: [(role: BlockRole, text: String)], gold: [(role: BlockRole, text: String)]
  ) {
    let found = blocks.flatMap { block in
      [BlockRole](repeating: block.role, count: BoundaryScore.visibleCount(block.text))
    }
    var position = 0
    for row in gold {
      let count = BoundaryScore.visibleCount(row.text)
      let part = found.dropFirst(position).prefix(count)
      position += count
      addCharacters(part, row.role)
      let kept = part.count { $0.isKept } * 2 > part.count
      if kept, row.role.isKept { rows.truePositives += 1 }
      if kept, !row.role.isKept { rows.falsePositives += 1 }
      if !kept, row.role.isKept { rows.falseNegatives += 1 }
      allRows += 1
      if part.count(where: { $0 == row.role }) * 2 > part.count {
        rightRoles += 1
      } else {
        let roles = part.reduce(into: [String: Int]()) { $0[$1.rawValue, default: 0] += 1 }
        let most = roles.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? "nothing"
        errors.append("\(row.role.rawValue) → \(most): \(row.text.prefix(80))")
      }
    }
  }

  /// Compares where lines of the page were cut with where gold rows part inside a line.
  /// - Parameter lines: the lines of the page, in order.
  public mutating func addCuts(
    lines: [String], blocks: [String], gold: [(role: BlockRole, text: String)]
  ) {
    let ends = BoundaryScore.boundaries(lines)
    let found = BoundaryScore.boundaries(blocks).subtracting(ends)
    let wanted = BoundaryScore.boundaries(gold.map(\.text)).subtracting(ends)
    glued.add(found: found, gold: wanted)
    var position = 0
    for row in gold {
      let end = position + BoundaryScore.visibleCount(row.text)
      if row.role == .widget {
        cutsInBars += found.count { $0 > position && $0 < end }
      }
      position = end
    }
  }

  private mutating func addCharacters(_ part: some Collection<BlockRole>, _ role: BlockRole) {
    let kept = part.count { $0.isKept }
    if role.isKept {
      characters.truePositives += kept
      characters.falseNegatives += part.count - kept
    } else {
      characters.falsePositives += kept
    }
  }
}
