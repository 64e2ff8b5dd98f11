import TextModel

/// The stories of a set as a picture: a line for each story, its articles in order of time, a bow
/// between two that share points, a dashed bow from a reprint to what it repeats.
///
/// Inline SVG; the same stands in words in its description and in the list of each story.
struct StoryPicture {
  private let stories: [StoryBrief]
  private static let step = 56
  private static let lane = 84
  private static let left = 76
  private static let radius = 13
  /// A larger picture shows nobody anything; the lists below it hold the rest.
  private static let mostStories = 40

  init(_ brief: SetBrief) {
    stories = Array(brief.stories.filter { $0.articles.count > 1 }.prefix(Self.mostStories))
  }

  /// The picture in its frame; empty without a story.
  var html: String {
    if stories.isEmpty { return "" }
    let width = Self.left + (stories.map(\.articles.count).max() ?? 0) * Self.step
    let height = stories.count * Self.lane
    let lanes = stories.enumerated().map { lane($0.element, $0.offset) }.joined()
    return """
      <figure class="picture"><div class="scroll" tabindex="0" role="group" aria-label="Picture of the stories">
      <svg role="img" aria-labelledby="picture-text" viewBox="0 0 \(width) \(height)" width="\(width)" \
      height="\(height)">\(lanes)</svg></div>
      <figcaption id="picture-text">\(HTMLText.text(words))</figcaption></figure>
      """
  }

  private func lane(_ story: StoryBrief, _ row: Int) -> String {
    let y = row * Self.lane + 60
    var x: [Int: Int] = [:]
    for (index, article) in story.articles.enumerated() {
      x[article] = Self.left + index * Self.step + Self.step / 2
    }
    var marks = "<text x=\"0\" y=\"\(y + 5)\">Story \(row + 1)</text>"
    let end = Self.left + story.articles.count * Self.step
    marks += "<path class=\"axis\" d=\"M\(Self.left) \(y)H\(end)\"/>"
    for link in Self.shared(story) {
      marks += bow(x[link.from], x[link.to], y, "shared", width: min(6, 1 + link.count))
    }
    for reprint in story.reprints {
      marks += bow(x[reprint.original], x[reprint.article], y, "reprint", width: 2)
    }
    for article in story.articles {
      let center = x[article] ?? 0
      let kind = story.reprints.contains { $0.article == article } ? "copy" : "own"
      marks += "<circle class=\"\(kind)\" cx=\"\(center)\" cy=\"\(y)\" r=\"\(Self.radius)\"/>"
      marks += "<text class=\"\(kind)\" x=\"\(center)\" y=\"\(y + 5)\">\(article)</text>"
    }
    return marks
  }

  private func bow(_ from: Int?, _ to: Int?, _ y: Int, _ kind: String, width: Int) -> String {
    guard let from, let to, from != to else { return "" }
    let top = y - Self.radius
    let lift = min(44, 14 + abs(to - from) / 6)
    return "<path class=\"\(kind)\" stroke-width=\"\(width)\" "
      + "d=\"M\(from) \(top)Q\((from + to) / 2 ) \(top - lift) \(to) \(top)\"/>"
  }

  /// How many points two articles share, earlier article first.
  static func shared(_ story: StoryBrief) -> [(from: Int, to: Int, count: Int)] {
    var counts: [(from: Int, to: Int, count: Int)] = []
    for point in story.points {
      for other in point.alsoIn {
        let pair = (min(point.point.article, other), max(point.point.article, other))
        if let index = counts.firstIndex(where: { ($0.from, $0.to) == pair }) {
          counts[index].count += 1
        } else {
          counts.append((pair.0, pair.1, 1))
        }
      }
    }
    return counts
  }

  private var words: String {
    let lines = stories.enumerated().map { index, story in
      let bows = Self.shared(story).map { "\($0.from) and \($0.to) share \($0.count)" }
      let copies = story.reprints.map { "\($0.article) repeats \($0.original)" }
      let all = (bows + copies).joined(separator: ", ")
      let articles = story.articles.map(String.init).joined(separator: ", ")
      return "Story \(index + 1): articles \(articles)\(all.isEmpty ? "" : "; \(all)")."
    }
    return "Articles of a story in order of time. A bow joins articles that share key points, "
      + "a dashed one a reprint with what it repeats. " + lines.joined(separator: " ")
  }
}
