import Annotation
import Foundation
import TestSupport
import Testing
import TextModel
import Workflow

/// Dates, times and figures by value.
@Suite struct ValueTests {
  let workbench: Workbench

  init() throws { workbench = try Repository.workbench() }

  private func result(_ text: String, published: String? = "2022-01-13") -> AnnotatedText {
    let bytes = Array(text.utf8)
    return workbench.annotator.annotate(
      bytes, parts: [TextSpan(0, bytes.count)], published: published)
  }

  private func values(_ surface: String) throws -> (target: String, value: String?) {
    let found = result("Theo tin, \(surface), hai bên họp.").annotations
    let item = try #require(found.first { $0.surface == surface }, "\(found.map(\.surface))")
    return (item.target, item.value)
  }

  @Test(arguments: [
    ("hôm qua", "yesterday", "2022-01-12"), ("tối qua", "last night", "2022-01-12"),
    ("tuần trước", "last week", "2022-W01"), ("tháng trước", "last month", "2021-12"),
    ("năm ngoái", "last year", "2021"), ("cuối năm ngoái", "late last year", "2021"),
    ("tháng 11 năm ngoái", "November last year", "2021-11"),
    ("Thứ Năm tuần trước", "Thursday last week", "2022-01-06"),
    ("hôm thứ Ba", "Tuesday", "2022-01-11"), ("Chủ nhật tới", "next Sunday", "2022-01-16"),
    ("hôm nay (13/1)", "today (13 January)", "2022-01-13"),
    ("hôm nay (13-1)", "today (13 January)", "2022-01-13"),
    ("ngày 7-9/12", "7-9 December", "2021-12-07/2021-12-09"),
    ("ngày 12 và 13/9", "12-13 September", "2021-09-12/2021-09-13"),
    ("ngày 30/1-2/2", "30 January to 2 February", "2022-01-30/2022-02-02"),
    ("quý I năm nay", "the first quarter of this year", "2022-Q1"),
    ("đầu thập niên 1990", "the early 1990s", "1990/1999"),
    ("cuối thế kỷ 19", "the late 19th century", "1801/1900"),
    ("đầu quý I/2022", "early in the first quarter of 2022", "2022-Q1"),
    ("giai đoạn 2016-2020", "2016-2020", "2016/2020"),
    ("những năm 1990", "the 1990s", "1990/1999"),
    ("thế kỷ XIX", "the 19th century", "1801/1900"),
    ("đầu năm 2019", "early 2019", "2019"), ("hôm 17.10", "17 October", "2021-10-17"),
    ("ngày 15", "the 15th", "2022-01-15"),
    ("6 tháng đầu năm 2021", "the first six months of 2021", "2021-01/2021-06"),
    ("hai quý cuối năm ngoái", "the last two quarters of last year", "2021-07/2021-12"),
    ("chín tháng đầu năm", "the first nine months of the year", "2022-01/2022-09"),
    ("tối 14/1 (giờ địa phương)", "evening of 14 January (local time)", "2022-01-14"),
  ])
  func dates(surface: String, english: String, value: String) throws {
    let found = try values(surface)
    #expect(found.target == english && found.value == value, "\(found)")
  }

  @Test(arguments: [
    ("mùng 5 Tết", "the 5th day of Tet", "2022-02-05"),
    ("mùng Một Tết", "the 1st day of Tet", "2022-02-01"),
    ("rằm tháng Bảy", "the 15th day of the 7th lunar month", "2021-08-22"),
    ("tháng Giêng", "the 1st lunar month", "2022-02-01/2022-03-02"),
    ("ngày 30 Tết", "the 30th day of the 12th lunar month", "2022-01-31"),
    ("23 tháng Chạp", "the 23rd day of the 12th lunar month", "2022-01-25"),
    ("ngày 15/8 âm lịch", "the 15th day of the 8th lunar month", "2021-09-21"),
    ("ngày 15 tháng 8 âm lịch", "the 15th day of the 8th lunar month", "2021-09-21"),
    ("Rằm tháng Giêng năm nay", "the 15th day of the 1st lunar month of this year", "2022-02-15"),
  ])
  func lunarDatesAreFlagged(surface: String, english: String, value: String) throws {
    let found = result("Theo tin, \(surface), hai bên họp.").annotations
    let date = try #require(found.first { $0.surface == surface }, "\(found.map(\.surface))")
    #expect(date.target == english && date.value == value && date.isInferred, "\(date)")
    #expect(date.evidence?.contains("lunar") == true)
    let undated = result("Theo tin, \(surface), hai bên họp.", published: nil).annotations
    #expect(undated.first { $0.surface == surface }?.value == nil)
  }

