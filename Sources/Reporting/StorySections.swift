import TextModel

/// The part of a set's report that gives a story, in HTML.
extension HTMLWriter {
  func story(_ story: StoryBrief, in brief: SetBrief) -> String {
    let articles = story.articles.map { number -> String in
      let article = brief.articles[number - 1]
      let date = article.metadata.published.map(SourceLine.date) ?? "date not given"
      let role = story.role(of: number)
      return "<li value=\"\(number)\"><a href=\"articles/\(article.slug).html\">"
        + "\(vi(article.headline.vi))</a> — \(text(date))\(role.isEmpty ? "" : "; \(text(role))")</li>"
    }
    let points = story.points.map {
      "<p class=\"sources\">\(text(StoryBrief.sources($0)))</p>\n"
        + point($0.point, link: brief.articles)
    }
    let conflicts = story.conflicts.map { conflict in
      "<li>\(text(StoryBrief.text(conflict)))<br>\(vi(conflict.first.vi))<br>"
        + "\(vi(conflict.second.vi))</li>"
    }
    let notes =
      conflicts.isEmpty
      ? ""
      : "<h3>Figures that differ</h3><ul>\(conflicts.joined(separator: "\n"))</ul>"
    return """
      <section class="story"><h2>Story: \(vi(story.headline.vi))</h2>
      <h3>Articles, oldest first</h3><ol>\(articles.joined(separator: "\n"))</ol>
      \(points.joined())\(notes)</section>
      """
  }
}

/// The same in Markdown.
extension MarkdownWriter {
  func story(_ story: StoryBrief, in brief: SetBrief) -> [String] {
    var lines = ["## Story: \(text(story.headline.vi))", ""]
    for number in story.articles {
      let article = brief.articles[number - 1]
      let date = article.metadata.published.map(SourceLine.date) ?? "date not given"
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
