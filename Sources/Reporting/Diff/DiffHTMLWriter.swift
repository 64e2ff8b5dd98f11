import Foundation

/// A diff as one self-contained HTML page, readable without script.
///
/// Two switches of HTML and CSS alone: one hides all but the differences, the other puts the articles
/// with the most changes first.
public struct DiffHTMLWriter: Sendable {
  private let style: String

  /// Makes a writer.
  /// - Throws: when the style sheet is missing from the installation.
  public init() throws {
    let file = ReportingResources.directory.appendingPathComponent("diff.css")
    style = try String(contentsOf: file, encoding: .utf8)
  }

  /// The whole page.
  public func text(_ diff: RunDiff) -> String {
    let title = "What changed: \(diff.before.name) → \(diff.after.name)"
    let articles = diff.articles.map(article).joined()
    let set = diff.set.isEmpty ? "" : "<section><h2>The set</h2>\(changes(diff.set))</section>\n"
    let metrics =
      diff.metrics.isEmpty
      ? "" : "<section><h2>Measures</h2><ul>\(diff.metrics.map(metric).joined())</ul></section>\n"
    let limit = DiffLines.limit(diff).map { "\n<p>\(safe($0)).</p>" } ?? ""
    return """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(safe(title))</title><style>\(style)</style></head>
      <body><main><h1>\(safe(title))</h1>
      <p>\(safe(DiffLines.summary(diff))).</p>\(limit)
      <input type="checkbox" id="only"><label for="only">only differences</label>
      <input type="checkbox" id="largest"><label for="largest">most changes first</label>
      <div class="articles">\(articles)</div>
      \(set)\(metrics)\(same(diff.same))<footer><p>Before: \(safe(BriefLists.signature(diff.before.signature)))<br>
      After: \(safe(BriefLists.signature(diff.after.signature)))</p></footer></main></body></html>

      """
  }

  private func same(_ articles: [RunDiff.SameArticle]) -> String {
    if articles.isEmpty { return "" }
    let items = articles.map {
      "<li><span lang=\"vi\">\(safe($0.headline.vi))</span> <span class=\"key\">\(safe($0.key))</span></li>"
    }
    return """
      <section class="same"><h2>The same</h2><ul>\(items.joined(separator: "\n"))</ul></section>

      """
  }

  private func article(_ article: ArticleDiff) -> String {
    let count = article.changes.count
    let changes = count == 0 ? "" : " · \(count) change\(count == 1 ? "" : "s")"
    return """
      <details open style="--size:\(count)"><summary><span class="\(article.status.rawValue)">\
      \(DiffLines.status(article.status))</span> <span lang="vi">\(safe(article.headline.vi))</span>\
      \(changes)</summary>
      <p class="key">\(safe(article.key))</p>\(self.changes(article.changes))</details>

      """
  }

  private func changes(_ changes: [Change]) -> String {
    DiffLines.groups(changes).map { group in
      "<h3>\(group.title)</h3><ul>\(group.changes.map(change).joined())</ul>"
    }.joined()
  }

  private func change(_ change: Change) -> String {
    let language = change.kind == .gist ? "en" : "vi"
    var parts = ["<li><p><b lang=\"vi\">\(safe(change.subject))</b>\(DiffLines.place(change))</p>"]
    if change.words.isEmpty {
      if let before = change.before {
        parts.append("<p lang=\"\(language)\"><del>\(safe(before))</del></p>")
      }
      if let after = change.after {
        parts.append("<p lang=\"\(language)\"><ins>\(safe(after))</ins></p>")
      }
    } else {
      parts.append("<p lang=\"\(language)\">\(DiffLines.joined(change.words, word))</p>")
    }
    if !change.causes.isEmpty {
      let causes = change.causes.map { safe(DiffLines.cause($0)) }
      parts.append("<p class=\"cause\">because of: \(causes.joined(separator: "; "))</p>")
    }
    return parts.joined() + "</li>"
  }

  private func word(_ edit: WordEdit) -> String {
    switch edit.operation {
    case .same: "<span class=\"same\">\(safe(edit.text))</span>"
    case .removed: "<del>\(safe(edit.text))</del>"
    case .added: "<ins>\(safe(edit.text))</ins>"
    case .movedAway: "<del class=\"moved\">\(safe(edit.text))</del>"
    case .movedHere: "<ins class=\"moved\">\(safe(edit.text))</ins>"
    }
  }

  private func metric(_ metric: MetricDelta) -> String {
    "<li>\(safe(DiffLines.metric(metric)))</li>"
  }
  private func safe(_ text: String) -> String { Escaping.html(text) }
}
