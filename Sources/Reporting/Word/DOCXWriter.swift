import Foundation
import TextModel

/// A Word document: real styles, a table of two columns for the key points, footnotes for the terms,
/// the language of every run.
///
/// Source: ECMA-376, Office Open XML, 5th edition, parts 1 and 2.
struct DOCXWriter: PackageWriter {
  static let format = "docx"
  static let loses: String? = "scores of sentences and checks of their English"

  private let styles: String

  init() {
    let path = ReportingResources.directory.appendingPathComponent("docx-styles.xml").path
    styles =
      FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  func set(_ brief: SetBrief) throws -> [UInt8] {
    var body = DOCXBody()
    body.paragraph(brief.title, style: "Title")
    body.paragraph("Key points of the set", style: "Heading1")
    body.points(brief.points, label: { "\($0.article).\($0.sentence)" })
    for (index, article) in brief.articles.enumerated() {
      body.paragraph("\(index + 1). \(article.headline.vi)", style: "Heading1", language: "vi-VN")
      if let english = article.headline.en { body.paragraph(english, style: "Subtitle") }
      body.points(article.glance, label: { "\($0.sentence)" })
    }
    for failure in brief.failures { body.paragraph(failure.description, style: "ListBullet") }
    body.paragraph(BriefLists.signature(brief.signature), style: "Signature")
    return try package(body, title: brief.title)
  }

  func article(_ brief: Brief, in set: SetBrief) throws -> [UInt8] {
    var body = DOCXBody()
    body.paragraph(brief.headline.vi, style: "Title", language: "vi-VN")
    if let english = brief.headline.en { body.paragraph(english, style: "Subtitle") }
    for part in SourceLine.parts(brief) {
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
    if !brief.leftOut.isEmpty { body.paragraph("Left out", style: "Heading1") }
    body.points(brief.leftOut, label: { "\($0.sentence)" }, withTerms: false)
    body.paragraph(BriefLists.signature(set.signature), style: "Signature")
    return try package(body, title: brief.headline.en ?? brief.headline.vi)
  }

  private func package(_ body: DOCXBody, title: String) throws -> [UInt8] {
    let parts = DOCXParts(title: title)
    return try ZipArchive.bytes([
      ("[Content_Types].xml", DOCXParts.contentTypes),
      ("_rels/.rels", DOCXParts.relations),
      ("docProps/core.xml", parts.core),
      ("word/document.xml", body.document),
      ("word/_rels/document.xml.rels", DOCXParts.documentRelations),
      ("word/styles.xml", styles),
      ("word/settings.xml", DOCXParts.settings),
      ("word/footnotes.xml", body.footnotes),
    ])
  }
}
