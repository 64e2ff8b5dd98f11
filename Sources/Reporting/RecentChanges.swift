/// What changed in a brief since an earlier run, or since what an editor accepted: a short list for the
/// index.
///
/// It is no part of a stored result: a result depends on its signature alone, this on what was there
/// before.
public struct RecentChanges: Hashable, Codable, Sendable {
  /// One article that is new or changed.
  public struct Article: Hashable, Codable, Sendable {
    /// Its number in the set.
    public let article: Int
    /// The name of its report files.
    public let slug: String
    /// Its headline.
    public let headline: Brief.Bilingual
    /// What it is compared with, in words: a run, or the day it was accepted; nil for a new one.
    public let since: String?
    /// What changed, without what an editor dismissed; empty for a new article.
    public let changes: [Change]

    /// Makes an article.
    public init(
      article: Int, slug: String, headline: Brief.Bilingual, since: String?, changes: [Change]
    ) {
      self.article = article
      self.slug = slug
      self.headline = headline
      self.since = since
      self.changes = changes
    }
  }

  /// What most articles are compared with, in words, such as `run #3 of 2026-03-01T08:00:00Z`.
  public let since: String
  /// New and changed articles, in the order of the set.
  public let articles: [Article]
  /// Changes of the set's own points and stories.
  public let set: [Change]
  /// How many articles are the same.
  public let unchanged: Int
  /// The keys of articles that the earlier run had and this one has not.
  public let gone: [String]
  /// How many changes are not shown because an editor dismissed them.
  public let dismissed: Int

  /// Makes a list.
  public init(
    since: String, articles: [Article], set: [Change], unchanged: Int, gone: [String],
    dismissed: Int
  ) {
    self.since = since
    self.articles = articles
    self.set = set
    self.unchanged = unchanged
    self.gone = gone
    self.dismissed = dismissed
  }

  /// The counts in one line.
  public var summary: String {
    let new = articles.count { $0.since == nil }
    let parts = [
      (new, "new"), (articles.count - new, "changed"), (unchanged, "the same"),
      (gone.count, "gone"),
      (dismissed, dismissed == 1 ? "change dismissed" : "changes dismissed"),
    ]
    let text = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    return "since \(since): \(text.isEmpty ? "nothing" : text)"
  }
}

/// The section of an index that says what changed, the same in every form.
enum RecentLines {
  /// The most changes that are listed for an article; the rest is counted.
  private static let shown = 6

  /// What is new of an article, in lines: what stands there first is what an editor must see first.
  static func lines(_ article: RecentChanges.Article, _ recent: RecentChanges) -> [String] {
    guard let since = article.since else { return ["new"] }
    return (since == recent.since ? [] : ["since \(since):"]) + lines(article.changes)
  }

  /// Changes in one line each.
  static func lines(_ changes: [Change]) -> [String] {
    let lines = changes.prefix(shown).map { change in
      let sides = [change.before, change.after].map { $0.map { "‘\(cut($0))’" } }
      let text =
        change.before == nil || change.after == nil
        ? sides.compactMap { $0 }.joined() : sides.compactMap { $0 }.joined(separator: " → ")
      return "\(DiffLines.title(change.kind)): \(change.subject)\(DiffLines.place(change)) \(text)"
    }
    let rest = changes.count - lines.count
    return lines + (rest > 0 ? ["and \(rest) more: songngu diff"] : [])
  }

  /// The most letters of a text that are shown; the whole stands in the report and in the diff.
  private static let letters = 90

  /// The beginning of a text, to the end of a word.
  private static func cut(_ text: String) -> String {
    guard text.count > letters else { return text }
    let start = text.prefix(letters)
    return "\(start.lastIndex(of: " ").map { start[..<$0] } ?? start) …"
  }
}

extension HTMLWriter {
  /// What changed since an earlier run; nothing where that is not known.
  func recent(_ brief: SetBrief) -> String {
    guard let recent = brief.recent else { return "" }
    let list = { (lines: [String]) in
      "<ul>\(lines.map { "<li>\(HTMLText.text($0))</li>" }.joined())</ul>"
    }
    let articles = recent.articles.map { article in
      """
      <h3><a href="articles/\(article.slug).html">\(article.article). \(HTMLText.vi(article.headline.vi))</a></h3>
      \(list(RecentLines.lines(article, recent)))
      """
    }
    let set = recent.set.isEmpty ? "" : "<h3>The set</h3>" + list(RecentLines.lines(recent.set))
    let gone = recent.gone.isEmpty ? "" : "<h3>No longer here</h3>" + list(recent.gone)
    return HTMLText.section(
      "What changed", id: "changes",
      "<p>\(HTMLText.text(recent.summary)).</p>\(articles.joined(separator: "\n"))\(set)\(gone)",
      kind: "notes")
  }
}

extension MarkdownWriter {
  /// What changed since an earlier run; nothing where that is not known.
  func recent(_ brief: SetBrief) -> [String] {
    guard let recent = brief.recent else { return [] }
    var lines = ["", "## What changed", "", "\(text(recent.summary))."]
    let list = { (title: String, items: [String]) in
      items.isEmpty ? [] : ["", title, ""] + items.map { "- \(text($0))" }
    }
    for article in recent.articles {
      lines += list(
        "[\(article.article). \(text(article.headline.vi))](articles/\(article.slug).md)",
        RecentLines.lines(article, recent))
    }
    return lines + list("The set", RecentLines.lines(recent.set))
      + list("No longer here", recent.gone)
  }
}
