import Annotation
import TestSupport
import Testing
import TextModel
import Workflow

/// Dates counted from the article's or from the one that the text named last.
@Suite struct CountedDateTests {
  let workbench: Workbench

  init() throws { workbench = try Repository.workbench() }

  /// The dates of sentences, in their order.
  private func dates(_ sentences: [String], published: String? = "2024-05-15") -> [Annotation] {
    var parts: [TextSpan] = []
    var start = 0
    for sentence in sentences {
      parts.append(TextSpan(start, start + sentence.utf8.count))
      start += sentence.utf8.count + 1
    }
    return workbench.annotator.annotate(
      Array(sentences.joined(separator: " ").utf8), parts: parts, published: published
    ).annotations.filter { $0.kind == .date }
  }

  @Test(arguments: [
    ("Cách đây ba năm", "three years ago", "2021"),
    ("Ba tháng trước", "three months ago", "2024-02"),
    ("Cách đây hai tuần", "two weeks ago", "2024-W18"),
    ("10 năm trước đây", "10 years ago", "2014"),
    ("Trong 3 ngày qua", "the past 3 days", "2024-05-12/2024-05-15"),
    ("5 năm tới", "the next 5 years", "2024/2029"), ("Hai ngày nữa", "in two days", "2024-05-17"),
    ("Một năm qua", "the past year", "2023/2024"), ("Quý trước", "last quarter", "2024-Q1"),
    ("Từ đầu năm", "since the beginning of the year", "2024"),
    ("Nửa đầu năm 2023", "the first half of 2023", "2023-01/2023-06"),
  ])
  func fromTheArticle(surface: String, english: String, value: String) throws {
    let found = try #require(dates(["\(surface), giá tăng mạnh."]).first)
    #expect(found.target == english && found.value == value, "\(found)")
    #expect(found.isInferred || value.hasPrefix("2023-01"))
  }

  @Test(arguments: [
    ("Hai ngày sau, ông trở về.", "two days later", "2023-12-09"),
    ("Năm ngày trước đó, ông đến.", "five days earlier", "2023-12-02"),
    ("Một tuần sau đó, ông đi.", "one week later", "2023-W50"),
    ("Tối hôm sau, ông đi.", "the next evening", "2023-12-08"),
    ("Ông về tối cùng ngày.", "the same evening", "2023-12-07"),
    ("Ba năm sau ông trở về.", "three years later", "2026"),
  ])
  func fromTheDateNamedLast(sentence: String, english: String, value: String) throws {
    let found = try #require(dates(["Ngày 7/12/2023, ông Nam đến Huế.", sentence]).last)
    #expect(found.target == english && found.value == value, "\(found)")
    #expect(found.evidence?.contains("7/12/2023") == true)
  }

  @Test(arguments: [
    "Hai ngày sau đó, ông trở về.", "Tối cùng ngày, ông đi.", "Cách đây gần 20 năm, ông đi.",
  ])
  func whatNothingPlacesStaysOpen(sentence: String) {
    #expect(dates([sentence]).map(\.value) == [nil])
    #expect(dates(["Năm 2019 ông đến.", "Hai ngày sau đó, ông đi."]).last?.value == nil)
  }

  @Test(arguments: [
    ("Hai ngày sau vụ tấn công, ông trở về.", "hai ngày"), ("Ông ở đó ba năm.", "ba năm"),
  ])
  func aLengthOfTimeAloneIsNoDate(sentence: String, surface: String) {
    #expect(dates([sentence]).isEmpty)
  }

  @Test(arguments: 0..<60) func daysAreCountedByTheCalendar(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let day = Int.random(in: 1...28, using: &generator)
    let month = Int.random(in: 1...12, using: &generator)
    let year = Int.random(in: 1950...2050, using: &generator)
    let count = Int.random(in: 2...400, using: &generator)
    let base = CalendarDate(year: year, month: month, day: day)
    let back = try #require(
      dates(["\(count) ngày trước, ông đi."], published: base.iso).first?.value)
    let forth = dates(
      ["Ngày \(try #require(Self.written(back))), ông đến.", "\(count) ngày sau đó, ông đi."])
    #expect(forth.last?.value == base.iso, "\(count) \(base.iso) \(back)")
  }

  private static func written(_ iso: String) -> String? {
    let parts = iso.split(separator: "-")
    return parts.count == 3 ? "\(parts[2])/\(parts[1])/\(parts[0])" : nil
  }

  @Test(arguments: [
    ("từ tháng 3 đến tháng 9/2021", "March to September 2021", "2021-03/2021-09"),
    ("từ năm 2019 đến 2021", "2019-2021", "2019/2021"),
    ("từ 28/4 đến hết 3/5", "28 April to 3 May", "2024-04-28/2024-05-03"),
    ("từ tháng 11 đến tháng 2/2024", "November to February 2024", "2023-11/2024-02"),
    ("tháng 9 tới", "next September", "2024-09"),
    ("ngày 14 tháng này", "the 14th of this month", "2024-05-14"),
    ("30/4", "30 April", "2024-04-30"), ("trước 30/6", "30 June", "2024-06-30"),
    ("mùa hè 2022", "2022", "2022"), ("cùng kỳ năm ngoái", "the same period last year", "2023"),
  ])
  func formsOfThePress(text: String, english: String, value: String) throws {
    let found = try #require(dates(["Theo tin, \(text), hai bên họp."]).first, "\(text)")
    #expect(found.target == english && found.value == value, "\(found)")
  }

  @Test(arguments: ["1/3 dân số", "2000 chiếc xe", "3/4 số đó"])
  func aFractionOrANumberIsNoDate(text: String) {
    #expect(dates(["Theo tin, \(text) bị hỏng."]).isEmpty)
  }

  @Test func aWordThatBeginsWithTheLastSyllableEndsTheDate() {
    #expect(dates(["Ông Erdogan hôm thứ tư tới thăm Huế."]).map(\.value) == ["2024-05-15"])
  }

  /// The first day of the year in Vietnam; 1985, 2007 and 2030 are other days in China.
  @Test(arguments: [
    (1985, "1985-01-21"), (2000, "2000-02-05"), (2007, "2007-02-17"), (2015, "2015-02-19"),
    (2016, "2016-02-08"), (2017, "2017-01-28"), (2018, "2018-02-16"), (2019, "2019-02-05"),
    (2020, "2020-01-25"), (2021, "2021-02-12"), (2022, "2022-02-01"), (2023, "2023-01-22"),
    (2024, "2024-02-10"), (2025, "2025-01-29"), (2026, "2026-02-17"), (2030, "2030-02-02"),
  ])
  func newYear(year: Int, day: String) throws {
    let found = try #require(dates(["Mùng 1 Tết năm \(year), ông về quê."]).first)
    #expect(found.value == day, "\(found)")
  }
}
