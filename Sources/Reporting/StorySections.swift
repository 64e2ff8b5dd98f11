import TextModel

/// The part of a set's report that gives a story, in Markdown.
extension MarkdownWriter {
  func story(_ story: StoryBrief, in brief: SetBrief) -> [String] {
    var lines = ["## Story: \(text(story.headline.vi))", ""]
    for number in story.articles {
      let article = brief.articles[number - 1]
      let date = text(article.metadata.published.map(dates.text) ?? "date not given")
      let role = story.role(of: number)
      lines.append(
        "- Article \(number): \(text(article.headline.vi)) — \(date)\(role.isEmpty ? "" : "; \(role)")"
      )
    }
    lines.append("")
    for item in story.points {
      lines += ["**\(StoryBrief.sources(item))**", ""] + point(item.point, article: true)
    }
    if !story.conflicts.isEmpty {
      lines += ["Figures that differ:", ""]
      lines += story.conflicts.map { "- \(text(StoryBrief.text($0)))" } + [""]
    }
    return lines
  }
}
