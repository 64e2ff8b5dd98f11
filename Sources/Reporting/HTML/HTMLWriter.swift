import Foundation
import TextModel

/// One self-contained HTML page for each report: nothing fetched from outside, readable without script.
///
/// The page allows one script, its own, by its digest, so that text which slipped through would not run.
/// Source: WCAG 2.2; CSP Level 3.
struct HTMLWriter: ReportWriter {
  static let format = "html"
  private let template: HouseTemplate
  private let dates: DateForm
  private let script = HouseTemplate.script()

  init(_ options: ReportOptions) {
    template = options.template
    dates = options.dates
  }

  // MARK: Pages

  func index(_ brief: SetBrief) -> String? {
    page(
      "index",
      [
        "title": brief.title, "kind": "index", "isIndex": "yes", "root": "",
        "changes": recent(brief), "rows": IndexHTML(brief: brief, dates: dates).table,
        "stories": IndexHTML(brief: brief, dates: dates).stories, "failures": failures(brief),
      ], brief.signature)
  }

  func set(_ brief: SetBrief) -> String {
    let page = SetHTML(brief: brief, dates: dates)
    return self.page(
      "set",
      [
        "title": brief.title, "kind": "set", "isSet": "yes", "root": "", "nav": page.navigation,
        "points": page.points, "stories": page.stories, "articles": page.articles,
        "failures": failures(brief),
      ], brief.signature)
  }

  func article(_ brief: Brief, in set: SetBrief) -> String {
    let lists = ListsHTML(brief: brief, dates: dates)
    let notes = NotesHTML(brief: brief)
    let metadata = brief.metadata
    var values: [String: String?] = [
      "title": brief.headline.en ?? brief.headline.vi, "kind": "article", "isArticle": "yes",
      "root": "../", "headline": brief.headline.en, "original": brief.headline.vi,
      "outlet": metadata.outlet, "agency": metadata.agency, "author": metadata.author,
      "place": metadata.place, "section": metadata.section, "url": metadata.url,
      "published": metadata.published.map(dates.text),
      "source": SourceHTML(brief: brief, dates: dates).html, "glance": glance(brief),
      "points": points(brief), "quotations": lists.quotations, "names": lists.names,
      "timeline": lists.timeline, "figures": lists.figures, "terms": lists.terms,
      "notes": notes.notes, "leftOut": notes.leftOut,
    ]
    values["nav"] = Self.navigation(values)
    return page("article", values, set.signature)
  }

  private func page(
    _ name: String, _ values: [String: String?], _ signature: Signature
  ) -> String {
    var values = values.compactMapValues { $0 }.filter { !$0.value.isEmpty }
    for name in TemplateCheck.texts {
      if let value = values[name] { values[name] = Escaping.visible(value) }
    }
    values["tool"] = signature.tool
    values["signature"] = HTMLText.text(BriefLists.signature(signature))
    values["style"] = template.style
    values["script"] = script.text
    values["digest"] = script.digest
    if name == "index" || name == "set" { values["root"] = nil }
    values["main"] = template.render(name, values)
    return template.render("page", values)
  }

  // MARK: Parts of an article

  private func glance(_ brief: Brief) -> String {
    let named = Set((brief.points + brief.leftOut).map(\.sentence))
    let items = brief.glance.map { point in
      PointHTML(
        point: point, section: "g",
        anchor: named.contains(point.sentence) ? nil : HTMLText.anchor(point.sentence, nil)
      ).item
    }
    return HTMLText.section(
      "At a glance", id: "glance",
      items.isEmpty ? "" : "<ul class=\"points\">\(items.joined())</ul>", kind: "glance")
  }

  private func points(_ brief: Brief) -> String {
    let items = brief.points.map { point in
      PointHTML(point: point, section: "k", anchor: HTMLText.anchor(point.sentence, nil)).item
    }
    return HTMLText.section(
      "Key points", id: "points",
      items.isEmpty
        ? "" : "\(SalienceStrip.svg(brief))<ol class=\"points\">\(items.joined())</ol>")
  }

  /// Links to the sections that the page has.
  private static func navigation(_ values: [String: String?]) -> String {
    let sections = [
      ("glance", "glance", "At a glance"), ("points", "points", "Key points"),
      ("quotations", "quotations", "Quotations"), ("names", "names", "Names"),
      ("timeline", "timeline", "Timeline"), ("figures", "figures", "Figures"),
      ("terms", "terms", "Terms"), ("notes", "notes", "Notes"), ("leftOut", "left-out", "Left out"),
    ]
    let links = sections.compactMap { key, id, title in
      (values[key].flatMap { $0 } ?? "").isEmpty ? nil : "<a href=\"#\(id)\">\(title)</a>"
    }
    return links.joined(separator: "\n")
  }

  private func failures(_ brief: SetBrief) -> String {
    let items = brief.failures.map { "<li>\(HTMLText.text($0.description))</li>" }
    return HTMLText.section(
      "Not read", id: "failures", items.isEmpty ? "" : "<ul>\(items.joined())</ul>", kind: "notes")
  }
}

/// What a report says of an article's origin, as a list of terms and values.
struct SourceHTML {
  let brief: Brief
  let dates: DateForm

  var html: String {
    let items = SourceLine.parts(brief, dates).map { part in
      "<div><dt>\(part.label)</dt><dd>\(HTMLText.text(part.value))</dd></div>"
    }
    return "<dl class=\"source\">\(items.joined(separator: "\n"))</dl>"
  }
}
