import Annotation
import Foundation
import TestSupport
import Testing
import TextModel
import Workflow

/// Several countries after one head.
@Suite struct CountryListTests {
  let workbench: Workbench

  init() throws { workbench = try Repository.workbench() }

  private func annotate(_ text: String) -> [Annotation] {
    let bytes = Array(text.utf8)
    return workbench.annotator.annotate(bytes, parts: [TextSpan(0, bytes.count)]).annotations
  }

  @Test(arguments: [
    ("quan hệ Nga và Mỹ", "relations between Russia and the US"),
    ("quan hệ Nga - Mỹ", "Russia-US relations"),
    ("quan hệ Nga - Ấn Độ", "Russia-India relations"),
    ("lãnh đạo Nga, Mỹ và Đức", "Russian, US and German leaders"),
    ("đại sứ các nước Anh, Pháp", "ambassadors of the United Kingdom and France"),
    ("chính phủ Anh và Pháp", "British and French governments"),
    ("các nhà lãnh đạo Nga và Mỹ", "leaders of Russia and the US"),
    ("các cuộc đàm phán Nga và Mỹ", "negotiations between Russia and the US"),
    ("phái đoàn Nga và Mỹ", "Russian and US delegations"),
    ("Hội đồng Nga - NATO", "NATO-Russia Council"),
  ])
  func aListIsComposedWithItsHead(surface: String, english: String) {
    let found = annotate("Theo tin, \(surface) đã có mặt.")
    #expect(
      found.contains { $0.surface == surface && $0.target.lowercased() == english.lowercased() },
      "\(found.map { "\($0.surface) → \($0.target)" })")
  }

  @Test func aListOfSeveralCountriesTakesTheSenseThatFitsAll() throws {
    let text = "Theo tin, ngoại trưởng Mỹ, Nga và Đức đã họp."
    let found = try #require(annotate(text).first { $0.kind == .title })
    #expect(found.target == "foreign ministers of the US, Russia and Germany")
  }

  @Test func aCommaAloneJoinsNothing() {
    let found = annotate("Theo Ngoại trưởng Nga, Mỹ đã rút lui.")
    #expect(found.contains { $0.surface == "Ngoại trưởng Nga" })
    #expect(found.contains { $0.surface == "Mỹ" && $0.kind == .place })
  }

  @Test func aNounOfTimeHasNoCountry() {
    let found = annotate("Đây là lần gần nhất Nga và Mỹ họp.")
    #expect(found.contains { $0.surface == "Nga" } && found.contains { $0.surface == "Mỹ" })
  }

  @Test func aColourMakesAGarmentOfAustria() {
    let found = annotate("Tiền đạo Áo Xanh Da Trời ghi bàn; đội tuyển Áo thua.")
    #expect(found.filter { $0.target.contains("Austria") }.map(\.surface) == ["đội tuyển Áo"])
  }

  @Test(arguments: [
    ("trưởng phái đoàn Mỹ", "head of the US delegation"),
    ("Thứ trưởng Bộ Ngoại giao Nga", "Russian Deputy Foreign Minister"),
    ("thứ trưởng Bộ Công Thương", "deputy minister of Industry and Trade"),
    ("Tổng thống Mỹ thứ 46", "46th US President"),
    (
      "Đại diện thường trực của Nga tại Liên Hợp Quốc",
      "Russian Permanent Representative to the United Nations"
    ), ("1/3 dân số", "1/3 of the population"),
    ("quyền Ngoại trưởng Mỹ", "acting US Secretary of State"),
  ])
  func titlesWithTheirCountry(surface: String, english: String) {
    let found = annotate("Theo tin, \(surface) đã có mặt.")
    #expect(
      found.contains { $0.surface == surface && $0.target.lowercased() == english.lowercased() },
      "\(found.map { "\($0.surface) → \($0.target)" })")
  }
}
