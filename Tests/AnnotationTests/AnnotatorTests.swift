import Annotation
import Foundation
import TestSupport
import Testing
import TextModel
import Workflow

@Suite struct AnnotatorTests {
  let workbench: Workbench

  init() throws { workbench = try Repository.workbench() }

  private func annotate(_ text: String, published: String? = nil) -> [Annotation] {
    let bytes = Array(text.utf8)
    return workbench.annotator.annotate(
      bytes, parts: [TextSpan(0, bytes.count)], published: published
    ).annotations
  }

  private func result(_ text: String, published: String? = nil) -> AnnotatedText {
    let bytes = Array(text.utf8)
    return workbench.annotator.annotate(
      bytes, parts: [TextSpan(0, bytes.count)], published: published)
  }

  private func target(_ surface: String, in text: String, published: String? = nil) -> String? {
    annotate(text, published: published).first { $0.surface == surface }?.target
  }

  @Test(arguments: [
    ("Ngoại trưởng Mỹ", "US Secretary of State"), ("Ngoại trưởng Nga", "Russian Foreign Minister"),
    ("Bộ Ngoại giao Mỹ", "US State Department"), ("Bộ Ngoại giao Nga", "Russian Foreign Ministry"),
    ("Thứ trưởng Ngoại giao Mỹ", "US Deputy Secretary of State"),
    ("Thứ trưởng Ngoại giao Nga", "Russian Deputy Foreign Minister"),
    ("Quốc hội Mỹ", "US Congress"), ("Đại sứ Nga tại Mỹ", "Russian Ambassador to the US"),
    ("cựu Tổng thống Mỹ", "former US President"),
    ("tân đại sứ Nga tại Mỹ", "new Russian ambassador to the US"),
    ("Đại sứ quán Mỹ tại Moskva", "US Embassy in Moscow"), ("phái đoàn Nga", "Russian delegation"),
    ("Tổng thư ký NATO", "NATO Secretary-General"), ("các nước trung lập", "neutral countries"),
    ("27 nhà ngoại giao Nga", "27 Russian diplomats"), ("Nhà Trắng", "White House"),
    ("người phát ngôn Bộ Ngoại giao Mỹ", "US State Department spokesperson"),
    ("Hội đồng Nga - NATO", "NATO-Russia Council"), ("phó thủ tướng", "deputy prime minister"),
    ("27 chiếc xe tăng", "27 tanks"), ("ba người Nga", "three Russians"),
    ("Thứ trưởng thường trực", "Permanent Deputy Minister"),
  ])
  func composes(_ surface: String, _ english: String) {
    #expect(target(surface, in: "Theo tin, \(surface) đã có mặt.") == english)
  }

  @Test func aTermInsideALongerWordIsNoTerm() {
    #expect(target("tin", in: "Họ trao đổi thông tin.") == nil)
    #expect(target("Nhà Trắng", in: "chính quyền tại Nhà Trắng, mà còn") == "White House")
  }

  @Test func tonePlacementDoesNotMatter() {
    #expect(
      target("thoả thuận", in: "Hai bên ký thoả thuận mới")
        == target("thỏa thuận", in: "Hai bên ký thỏa thuận mới"))
  }

  @Test(arguments: [
    ("ngày 7/12", "7 December", "2021-12-07", true),
    ("ngày 30/1/2022", "30 January 2022", "2022-01-30", false),
    ("tối 14/1", "evening of 14 January", "2022-01-14", true),
    ("Hồi cuối tháng 11", "late November", "2021-11", true),
    ("năm 2022", "2022", "2022", false),
    ("quý I/2022", "the first quarter of 2022", "2022-Q1", false),
    ("tháng 3/2021", "March 2021", "2021-03", false),
    ("ngày 7 tháng 12 năm 2021", "7 December 2021", "2021-12-07", false),
  ])
  func readsDates(surface: String, english: String, value: String, inferred: Bool) throws {
    let found = annotate("Theo tin, \(surface), hai bên họp.", published: "2022-01-03")
    let date = try #require(found.first { $0.kind == .date }, "\(found)")
    #expect(
      date.surface == surface && date.target == english && date.value == value
        && date.isInferred == inferred)
  }

  @Test func anImpossibleDateIsNone() {
    let text = "Họ họp ngày 31/2/2022."
    #expect(!annotate(text).contains { $0.kind == .date })
    #expect(result(text).findings.map(\.finding.code) == ["impossible-date"])
  }

  @Test(arguments: [
    ("63 tỷ euro", "63 billion euros", "63000000000 EUR"), ("gần 300%", "nearly 300%", "300%"),
    ("1.234,5 km", "1,234.5 km", "1234.5 km"), ("hơn 3 năm", "more than 3 years", "3 a"),
    ("2 nghìn tỷ đồng", "2 trillion dong", "2000000000000 VND"),
    ("100 triệu USD", "$100 million", "100000000 USD"),
  ])
  func readsFigures(surface: String, english: String, value: String) throws {
    let found = annotate("Tổng cộng \(surface) đã chi.")
    let figure = try #require(found.first { $0.value != nil }, "\(found)")
    #expect(figure.surface == surface && figure.target == english && figure.value == value)
  }

  @Test func aFigureOfFourHundredDigitsIsNoCrash() {
    let found = result("Số \(String(repeating: "9", count: 400)) rất lớn.")
    #expect(found.annotations.allSatisfy { $0.value == nil })
    #expect(found.findings.map(\.finding.code) == ["figure-too-long"])
  }

  @Test func laterMentionsOfAPersonAreTiedToTheFirst() {
    let text = "Người phát ngôn Wilbur K. Osterhaut phát biểu. Ông Osterhaut nói thêm."
    let found = annotate(text)
    #expect(found.contains { $0.surface == "Wilbur K. Osterhaut" && $0.kind == .person })
    #expect(
      found.contains { $0.surface == "Osterhaut" && $0.evidence == "short for Wilbur K. Osterhaut" }
    )
  }

  @Test(arguments: 0..<100) func annotationsAreDisjointAndQuoteTheText(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "Tổng thống Nga ", "Mỹ ", "ngày 7/12 ", "63 tỷ euro, ", "Đại sứ ", "tại ", "Moskva", ". ",
      "“", "các ", "nhà ngoại giao ",
      "NATO ", "Nguyễn Văn A ", "P. ", "Rebholz ", "31/2 ", "(", "tin ", "thông ", "9", "%", "\n",
    ]
    let text = generator.text(of: pieces, count: 25)
    let bytes = Array(text.utf8)
    let found = annotate(text)
    #expect(zip(found, found.dropFirst()).allSatisfy { $0.span.end <= $1.span.start })
    for annotation in found {
      #expect(String(decoding: bytes[annotation.span.range], as: UTF8.self) == annotation.surface)
      #expect(!annotation.target.isEmpty && !annotation.origin.isEmpty)
    }
  }

  @Test func weekdaysOfDates() {
    #expect(CalendarDate(year: 2022, month: 1, day: 13).weekday == 4)
    #expect(CalendarDate(year: 2026, month: 11, day: 22).weekday == 7)
    #expect(
      CalendarDate(iso: "2022-01-13T15:09:00+07:00") == CalendarDate(year: 2022, month: 1, day: 13))
    #expect(!CalendarDate(year: 2023, month: 2, day: 29).isPossible)
  }
}
