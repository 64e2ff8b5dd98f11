import TextModel

/// What an article names, as sections: people, organizations, places, time, figures, words of others.
struct ListsHTML {
  let brief: Brief
  let dates: DateForm

  /// People, organizations and places side by side.
  var names: String {
    let lists = [
      ("People", "people", brief.people), ("Organizations", "organizations", brief.organizations),
      ("Places", "places", brief.places),
    ]
    let parts = lists.map { title, id, mentions in
      HTMLText.section(title, id: id, list(mentions), level: 3)
    }.filter { !$0.isEmpty }
    if parts.isEmpty { return "" }
    return HTMLText.section(
      "Names", id: "names", "<div class=\"columns\">\(parts.joined())</div>")
  }

  /// The terms of the glossaries at their first mention.
  var terms: String {
    HTMLText.section(
      "Terms", id: "terms",
      brief.terms.isEmpty ? "" : "<div class=\"columns\">\(list(brief.terms))</div>")
  }

  private func list(_ mentions: [Brief.Mention]) -> String {
    if mentions.isEmpty { return "" }
    let items = mentions.map { mention in
      let original = mention.vi == mention.en ? "" : " \(HTMLText.vi(mention.vi))"
      return "<li><b>\(HTMLText.text(mention.en))</b>\(original) "
        + "\(HTMLText.references(mention.sentences))</li>"
    }
    return "<ul class=\"names\">\(items.joined(separator: "\n"))</ul>"
  }

  /// The dates in order of time; those without a year come after.
  var timeline: String {
    let all = brief.dates.enumerated().sorted { a, b in
      (Self.rank(a.element), a.offset) < (Self.rank(b.element), b.offset)
    }.map(\.element)
    if all.isEmpty { return "" }
    let items = all.map { mention in
      let value = mention.value ?? ""
      let label = HTMLText.text(DateForm.hasYear(value) ? dates.text(value) : mention.en)
      let when =
        DateForm.isMachineReadable(value)
        ? "<time datetime=\"\(HTMLText.text(value))\">\(label)</time>" : "<span>\(label)</span>"
      let note = mention.isInferred ? " <em>year inferred</em>" : ""
      return "<li>\(when)\(note) \(HTMLText.vi(mention.vi)) "
        + "\(HTMLText.references(mention.sentences))</li>"
    }
    return HTMLText.section(
      "Timeline", id: "timeline", "<ol class=\"timeline\">\(items.joined(separator: "\n"))</ol>")
  }

  private static func rank(_ mention: Brief.Mention) -> String {
    mention.value.flatMap { DateForm.hasYear($0) ? $0 : nil } ?? "~"
  }

  /// The figures with their values.
  var figures: String {
    if brief.figures.isEmpty { return "" }
    let rows = brief.figures.map { mention in
      """
      <tr><th scope="row">\(HTMLText.text(mention.en))</th><td>\(HTMLText.vi(mention.vi))</td>
      <td class="number">\(HTMLText.text(mention.value ?? ""))</td>
      <td>\(HTMLText.references(mention.sentences))</td></tr>
      """
    }
    return HTMLText.section(
      "Figures", id: "figures",
      """
      <table><thead><tr><th scope="col">English</th><th scope="col">Vietnamese</th>
      <th scope="col">Value</th><th scope="col">Sentences</th></tr></thead>
      <tbody>\(rows.joined(separator: "\n"))</tbody></table>
      """)
  }

  /// What stands in quotation marks, with who said it.
  var quotations: String {
    if brief.quotations.isEmpty { return "" }
    let items = brief.quotations.map { quote in
      """
      <li><blockquote lang="vi"><p>“\(HTMLText.text(quote.vi))”</p></blockquote>
      <p class="speaker">\(HTMLText.text(quote.attribution)) \
      \(HTMLText.references(quote.sentences))</p></li>
      """
    }
    return HTMLText.section(
      "Quotations", id: "quotations",
      "<ul class=\"quotations\">\(items.joined(separator: "\n"))</ul>")
  }
}
