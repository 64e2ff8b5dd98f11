import Annotation
import Foundation
import TestSupport
import Testing
import TextModel
import Vietnamese
import Workflow

/// Which country a body or title belongs to.
@Suite struct NationTests {
  let workbench: Workbench

  init() throws { workbench = try Repository.workbench() }

  private func annotate(_ text: String) -> AnnotatedText {
    let bytes = Array(text.utf8)
    return workbench.annotator.annotate(bytes, parts: [TextSpan(0, bytes.count)])
  }

  private func find(_ surface: String, in text: String) throws -> Annotation {
    let found = annotate(text).annotations
    return try #require(found.first { $0.surface == surface }, "\(found.map(\.surface))")
  }

  @Test(arguments: [
    ("Quốc hội", "Ông Trump hối thúc Quốc hội thông qua dự luật.", "Congress"),
    ("Quốc hội", "Bà Theresa May cần sự ủng hộ của Quốc hội.", "Parliament"),
    ("Quốc hội", "Tại Tokyo, Quốc hội thông qua ngân sách.", "Diet"),
    ("Hạ viện", "Điện Kremlin nói Hạ viện đã thông qua luật.", "State Duma"),
    ("Ngoại trưởng", "Ngoại trưởng Blinken tới Geneva.", "Secretary of State"),
  ])
  func namesTellTheCountry(surface: String, text: String, english: String) throws {
    let found = try find(surface, in: text)
    #expect(found.target == english)
    #expect(found.evidence?.contains("tells the country") == true, "\(found.evidence ?? "-")")
  }

  @Test func aVietnameseNameTellsVietnam() throws {
    let text = "Ông Trump phát biểu. Quốc hội, theo ông Lò Văn Xuyên, sẽ họp."
    #expect(annotate("Mỹ phản đối. " + text).annotations.contains { $0.target == "Congress" })
    let found = try find(
      "đại biểu Quốc hội", in: "Mỹ phản đối. Đây là đại biểu Quốc hội Lò Văn Xuyên.")
    #expect(found.target == "National Assembly deputy")
  }

  /// A country named beside it counts more than a name that tells one.
  @Test func theCountryItselfCountsMore() throws {
    let found = try find("Quốc hội Nhật Bản", in: "Ông Trump cảm ơn Quốc hội Nhật Bản.")
    #expect(found.target == "Japanese Diet")
  }

  @Test(arguments: ["quốc hội Mỹ", "Quốc hội Mỹ"])
  func theSenseForACountryNeedsNoCapitals(surface: String) throws {
    #expect(try find(surface, in: "Theo \(surface), luật đã xong.").target == "US Congress")
  }

  @Test func smallLettersWithoutTheCountryAreTheCommonNoun() throws {
    #expect(try find("quốc hội", in: "Mỗi nước có một quốc hội.").target == "parliament")
  }

  /// Where nothing tells the country, the other names are told once.
  @Test func whatNothingDecidesIsListedOnce() throws {
    let open = annotate("Quốc hội sẽ họp. Quốc hội sẽ bỏ phiếu.").ambiguities
    #expect(open.map(\.surface) == ["Quốc hội"])
    #expect(open.first?.renderings.prefix(2) == ["National Assembly", "Congress"])
    #expect(annotate("Tại Hà Nội, Quốc hội sẽ họp.").ambiguities.isEmpty)
  }

  @Test func everyNameOfTheTableIsATermAndItsCountryIsKnown() throws {
    let index = workbench.glossaries.index(workbench.language.table)
    let path = "Sources/Annotation/Data/nations.tsv"
    for line in try Repository.lines(path).dropFirst(2) {
      let cells = line.split(separator: "\t").map(String.init)
      let keys = Tokenizer(workbench.language.table).tokens(Array(cells[0].utf8))
      #expect(!index.entries(spelled: keys).isEmpty, "\(cells[0])")
      #expect(cells.count == 2 && cells[1].utf8.count == 2, "\(line)")
    }
  }
}
