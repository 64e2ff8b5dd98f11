import Foundation
import Reporting
import TestSupport
import Testing
import TextModel
import Workflow

/// Quotations of a brief, and names that merge across articles.
@Suite struct BriefQuotesTests {
  let workbench: Workbench

  init() throws { workbench = try Repository.workbench() }

  private func set(_ pages: [[UInt8]]) throws -> SetBrief {
    let reader = try workbench.articleReader()
    let works = try pages.enumerated().map { index, bytes in
      let source = SourceDocument(id: Digest.sha256(bytes), origin: "a\(index).txt", bytes: bytes)
      return try workbench.work(on: source, recipe: Recipe(), reader: reader)
    }
    return try BriefMaker(workbench, recipe: Recipe()).brief(works, failures: [])
  }

  private func seeds() throws -> SetBrief {
    try set(Repository.files(below: "seeds", ending: ".txt").map { try Repository.bytes($0) })
  }

  /// Law: the words of a quotation that is called verbatim are the bytes of the source.
  @Test func aVerbatimQuotationStandsInTheSource() throws {
    let paths = Repository.files(below: "seeds", ending: ".txt")
    var quotes = 0
    for path in paths {
      let bytes = try Repository.bytes(path)
      let brief = try #require(try set([bytes]).articles.first)
      for quote in brief.quotations {
        let isThere = bytes[quote.source.range].elementsEqual(quote.vi.utf8)
        #expect(isThere == quote.isVerbatim && !quote.sentences.isEmpty, "\(quote)")
        quotes += 1
      }
    }
    #expect(quotes == 12)
  }

  @Test func aRepairedQuotationSaysSo() throws {
    let text = "Ông Dmitry Peskov nói: “T́nh h́nh đă tốt hơn b́nh thường”."
    let quote = try #require(try set([Array(text.utf8)]).articles.first?.quotations.first)
    #expect(quote.vi == "Tình hình đã tốt hơn bình thường" && !quote.isVerbatim)
    #expect(quote.speaker == "Dmitry Peskov")
  }

  @Test func aQuotationOfUTF16IsVerbatim() throws {
    let text = "Ông Dmitry Peskov nói: “Tình hình tốt”. Hai bên sẽ họp lại vào ngày mai."
    let units = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let bytes: [UInt8] = [0xFF, 0xFE] + units
    let quote = try #require(try set([bytes]).articles.first?.quotations.first)
    #expect(quote.vi == "Tình hình tốt" && quote.isVerbatim)
  }

  @Test(arguments: ["md", "html", "txt", "json"])
  func everyFormGivesTheQuotations(format: String) throws {
    let set = try seeds()
    let all = try Reports.files(set, formats: [format]).map(\.content).joined()
      .replacing("&quot;", with: "\"").filter { !$0.isWhitespace && $0 != "\\" }
    for quote in set.articles.flatMap(\.quotations) {
      #expect(all.contains(quote.vi.filter { !$0.isWhitespace }), "\(quote.vi)")
      if let speaker = quote.speaker {
        #expect(all.contains(speaker.filter { !$0.isWhitespace }))
      }
    }
  }

  @Test func aBriefWithoutTheListIsRead() throws {
    let brief = try #require(try seeds().articles.first)
    var fields =
      try #require(
        try JSONSerialization.jsonObject(with: JSONEncoder().encode(brief)) as? [String: Any])
    #expect(fields.removeValue(forKey: "quotations") != nil)
    let old = try JSONDecoder().decode(
      Brief.self, from: JSONSerialization.data(withJSONObject: fields))
    #expect(old.quotations.isEmpty && old.points == brief.points)
  }

  @Test func peopleStandOnceWithTheirTitle() throws {
    let text = "Tổng thống Nga Vladimir Putin phát biểu hôm nay. Ông Putin nói thêm về EU."
    let brief = try #require(try set([Array(text.utf8)]).articles.first)
    #expect(brief.people.map(\.en) == ["Vladimir Putin, Russian President"])
    #expect(brief.people.map(\.sentences) == [[1, 2]])
    #expect(brief.organizations.map(\.en) == ["European Union"])
  }

  @Test func namesOfTwoArticlesThatMergeAreAFinding() throws {
    let page = { (name: String) in Array("Ông \(name) phát biểu tại Hà Nội hôm nay.".utf8) }
    let merged = try set([page("Nguyễn Văn Phúc"), page("Nguyễn Văn Phục")])
    #expect(
      merged.articles.map { $0.findings.filter { $0.code == "names-merge" }.count } == [1, 1])
    let same = try set([page("Nguyễn Văn Hòa"), page("Nguyễn Văn Hoà")])
    #expect(same.articles.allSatisfy { !$0.findings.contains { $0.code == "names-merge" } })
  }
}
