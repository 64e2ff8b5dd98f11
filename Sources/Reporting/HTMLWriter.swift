import Foundation
import TextModel

/// One self-contained HTML page for each report: no script, nothing fetched from outside.
struct HTMLWriter: ReportWriter {
  static let format = "html"
  private let style: String

  init() {
    let path = ReportingResources.directory.appendingPathComponent("report.css").path
    style =
      FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  func text(_ value: String) -> String { Escaping.html(value) }
  func vi(_ value: String) -> String { "<span lang=\"vi\">\(text(value))</span>" }

  // MARK: Pages

  func index(_ brief: SetBrief) -> String? {
    let rows = brief.articles.enumerated().map { index, article in
      """
      <tr><td>\(index + 1)</td>
      <td><a href="articles/\(article.slug).html">\(vi(article.headline.vi))</a>
      \(article.headline.en.map { "<p class=\"gloss\">\(text($0))</p>" } ?? "")</td>
      <td>\(text(article.metadata.published.map(SourceLine.date) ?? "date not given"))</td>
      <td>\(text(article.metadata.outlet ?? article.metadata.agency ?? "—"))</td>
      <td class="number">\(article.points.count)</td><td class="number">\(article.repairs.count)</td></tr>
      """
    }
    let body = """
      <header><h1>\(text(brief.title))</h1>
      <p><a href="set.html">The brief of the set</a></p></header>
      <main><table class="index"><caption>Articles</caption>
      <thead><tr><th scope="col">No.</th><th scope="col">Headline</th><th scope="col">Published</th>
      <th scope="col">Source</th><th scope="col">Points</th><th scope="col">Repairs</th></tr></thead>
      <tbody>\(rows.joined(separator: "\n"))</tbody></table>\(recent(brief))\(failures(brief))</main>
      """
    return page(brief.title, body, brief.signature)
  }

  func set(_ brief: SetBrief) -> String {
    let articles = brief.articles.enumerated().map { index, article in
      """
      <section class="article"><h3><a href="articles/\(article.slug).html">\(index + 1). \
      \(vi(article.headline.vi))</a></h3>
      \(sourceLine(article))
      \(article.glance.map { point($0) }.joined())
      </section>
      """
    }
    let body = """
      <header><h1>\(text(brief.title))</h1><p><a href="index.html">Index</a></p>\(legend)</header>
      <main><section><h2>Key points of the set</h2>
      \(brief.points.map { point($0, link: brief.articles) }.joined())</section>
      \(brief.stories.map { story($0, in: brief) }.joined(separator: "\n"))
      <section><h2>Articles at a glance</h2>\(articles.joined(separator: "\n"))</section>
      \(failures(brief))</main>
      """
    return page(brief.title, body, brief.signature)
  }

  func article(_ brief: Brief, in set: SetBrief) -> String {
    let lists = BriefLists.all(brief).map(list)
    let body = """
      <header><h1>\(vi(brief.headline.vi))</h1>
      \(brief.headline.en.map { "<p class=\"gloss headline\">\(text($0))</p>" } ?? "")
      \(sourceLine(brief))
      <p><a href="../index.html">Index</a> · <a href="../set.html">The set</a></p>\(legend)</header>
      <main><section><h2>At a glance</h2>\(brief.glance.map { point($0) }.joined())</section>
      <section><h2>Key points</h2>\(SalienceStrip.svg(brief))\(brief.points.map { point($0) }.joined())</section>
      \(notes(brief))
      \(quotations(brief))
      <div class="lists">\(lists.joined(separator: "\n"))</div>
      \(leftOut(brief))</main>
      """
    return page(brief.headline.vi, body, set.signature)
  }

  private func page(_ title: String, _ body: String, _ signature: Signature) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="generator" content="songngu \(text(signature.tool))">
    <title>\(text(title))</title>
    <style>\(style)</style></head>
    <body>
    \(body)
    <footer><p>\(text(BriefLists.signature(signature)))</p></footer>
    </body>
    </html>

    """
  }

  // MARK: Parts

  private var legend: String {
    """
    <p class="legend">Left the Vietnamese, verbatim; right an English gist, made by glossary and grammar \
    and checked by nobody, unless another engine is named below it. Do not quote it. Underlined terms show their English.</p>
    """
  }

  private func sourceLine(_ brief: Brief) -> String {
    let items = SourceLine.parts(brief).map {
      "<div><dt>\($0.label)</dt><dd>\(text($0.value))</dd></div>"
    }
    return "<dl class=\"source\">\(items.joined())</dl>"
  }

  func point(_ point: Brief.Point, link articles: [Brief] = []) -> String {
    var origin = text(SourceLine.place(point))
    if let slug = articles.indices.contains(point.article - 1)
      ? articles[point.article - 1].slug : nil
    {
      origin = "<a href=\"articles/\(slug).html\">article \(point.article)</a>, \(origin)"
    }
    let terms = point.annotations.filter { $0.surface != $0.target }.map {
      "<span lang=\"vi\">\(text($0.surface))</span> \(text($0.target))"
    }
    let gloss = terms.isEmpty ? "" : "<p class=\"terms\">\(terms.joined(separator: " · "))</p>"
    let score = point.parts.isEmpty ? "" : "; score \(SourceLine.score(point.parts))"
    return """
      <article class="point"><div class="pair"><p class="vi" lang="vi">\(annotated(point))</p>
      <p class="en" lang="en">\(text(point.english.text))</p></div>\(gloss)
      <p class="trace">\(origin); \(text(point.reason))\(text(score)); \
      \(text(SourceLine.english(point)))</p>\(checks(point))</article>

      """
  }

  /// The Vietnamese with each term marked and its English as a title.
  private func annotated(_ point: Brief.Point) -> String {
    let bytes = Array(point.vi.utf8)
    var result = ""
    var done = 0
    for annotation in point.annotations where annotation.span.start >= done {
      result += text(String(decoding: bytes[done..<annotation.span.start], as: UTF8.self))
      let evidence = annotation.evidence.map { " (\($0))" } ?? ""
      result +=
        "<abbr class=\"\(annotation.kind.rawValue)\" tabindex=\"0\" title=\"\(text(annotation.target + evidence))\">"
        + "\(text(annotation.surface))</abbr>"
      done = annotation.span.end
    }
    return result + text(String(decoding: bytes[done...], as: UTF8.self))
  }

  private func list(_ title: String, _ mentions: [Brief.Mention]) -> String {
    let items = mentions.map {
      "<li>\(vi($0.vi)) — \(text(BriefLists.english($0)))</li>"
    }
    return "<section><h2>\(title)</h2><ul>\(items.joined(separator: "\n"))</ul></section>"
  }

  private func notes(_ brief: Brief) -> String {
    let notes = BriefLists.notes(brief).map { "<li>\(text($0))</li>" }
    return notes.isEmpty
      ? ""
      : "<section class=\"notes\"><h2>Editor’s notes</h2><ul>\(notes.joined(separator: "\n"))</ul></section>"
  }

  private func leftOut(_ brief: Brief) -> String {
    if brief.leftOut.isEmpty { return "" }
    let items = brief.leftOut.map {
      """
      <li value="\($0.sentence)"><p lang="vi">\(text($0.vi))</p>
      <p class="trace">\(text($0.reason)); score \(text(SourceLine.score($0.parts)))</p></li>
      """
    }
    return """
      <section class="left-out"><h2>Left out</h2><details open><summary>\(brief.leftOut.count) sentences, \
      best first, with their numbers</summary><ol>\(items.joined(separator: "\n"))</ol></details></section>
      """
  }

  private func failures(_ brief: SetBrief) -> String {
    if brief.failures.isEmpty { return "" }
    let items = brief.failures.map { "<li>\(text($0.description))</li>" }
    return "<section class=\"notes\"><h2>Not read</h2><ul>\(items.joined())</ul></section>"
  }
}
