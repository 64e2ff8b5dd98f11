import Foundation
import Reporting
import TestSupport
import Testing
import TextModel
import Workflow

@Suite struct ReportTests {
  let workbench: Workbench

  init() throws { workbench = try Repository.workbench() }

  private func set(_ pages: [(String, String)]) throws -> SetBrief {
    let reader = try workbench.articleReader()
    let works = try pages.map { name, page in
      let bytes = Array(page.utf8)
      let source = SourceDocument(id: Digest.sha256(bytes), origin: name, bytes: bytes)
      return try workbench.work(on: source, recipe: Recipe(), reader: reader)
    }
    return try BriefMaker(workbench, recipe: Recipe()).brief(works, failures: [])
  }

  private func seeds() throws -> SetBrief {
    try set(Repository.files(below: "seeds", ending: ".txt").map { ($0, try Repository.text($0)) })
  }

  @Test func reportsOfTheSeedsAreAsRecorded() throws {
    for file in try Reports.files(seeds(), formats: ["md"]) {
      try Golden.check(file.content, "reports/\(file.name)")
    }
  }

  @Test func theSameInputGivesTheSameBytes() throws {
    let (first, second) = (try seeds(), try seeds())
    #expect(
      try Reports.files(first, formats: Reports.formats)
        == Reports.files(second, formats: Reports.formats))
  }

  @Test func everyPointTracesToTheSource() throws {
    for brief in try seeds().articles {
      let source = try Repository.bytes(brief.origin)
      for point in brief.points + brief.glance + brief.leftOut {
        let raw = String(decoding: source[point.source.range], as: UTF8.self)
        let repaired = workbench.normalizer.normalize(raw).text.text
        #expect(brief.repairs.isEmpty ? raw == point.vi : repaired.count == point.vi.count)
        let bytes = Array(point.vi.utf8)
        for annotation in point.annotations {
          #expect(
            String(decoding: bytes[annotation.span.range], as: UTF8.self) == annotation.surface)
        }
      }
    }
  }

  @Test func noCaptionTeaserOrHalfQuotationIsAPoint() throws {
    for brief in try seeds().articles {
      for point in brief.points {
        let opened = point.vi.count { $0 == "“" } - point.vi.count { $0 == "”" || $0 == "\"" }
        #expect(opened <= 0 || brief.points.contains { $0.sentence == point.sentence + 1 })
        #expect(!point.vi.contains("Ảnh:") && !point.vi.contains("Nguồn:"))
      }
    }
  }

  static let hostile = [
    "<script>alert(1)</script>", "]]>", "\u{1B}[31m", "\u{202E}gnp", "a | b ` c", "=1+1", "🙂👩‍👩‍👧",
    "\u{0}", "&amp;", "'\"><img src=x>",
    String(repeating: "dài", count: 300),
  ]

  @Test(arguments: hostile) func hostileTextIsShownAsText(_ text: String) throws {
    let page =
      "Tiêu đề \(text) của bài viết hôm nay\nNgày 3/5, ông \(text) cho biết hai nước sẽ tiếp tục đàm phán trong thời gian tới.\nÔng nói thêm rằng \(text) là điều quan trọng đối với quan hệ giữa hai nước hiện nay."
    let set = try set([("x\(text.count).txt", page)])
    for file in try Reports.files(set, formats: Reports.formats.filter { $0 != "docx" }) {
      let content = file.content
      let isMarkup = [".html", ".md", ".xlf", ".xliff", ".tmx"].contains { file.name.hasSuffix($0) }
      let own = file.name.hasSuffix(".html") ? 1 : 0
      #expect(!isMarkup || content.components(separatedBy: "<script").count - 1 == own)
      #expect(!isMarkup || !content.contains("<img"))
      #expect(!file.name.hasSuffix(".csv") || !content.contains(",="))
      #expect(
        !content.unicodeScalars.contains { $0.value < 9 || $0.value == 0x1B })
      #expect(file.name.hasSuffix(".json") || !content.unicodeScalars.contains("\u{202E}"))
      if file.name.hasSuffix(".json") {
        _ = try JSONSerialization.jsonObject(with: Data(content.utf8))
      }
    }
  }

  @Test func everyFormatHasAWriterAndEveryWriterItsFiles() throws {
    for format in Reports.formats {
      let names = try Reports.files(
        set([
          (
            "a.txt",
            "Một tiêu đề dài của bài\nMột câu thân bài khá dài để được coi là thân bài viết."
          )
        ]), formats: [format]
      ).map(\.name)
      let own = ["set.\(format)", "articles/a.\(format)"]
      #expect(names == own || names == ["index.\(format)"] + own)
      #expect(!Reports.standard.contains(format) || names.count == 3)
    }
  }
}
