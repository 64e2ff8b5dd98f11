import Foundation
import TextModel

/// A Word document: real styles, a table of two columns for the key points, footnotes for the terms,
/// the language of every run.
///
/// Source: ECMA-376, Office Open XML, 5th edition, parts 1 and 2.
struct DOCXWriter: PackageWriter {
  static let format = "docx"
  static let loses: String? = "scores, bytes of the source and checks of the English"

  private let styles: String
  private let dates: DateForm

  init(_ options: ReportOptions) {
    dates = options.dates
    let path = ReportingResources.directory.appendingPathComponent("docx-styles.xml").path
    styles =
      FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  func set(_ brief: SetBrief) throws -> [UInt8] {
    var body = DOCXBody()
    body.paragraph(brief.title, style: "Title")
    body.paragraph("Key points of the set", style: "Heading1")
    body.points(brief.points, label: { "\($0.article).\($0.sentence)" })
    for (index, story) in brief.stories.enumerated() { add(story, index + 1, in: brief, to: &body) }
    for (index, article) in brief.articles.enumerated() {
      body.paragraph("\(index + 1). \(article.headline.vi)", style: "Heading1", language: "vi-VN")
      if let english = article.headline.en { body.paragraph(english, style: "Subtitle") }
      body.points(article.glance, label: { "\($0.sentence)" })
    }
    for failure in brief.failures { body.paragraph(failure.description, style: "ListBullet") }
    body.paragraph(BriefLists.signature(brief.signature), style: "Signature")
    return try ZipArchive.bytes(parts(body, title: brief.title))
  }

  private func add(
    _ story: StoryBrief, _ number: Int, in brief: SetBrief, to body: inout DOCXBody
  ) {
    body.paragraph(
      "Story \(number): \(story.headline.en ?? story.headline.vi)", style: "Heading1")
    for article in story.articles where brief.articles.indices.contains(article - 1) {
      let role = story.role(of: article)
      body.pair(
        brief.articles[article - 1].headline.vi,
        "article \(article)\(role.isEmpty ? "" : ", \(role)")")
    }
    for item in story.points {
      body.paragraph(StoryBrief.sources(item), style: "Source")
      body.points([item.point], label: { "\($0.article).\($0.sentence)" })
    }
    for conflict in story.conflicts {
      body.paragraph("Figures differ: \(StoryBrief.text(conflict))", style: "ListBullet")
    }
  }

  func article(_ brief: Brief, in set: SetBrief) throws -> [UInt8] {
    try ZipArchive.bytes(
      parts(body(brief, in: set), title: brief.headline.en ?? brief.headline.vi))
  }

  /// The content of an article's document.
  func body(_ brief: Brief, in set: SetBrief) -> DOCXBody {
    var body = DOCXBody()
    body.paragraph(brief.headline.vi, style: "Title", language: "vi-VN")
    if let english = brief.headline.en { body.paragraph(english, style: "Subtitle") }
    for part in SourceLine.parts(brief, dates) {
      body.paragraph("\(part.label): \(part.value)", style: "Source")
    }
    body.paragraph("At a glance", style: "Heading1")
    body.points(brief.glance, label: { "\($0.sentence)" })
    body.paragraph("Key points", style: "Heading1")
    body.points(brief.points, label: { "\($0.sentence)" })
    for (title, mentions) in BriefLists.all(brief) {
      body.paragraph(title, style: "Heading1")
      for mention in mentions { body.pair(mention.vi, BriefLists.english(mention)) }
    }
    if !brief.quotations.isEmpty { body.paragraph("Quotations", style: "Heading1") }
    for quote in brief.quotations { body.pair("“\(quote.vi)”", quote.attribution) }
    let notes = BriefLists.notes(brief)
    if !notes.isEmpty { body.paragraph("Editor's notes", style: "Heading1") }
    for note in notes { body.paragraph(note, style: "ListBullet") }
    if !brief.leftOut.isEmpty {
      body.paragraph("Left out", style: "Heading1")
      body.paragraph(BriefCoverage(brief).text, style: "Normal")
    }
    body.points(brief.leftOut, label: { "\($0.sentence)" }, withTerms: false)
    body.paragraph(BriefLists.signature(set.signature), style: "Signature")
    return body
  }

  /// The parts of a document in the order of the archive.
  func parts(_ body: DOCXBody, title: String) -> [(name: String, text: String)] {
    let parts = DOCXParts(title: title)
    return [
      ("[Content_Types].xml", DOCXParts.contentTypes),
      ("_rels/.rels", DOCXParts.relations),
      ("docProps/core.xml", parts.core),
      ("word/document.xml", body.document),
      ("word/_rels/document.xml.rels", DOCXParts.documentRelations),
      ("word/styles.xml", styles),
      ("word/settings.xml", DOCXParts.settings),
      ("word/footnotes.xml", body.footnotes),
      ("word/footer.xml", DOCXBody.footer),
    ]
  }
}
