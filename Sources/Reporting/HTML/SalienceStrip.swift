/// The scores of an article's sentences as a small picture: a bar for each, those taken filled.
///
/// Inline SVG with the same in words below it.
enum SalienceStrip {
  private static let height = 40
  private static let step = 12

  /// The picture with its caption; empty for fewer than two sentences.
  static func svg(_ brief: Brief) -> String {
    let taken = Set(brief.points.map(\.sentence))
    let all = (brief.points + brief.leftOut).sorted { $0.sentence < $1.sentence }
    guard all.count > 1, let top = all.map(\.score).max(), top > 0 else { return "" }
    let bars = all.enumerated().map { index, point in
      let size = max(3, Int((max(0, point.score) / top * Double(height)).rounded()))
      let kind = taken.contains(point.sentence) ? "taken" : "left"
      return "<rect class=\"\(kind)\" x=\"\(index * step + 2)\" y=\"\(height - size + 1)\" "
        + "width=\"\(step - 4)\" height=\"\(size)\"/>"
    }
    let width = all.count * step
    return """
      <figure><svg class="strip" role="img" aria-labelledby="strip-text" \
      viewBox="0 0 \(width) \(height + 2)" width="\(width)" height="\(height + 2)">\
      \(bars.joined())</svg>
      <figcaption id="strip-text">\(HTMLText.text(words(brief, count: all.count)))</figcaption></figure>

      """
  }

  private static func words(_ brief: Brief, count: Int) -> String {
    let numbers = brief.points.map { "\($0.sentence) (\(SourceLine.signed($0.score)))" }
    return "Scores of \(count) sentences in the order of the article; filled bars were taken: "
      + numbers.joined(separator: ", ") + "."
  }
}
