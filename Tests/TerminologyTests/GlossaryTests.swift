import Foundation
import Terminology
import TestSupport
import Testing
import TextModel
import Vietnamese
import Workflow

@Suite struct GlossaryTests {
  private func glossary(_ rows: String...) -> Glossary {
    let text = "vi\ttag\ten\tvariants\twhen\tvalid\n" + rows.joined(separator: "\n")
    return Glossary(name: "test", tsv: Array(text.utf8), file: "test.tsv")
  }

  @Test func readsARow() throws {
    let entry = try #require(
      glossary(
        "ngoại trưởng\tTT\tsecretary of state\tNT|N.T\tcountry=US|PH,next=mỹ\t2021..2025-02-28"
      ).entries.first)
    #expect(entry.tag == .title && entry.variants == ["NT", "N.T"])
    #expect(entry.condition.countries == ["US", "PH"] && entry.condition.next == ["mỹ"])
    #expect(entry.validFrom == "2021" && entry.validUntil == "2025-02-28")
    #expect(entry.origin == .init(glossary: "test", line: 2))
  }

  @Test(arguments: [
    ("x\tQQ\ty", "glossary-tag"), ("\tN\ty", "glossary-row"), ("x\tN\t", "glossary-row"),
    ("x", "glossary-row"),
    ("x\tN\ty\t\tcolor=red", "glossary-condition"), ("x\tN\ty\t\t\tsoon", "glossary-validity"),
  ])
  func aBrokenRowIsNamedAndTheRestLoads(row: String, code: String) {
    let glossary = glossary("an ninh\tN\tsecurity", row, "hòa bình\tM\tpeace")
    #expect(glossary.entries.map(\.vi) == ["an ninh", "hòa bình"])
    #expect(glossary.findings.map(\.code) == [code])
    #expect(glossary.findings.first?.place.file == "test.tsv")
    #expect(glossary.findings.first?.place.line == 3)
  }

  @Test func theWrongCellIsNamedByItsPlaceInTheLine() {
    let found = glossary("x\tN\ty\t\tcolor=red").findings.first
    #expect(found?.place.column == 8)
    #expect(found?.description.hasPrefix("test.tsv:2:8: error: ") == true)
  }

  @Test func anEntryMadeOfARowIsTheEntryReadCellByCell() throws {
    let bytes = try Repository.bytes("Tests/Fixtures/glossaries/desk.tsv")
    let file = GlossaryFile(bytes)
    let entries = Glossary(name: "desk", tsv: bytes, file: "desk.tsv").entries
    #expect(entries.count == file.rows.count)
    for (row, entry) in entries.enumerated() {
      #expect(try file.entry(at: row, glossary: "desk") == entry)
      let head = entries.heads[row]
      #expect(entries.text(head.vi) == entry.vi && head.tag == entry.tag)
      #expect(Int(head.band) == entry.band && head.caseRule == entry.caseRule)
    }
  }

  @Test func aFileWithoutAHeaderIsNamed() {
    let glossary = Glossary(name: "x", tsv: Array("an ninh\tsecurity\n".utf8), file: "x.tsv")
    #expect(glossary.findings.first?.code == "glossary-header")
  }

  @Test func validityFollowsTheDay() {
    var entry = TermEntry()
    entry.validFrom = "2021-04-05"
    entry.validUntil = "2025-02-28"
    #expect(
      entry.isValid(on: "2025-02-28") && !entry.isValid(on: "2025-03-01")
        && !entry.isValid(on: "2021-04-04"))
    #expect(!entry.isValid(on: nil))
  }

  @Test func cldrNamesCountriesInBothLanguages() {
    #expect(CLDRTerms.name(.region, "US", in: "vi") == "Hoa Kỳ")
    #expect(CLDRTerms.name(.region, "RU", in: "en") == "Russia")
    #expect(CLDRTerms.name(.region, "QQ", in: "vi") == nil)
    #expect(CLDRTerms.entries(.region).count > 200 && CLDRTerms.entries(.currency).count > 100)
    for kind in CLDRTerms.Kind.allCases {
      for entry in CLDRTerms.entries(kind) {
        #expect(CLDRTerms.name(kind, entry.note, in: "vi") == entry.vi)
        #expect(CLDRTerms.name(kind, entry.note, in: "en") == entry.en)
      }
    }
  }

  @Test func cldrNamesTheCitiesOfTimeZones() {
    let cities = CLDRTerms.entries(.city)
    #expect(CLDRTerms.name(.city, "Asia/Ho_Chi_Minh", in: "vi") == "TP Hồ Chí Minh")
    #expect(cities.count > 10, "\(cities.map(\.vi))")
    #expect(cities.allSatisfy { $0.vi != $0.en && $0.type == "city" && $0.tag == .properName })
  }

  @Test func aFormMayHoldCommas() {
    let list = EnglishFormList("pl=ministers of culture, sports and tourism,past=was")
    #expect(list["pl"] == "ministers of culture, sports and tourism" && list["past"] == "was")
    #expect(list["pp"] == nil && EnglishFormList("").forms.isEmpty)
    #expect(EnglishFormList("irregular").forms.map(\.name) == ["irregular"])
  }

  @Test func englishPlurals() {
    #expect(
      ["embassy", "day", "church", "talk", "point of view"].map { EnglishNoun.plural($0) } == [
        "embassies", "days", "churches", "talks", "points of view",
      ])
    var entry = TermEntry()
    entry.en = "secretary of state"
    entry.forms = "pl=secretaries of state"
    #expect(EnglishNoun.plural("US secretary of state", entry: entry) == "US secretaries of state")
    entry.number = "mass"
    #expect(EnglishNoun.plural("advice", entry: entry) == "advice")
  }
}

/// What holds for every shipped row.
@Suite struct ShippedGlossaryTests {
  let set: GlossarySet

  init() throws { set = try Repository.workbench().glossaries }

  @Test func everyRowLoads() {
    #expect(set.findings.isEmpty, "\(set.findings.prefix(5).map(\.description))")
    let shipped = set.glossaries.filter { $0.name != "CLDR" }.flatMap(\.entries)
    #expect(shipped.count >= 800)
  }

  @Test func rowsAreComposedSortedAndUnique() throws {
    for path in Repository.files(below: "Glossaries", ending: ".tsv") {
      let lines = try Repository.lines(path)
      #expect(lines.first == Glossary.columns.joined(separator: "\t"), "\(path)")
      #expect(Set(lines).count == lines.count, "\(path) repeats a row")
      let heads = lines.dropFirst().map { $0.split(separator: "\t", maxSplits: 1)[0] }
      let isSorted = zip(heads, heads.dropFirst()).allSatisfy {
        !$1.utf8.lexicographicallyPrecedes($0.utf8)
      }
      #expect(isSorted, "\(path) is not sorted by headword")
      let text = lines.joined(separator: "\n")
      #expect(
        text.precomposedStringWithCanonicalMapping.utf8.elementsEqual(text.utf8),
        "\(path) is not NFC")
    }
  }

  @Test func noRenderingIsOneToAvoid() {
    for entry in set.glossaries.flatMap(\.entries) {
      #expect(!entry.avoid.contains { $0.text == entry.en }, "\(entry.name)")
    }
  }
}
