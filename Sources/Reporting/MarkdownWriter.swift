import TextModel

/// CommonMark that reads well as it is.
struct MarkdownWriter: ReportWriter {
  static let format = "md"
  let dates: DateForm

  init(_ options: ReportOptions) { dates = options.dates }

  func text(_ value: String) -> String { Escaping.markdown(value) }

  func index(_ brief: SetBrief) -> String? {
    var lines = ["# \(text(brief.title))", "", "- [The set](set.md)"]
    for (index, article) in brief.articles.enumerated() {
      let english = article.headline.en.map { " — \(text($0))" } ?? ""
      lines.append(
        "\(index + 1). [\(text(article.headline.vi))](articles/\(article.slug).md)\(english)")
    }
    lines += recent(brief)
    return (lines + [""] + signature(brief.signature)).joined(separator: "\n") + "\n"
  }

  func set(_ brief: SetBrief) -> String {
    var lines = ["# \(text(brief.title))", "", "## Key points of the set", ""]
    for point in brief.points { lines += self.point(point, article: true) }
    for story in brief.stories { lines += self.story(story, in: brief) }
    lines += ["## Articles", ""]
    for (index, article) in brief.articles.enumerated() {
      lines.append("### \(index + 1). \(text(article.headline.vi))")
      lines.append("")
      if let english = article.headline.en { lines += ["*\(text(english))*", ""] }
      for point in article.glance { lines += self.point(point, article: false) }
      lines += ["[Brief of this article](articles/\(article.slug).md)", ""]
    }
    if !brief.failures.isEmpty {
      lines += ["## Not read", ""] + brief.failures.map { "- \(text($0.description))" } + [""]
    }
    return (lines + signature(brief.signature)).joined(separator: "\n") + "\n"
  }

  func article(_ brief: Brief, in set: SetBrief) -> String {
    var lines = ["# \(text(brief.headline.vi))", ""]
    if let english = brief.headline.en { lines += ["*\(text(english))*", ""] }
    lines += SourceLine.parts(brief, dates).map { "- \($0.label): \(text($0.value))" }
    lines += ["", "## At a glance", ""]
    for point in brief.glance { lines += self.point(point, article: false) }
    lines += ["## Key points", ""]
    for point in brief.points { lines += self.point(point, article: false) }
    for (title, mentions) in BriefLists.all(brief) {
      lines += ["## \(title)", ""]
      lines += mentions.map { "- \(text($0.vi)) — \(text(BriefLists.english($0)))" } + [""]
    }
    lines += quotations(brief) + notes(brief) + ["## Left out", "", BriefCoverage(brief).text, ""]
    for point in brief.leftOut {
      lines.append(
        "- (\(point.sentence)) \(text(point.vi)) — \(text(point.english.text)) — "
          + "*\(text(point.reason + SourceLine.scored(point)))*")
    }
    return (lines + [""] + signature(set.signature)).joined(separator: "\n") + "\n"
  }

  func point(_ point: Brief.Point, article: Bool) -> [String] {
    let origin = article ? "article \(point.article), " : ""
    var lines = ["> \(text(point.vi))", ">", "> *\(text(point.english.text))*", ""]
    let terms = point.annotations.filter { $0.surface != $0.target }
      .map { term in
        let evidence = term.evidence.map { " (\(text($0)))" } ?? ""
        return "\(text(term.surface)): \(text(term.target))\(evidence)"
      }
    if !terms.isEmpty { lines += ["Terms: \(terms.joined(separator: "; "))", ""] }
    lines += [
      "(\(origin)\(SourceLine.place(point)); \(text(point.reason + SourceLine.scored(point))); "
        + "\(text(SourceLine.english(point))))", "",
    ]
    let checks = SentenceChecks.lines(point).map { "- \(text($0))" }
    return checks.isEmpty ? lines : lines + checks + [""]
  }

  private func quotations(_ brief: Brief) -> [String] {
    if brief.quotations.isEmpty { return [] }
    let items = brief.quotations.map { "- “\(text($0.vi))” — \(text($0.attribution))" }
    return ["## Quotations", ""] + items + [""]
  }

  private func notes(_ brief: Brief) -> [String] {
    let notes = BriefLists.notes(brief)
    return notes.isEmpty ? [] : ["## Editor's notes", ""] + notes.map { "- \(text($0))" } + [""]
  }

  private func signature(_ signature: Signature) -> [String] {
    ["---", "", text(BriefLists.signature(signature))]
  }
}
