/// The scores of an article's sentences as a small picture: a bar for each, those taken filled.
///
/// Inline SVG with the same in words for those who do not see it.
enum SalienceStrip {
  private static let height = 40
  private static let step = 10

  /// The picture; empty for fewer than two sentences.
  static func svg(_ brief: Brief) -> String {
    let taken = Set(brief.points.map(\.sentence))
    let all = (brief.points + brief.leftOut).sorted { $0.sentence < $1.sentence }
    guard all.count > 1, let top = all.map(\.score).max(), top > 0 else { return "" }
    let bars = all.enumerated().map { index, point in
      let size = max(2, Int((max(0, point.score) / top * Double(height)).rounded()))
      let kind = taken.contains(point.sentence) ? "taken" : "left"
      return "<rect class=\"\(kind)\" x=\"\(index * step + 1)\" y=\"\(height - size)\" "
        + "width=\"\(step - 2)\" height=\"\(size)\"/>"
    }
    let words = Escaping.html(text(brief, count: all.count))
    return """
      <svg class="strip" role="img" aria-label="\(words)" viewBox="0 0 \(all.count * step) \(height)" \
      width="\(all.count * step)" height="\(height)"><title>\(words)</title>\(bars.joined())</svg>
      """
  }

  private static func text(_ brief: Brief, count: Int) -> String {
    let numbers = brief.points.map { "\($0.sentence) (\(SourceLine.signed($0.score)))" }
    return "Scores of \(count) sentences in reading order. Taken: "
      + numbers.joined(separator: ", ") + "."
  }
}
