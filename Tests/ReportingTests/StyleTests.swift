import Foundation
import TestSupport
import Testing
import TextModel

@testable import Reporting

@Suite struct StyleTests {
  private func style(_ rows: String) throws -> EnglishStyle {
    try EnglishStyle(try profile(rows))
  }

  private func profile(_ rows: String) throws -> StyleProfile {
    try StyleFile.read(Array("setting\tvalue\n\(rows)".utf8), name: "x", file: "x.tsv")
  }

  @Test func everyShippedProfileIsSound() throws {
    #expect(StyleFile.shipped == ["american", "british", "united-nations", "wire"])
    for name in StyleFile.shipped {
      let profile = try StyleFile.profile(name)
      #expect(profile.name == name && !profile.title.isEmpty)
      let text = profile.settings.map { "\($0.setting)\t\($0.value)\n" }.joined()
      let again = try StyleFile.read(Array("setting\tvalue\n\(text)".utf8), name: name, file: "")
      #expect(again == profile)
      #expect(Set(profile.settings.map(\.setting)).isSubset(of: Set(StyleFile.settings)))
    }
  }

  @Test(arguments: [
    ("spelling\tbritish", "The center of labor", "The centre of labour"),
    ("spelling\tamerican", "The defence programme", "The defense program"),
    (
      "dates\tmonth-day-year", "On 7 December 2021, after 3 May.",
      "On December 7, 2021, after May 3."
    ),
    ("dates\tmonth-day-year", "From 7–9 December", "From 7–9 December"),
    ("thousands\tspace", "1,234,567.5 and 12,5", "1\u{A0}234\u{A0}567.5 and 12,5"),
    ("thousands\tnone", "12,000 men", "12000 men"),
    ("percent\tsign", "12 percent and 3.5 %", "12% and 3.5%"),
    ("percent\tper-cent", "12% of 1,000", "12 per cent of 1,000"),
    ("percent\tpercent", "12 per cent", "12 percent"),
    ("quotes\tdouble", "He said \"yes\".", "He said “yes”."),
    ("quotes\tsingle", "He said “it's ‘so’”.", "He said ‘it's “so”’."),
    ("quotes\tsingle", "The parties’ talks", "The parties’ talks"),
    ("replace\tVietnam → Viet Nam", "Vietnam, Vietnamese", "Viet Nam, Vietnamese"),
  ])
  func writesAsTheProfileSays(row: String, before: String, after: String) throws {
    #expect(try style(row).text(before) == after)
  }

  @Test func aStyleWrittenTwiceIsAsOnce() throws {
    for name in StyleFile.shipped {
      let style = try EnglishStyle(StyleFile.profile(name))
      for text in [
        "On 7 December 2021 “he” said 12 % of 1,234,567", "The labour \"programme\" in Vietnam",
      ] {
        #expect(style.text(style.text(text)) == style.text(text), "\(name)")
      }
    }
  }

  @Test(arguments: [
    (
      "2022-01-13T15:09:00+07:00", "13 January 2022, 15:09 (UTC+07:00)",
      "January 13, 2022, 3:09 p.m. (UTC+07:00)"
    ),
    ("2022-01-13", "13 January 2022", "January 13, 2022"),
    ("2022-01-13T00:05", "13 January 2022, 00:05", "January 13, 2022, 12:05 a.m."),
    ("2022-01", "2022-01", "2022-01"), ("soon", "soon", "soon"),
  ])
  func datesAreInTheFormAskedFor(iso: String, day: String, month: String) {
    #expect(DateForm().text(iso) == day)
    #expect(DateForm(order: .monthDayYear, isTwelveHours: true).text(iso) == month)
  }

  @Test func everyWrongLineIsNamed() throws {
    let file =
      "# mine\nsetting\tvalue\nspelling\tscottish\ncolour\tred\nclock\t13\nclock\t24\nreplace\tx\n"
    let error = #expect(throws: StyleError.self) {
      try StyleFile.read(Array(file.utf8), name: "x", file: "mine.tsv")
    }
    let lines = error?.description.split(separator: "\n").map(String.init) ?? []
    #expect(lines.count == 5)
    #expect(
      lines.first?.hasPrefix("mine.tsv:3: error: 'scottish' is no value of 'spelling'") == true)
    #expect(
      lines.dropFirst().first?.contains("mine.tsv:4: error: there is no setting 'colour'") == true)
    #expect(lines.contains { $0.contains("mine.tsv:6: error: 'clock' stands twice") })
    #expect(throws: StyleError.self) { try StyleFile.read([], name: "x", file: "x.tsv") }
    #expect(throws: StyleError.self) { try StyleFile.profile("nowhere/x.tsv") }
    let unknown = #expect(throws: StyleError.self) { try StyleFile.profile("britsh") }
    #expect(unknown?.description.contains("did you mean 'british'?") == true)
  }

  @Test func namesLoseTheirMarksAndAreShortenedAfterTheFirstMention() throws {
    var names = NameStyle(
      try profile("diacritics\tdrop\nlater-mention\tgiven"), names: ["Đà Nẵng", "Phạm Bình"],
      persons: ["Phạm Bình", "Joe Biden"])
    #expect(
      names.text("Mr. Phạm Bình met Joe Biden in Đà Nẵng")
        == "Mr. Pham Binh met Joe Biden in Da Nang")
    #expect(names.text("Phạm Bình and Joe Biden; cõi") == "Binh and Joe Biden; cõi")
    #expect(names.fresh.dropMarks("Phạm Bình") == "Pham Binh")
  }

  @Test(arguments: StyleFile.shipped) func aStyleAltersEnglishOnly(name: String) throws {
    let workbench = try Repository.workbench()
    let set = try SeedBriefs.make(workbench)
    let styled = try set.styled(StyleFile.profile(name))
    #expect(styled.articles.count == set.articles.count && styled.signature == set.signature)
    for (before, after) in zip(set.articles, styled.articles) {
      for (old, new) in zip(
        before.glance + before.points + before.leftOut, after.glance + after.points + after.leftOut)
      {
        #expect(old.vi == new.vi && old.span == new.span && old.source == new.source)
        #expect(old.annotations.map(\.surface) == new.annotations.map(\.surface))
        #expect(old.english.words.map(\.span) == new.english.words.map(\.span))
        let joined = new.english.words.map(\.text).joined().filter { !$0.isWhitespace }
        let asBefore = old.english.words.map(\.text).joined().filter { !$0.isWhitespace }
        let holds = asBefore == old.english.text.filter { !$0.isWhitespace }
        #expect(!holds || joined == new.english.text.filter { !$0.isWhitespace })
      }
      #expect(before.repairs == after.repairs && before.findings == after.findings)
      #expect(before.dates.map(\.value) == after.dates.map(\.value))
    }
  }
}