  @Test(arguments: [
    ("15h30", "15:30", "T15:30"), ("15:09", "15:09", "T15:09"),
    ("8 giờ 30 phút", "8:30", "T08:30"), ("3 giờ chiều", "3 p.m.", "T15:00"),
    ("8 giờ rưỡi", "8:30", "T08:30"), ("20 giờ tối", "20:00", "T20:00"),
    ("15h30 (giờ Hà Nội)", "15:30 (Hanoi time)", "T15:30+07:00"),
    ("8h30 giờ Moskva", "8:30 Moscow time", "T08:30+03:00"),
  ])
  func times(surface: String, english: String, value: String) throws {
    let found = try values(surface)
    #expect(found.target == english && found.value == value, "\(found)")
  }

  @Test func aTimeSaysItsZone() throws {
    let found = result("Lúc 15h30 (giờ Hà Nội), họ họp.").annotations
    #expect(found.first { $0.kind == .time }?.value == "T15:30+07:00")
  }

  @Test(arguments: [
    ("hai mươi ba triệu", "23 million", "23000000"), ("một triệu rưỡi", "1.5 million", "1500000"),
    ("2 tỷ 300 triệu", "2.3 billion", "2300000000"), ("20,4 triệu", "20.4 million", "20400000"),
    ("một trăm linh năm", "105", "105"), ("5-7%", "5-7%", "5..7%"),
    ("từ 5 đến 7 triệu đồng", "from 5 to 7 million dong", "5000000..7000000 VND"),
    ("3-1", "3-1", "3-1"), ("2/3", "2/3", "2/3"), ("thứ tám", "eighth", "8"),
    ("thứ 12", "12th", "12"), ("âm 5 độ", "minus 5 degrees", "-5 °"), ("20km", "20 km", "20 km"),
    ("60 USD/thùng", "$60 per barrel", "60 USD/bbl"),
    ("$63 triệu", "$63 million", "63000000 USD"), ("hai triệu USD", "$2 million", "2000000 USD"),
    ("từ 5 đến 7 triệu USD", "from $5 million to $7 million", "5000000..7000000 USD"),
    ("5-7 triệu đô la Mỹ", "$5-7 million", "5000000..7000000 USD"), ("20USD", "$20", "20 USD"),
    ("từ 3% đến 5%", "from 3% to 5%", "3..5%"), ("5 km đến 7 km", "5 to 7 km", "5..7 km"),
    ("phút 23", "the 23rd minute", "23 min"), ("phút 90+2", "minute 90+2", "90+2 min"),
    ("phút thứ 81", "the 81st minute", "81 min"), ("3 tiếng rưỡi", "3.5 hours", "3.5 h"),
    ("120 km/h", "120 km/h", "120 km/h"), ("8 m/s", "8 m/s", "8 m/s"),
    ("0912345678", "0912345678", "912345678"),
    ("hơn 1.234,5 km", "more than 1,234.5 km", "1234.5 km"),
    ("hơn một giờ", "more than one hour", "1 h"), ("năm năm", "five years", "5 a"),
    ("ba tiếng đồng hồ", "three hours", "3 h"), ("3g", "3 g", "3 g"),
  ])
  func figures(surface: String, english: String, value: String) throws {
    let found = result("Tổng cộng là \(surface) đã có.").annotations
    let item = try #require(
      found.first { $0.value != nil }, "\(found.map { ($0.surface, $0.target) })")
    #expect(item.target == english && item.value == value, "\(item)")
  }

  @Test(arguments: [
    ("hàng triệu USD", "millions of dollars"), ("hàng trăm người", "hundreds of people"),
    ("vài nghìn người", "several thousand people"),
  ])
  func aNumberLeftOpenHasNoValue(surface: String, english: String) {
    let found = result("Tổng cộng là \(surface) đã có.").annotations
    #expect(found.contains { $0.surface == surface && $0.target == english && $0.value == nil })
  }

  @Test func wordsThatAreNoNumbersAreNone() {
    for text in [
      "Ba mẹ anh năm nay đã về.", "Ông Tư nói một câu.", "Chín chắn và ba hoa.",
      "Mạng 3G đã có.", "Giá tăng hơn năm ngoái.", "Họ họp gần một người bạn.",
    ] {
      #expect(
        result(text).annotations.allSatisfy { ![.number, .measure].contains($0.kind) }, "\(text)")
    }
  }

  @Test(arguments: [
    ("Thứ Hai, ngày 13/1/2022, họ họp.", "weekday-mismatch"),
    ("Có 12 người, gồm 5 nam và 6 nữ.", "total-mismatch"),
    ("Ngày 31/4 họ họp.", "impossible-date"),
    ("Ông Nguyễn Văn Phúc gặp ông Nguyễn Văn Phục.", "names-merge"),
    ("Ông nói: “Chúng ta đi.", "open-quotation"),
  ])
  func contradictionsAreFindings(text: String, code: String) {
    #expect(result(text).findings.map(\.finding.code) == [code])
  }

  @Test func soundTextHasNoFinding() {
    for text in [
      "Thứ Năm, ngày 13/1/2022, họ họp.", "Có 12 người, gồm 5 nam, 6 nữ và một trẻ em.",
      "Có 12 người, gồm nhiều nam và 6 nữ.", "Ông nói: “Chúng ta đi”.", "Ngày 29/2/2024 họ họp.",
    ] { #expect(result(text).findings.isEmpty, "\(text)") }
  }

  /// Law: a date written in any of its forms is read as the same day.
  @Test(arguments: 0..<60) func everyFormOfADateHasItsValue(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let year = Int.random(in: 1950...2040, using: &generator)
    let month = Int.random(in: 1...12, using: &generator)
    let day = Int.random(in: 1...28, using: &generator)
    let date = CalendarDate(year: year, month: month, day: day)
    for text in [
      "ngày \(day)/\(month)/\(year)", "ngày \(day) tháng \(month) năm \(year)",
      "ngày \(day)-\(month)-\(year)", "sáng \(day).\(month).\(year)",
    ] {
      let found = result("Theo tin, \(text), hai bên họp.").annotations.first { $0.kind == .date }
      #expect(found?.value == date.iso && found?.surface == text, "\(text)")
    }
  }

  @Test(arguments: 0..<40) func everyNumberIsReadFromItsWords(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let number = Int.random(in: 11...999, using: &generator)
    let words = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
    func tens(_ value: Int) -> String {
      let unit = value % 10 == 5 ? "lăm" : words[value % 10]
      let head = value < 20 ? "mười" : "\(words[value / 10]) mươi"
      return value % 10 == 0 ? head : "\(head) \(unit)"
    }
    var text = number < 100 ? tens(number) : "\(words[number / 100]) trăm"
    if number >= 100, number % 100 > 9 { text += " \(tens(number % 100))" }
    if number >= 100, (1...9).contains(number % 100) { text += " linh \(words[number % 10])" }
    let found = result("Tổng cộng là \(text) nghìn.").annotations.first { $0.value != nil }
    #expect(found?.value == "\(number * 1000)", "\(text)")
  }
}
