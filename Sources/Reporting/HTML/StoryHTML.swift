import TextModel

/// A story of a set: its articles, its points with how many say them, figures that differ.
struct StoryHTML {
  let story: StoryBrief
  let number: Int
  let brief: SetBrief
  let dates: DateForm

  /// The section of the story.
  var html: String {
    HTMLText.section(
      "Story \(number): \(story.headline.en ?? story.headline.vi)", id: "story-\(number)",
      """
      <p class="original" lang="vi">\(HTMLText.text(story.headline.vi))</p>
      <h3>Articles, oldest first</h3><ol class="articles">\(articles)</ol>
      <h3>What they tell</h3><ul class="points">\(points)</ul>
      \(conflicts)
      """, kind: "story")
  }

  private var articles: String {
    story.articles.map { number -> String in
      let article = brief.articles[number - 1]
      let date = article.metadata.published.map(dates.text) ?? "date not given"
      let role = story.role(of: number)
      return "<li value=\"\(number)\"><a href=\"articles/\(article.slug).html\">"
        + "\(HTMLText.headline(article.headline))</a> — \(HTMLText.text(date))"
        + "\(role.isEmpty ? "" : "; \(HTMLText.text(role))")</li>"
    }.joined(separator: "\n")
  }

  private var points: String {
    story.points.map { item in
      PointHTML(
        point: item.point, section: "t\(number)-", article: brief.articles[item.point.article - 1],
        label: StoryBrief.sources(item)
      ).item
    }.joined()
  }

  private var conflicts: String {
    if story.conflicts.isEmpty { return "" }
    let items = story.conflicts.map { conflict in
      "<li>\(HTMLText.text(StoryBrief.text(conflict)))<br>\(HTMLText.vi(conflict.first.vi))<br>"
        + "\(HTMLText.vi(conflict.second.vi))</li>"
    }
    return "<h3>Figures that differ</h3><ul>\(items.joined(separator: "\n"))</ul>"
  }
}
