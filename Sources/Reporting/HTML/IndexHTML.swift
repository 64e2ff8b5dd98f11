import TextModel

/// The table of all articles of a set. The script of the page adds sorting and a field that filters.
struct IndexHTML {
  let brief: SetBrief
  let dates: DateForm

  /// The table.
  var table: String {
    let stories = storyNumbers()
    let rows = brief.articles.enumerated().map { index, article in
      row(article, index + 1, stories[index + 1])
    }
    let heads = [
      ("No.", "number"), ("Headline", "text"), ("Published", "text"), ("Source", "text"),
      ("Story", "number"), ("Points", "number"), ("Notes", "number"),
    ]
    let cells = heads.map { "<th scope=\"col\" data-sort=\"\($0.1)\">\($0.0)</th>" }
    return """
      <table class="index" id="articles"><caption>\(brief.articles.count) \
      article\(brief.articles.count == 1 ? "" : "s"), in order of publication</caption>
      <thead><tr>\(cells.joined())</tr></thead>
      <tbody>\(rows.joined(separator: "\n"))</tbody></table>
      """
  }

  private func row(_ article: Brief, _ number: Int, _ story: Int?) -> String {
    let metadata = article.metadata
    let published = metadata.published
    let date = published.map {
      "<time datetime=\"\(HTMLText.text($0))\">\(HTMLText.text(dates.text($0)))</time>"
    }
    let link = story.map { "<a class=\"ref\" href=\"set.html#story-\($0)\">\($0)</a>" }
    let original = article.headline.en == nil ? "" : "<br>\(HTMLText.vi(article.headline.vi))"
    let english = article.headline.en.map(HTMLText.text) ?? HTMLText.vi(article.headline.vi)
    return """
      <tr><td class="number">\(number)</td>
      <th scope="row"><a href="articles/\(article.slug).html">\(english)</a>\(original)</th>
      <td data-key="\(HTMLText.text(published ?? ""))">\(date ?? "not given")</td>
      <td>\(HTMLText.text(metadata.outlet ?? metadata.agency ?? "not given"))</td>
      <td class="number" data-key="\(story ?? 0)">\(link ?? "–")</td>
      <td class="number">\(article.points.count)</td>
      <td class="number">\(BriefLists.notes(article).count)</td></tr>
      """
  }

  /// Which story each article belongs to.
  private func storyNumbers() -> [Int: Int] {
    var numbers: [Int: Int] = [:]
    for (index, story) in brief.stories.enumerated() {
      for article in story.articles { numbers[article] = index + 1 }
    }
    return numbers
  }

  /// The stories with their articles.
  var stories: String {
    let items = brief.stories.enumerated().map { index, story in
      let copies = story.reprints.count
      let note =
        copies == 0 ? "" : ", \(copies) reprint\(copies == 1 ? "" : "s") counted once"
      let english = story.headline.en.map(HTMLText.text) ?? HTMLText.vi(story.headline.vi)
      return "<li><a href=\"set.html#story-\(index + 1)\">\(english)</a> "
        + "\(story.articles.count) articles\(note): "
        + "\(story.articles.map(String.init).joined(separator: ", "))</li>"
    }
    return HTMLText.section(
      "Stories", id: "stories",
      items.isEmpty
        ? ""
        : "<ol>\(items.joined(separator: "\n"))</ol>\(StoryPicture(brief).html)")
  }
}
