import TextModel

/// The parts of the page of a set.
struct SetHTML {
  let brief: SetBrief
  let dates: DateForm

  var navigation: String {
    var links = ["<a href=\"#points\">Key points</a>"]
    if !brief.stories.isEmpty { links.append("<a href=\"#stories\">Stories</a>") }
    return (links + ["<a href=\"#articles\">Articles</a>"]).joined(separator: "\n")
  }

  var points: String {
    let items = brief.points.map { point in
      PointHTML(
        point: point, section: "k", anchor: HTMLText.anchor(point.sentence, point.article),
        article: article(point.article)
      ).item
    }
    return HTMLText.section(
      "Key points of the set", id: "points",
      items.isEmpty ? "" : "<ol class=\"points\">\(items.joined())</ol>")
  }

  private func article(_ number: Int) -> Brief? {
    brief.articles.indices.contains(number - 1) ? brief.articles[number - 1] : nil
  }

  var stories: String {
    if brief.stories.isEmpty { return "" }
    let sections = brief.stories.enumerated().map { index, story in
      StoryHTML(story: story, number: index + 1, brief: brief, dates: dates).html
    }
    return HTMLText.section("Stories", id: "stories", StoryPicture(brief).html)
      + sections.joined()
  }

  var articles: String {
    let parts = brief.articles.enumerated().map { index, article in
      let items = article.glance.map { PointHTML(point: $0, section: "g").item }
      return """
        <h3><a href="articles/\(article.slug).html">\(index + 1). \(HTMLText.headline(article.headline))</a></h3>
        \(SourceHTML(brief: article, dates: dates).html)
        \(items.isEmpty ? "" : "<ul class=\"points\">\(items.joined())</ul>")
        """
    }
    return HTMLText.section(
      "Articles at a glance", id: "articles", parts.joined(separator: "\n"))
  }
}
