import Terminology
import TestSupport
import Testing

/// Cells to fields and back.
@Suite struct TermCellsTests {
  /// Entries of all shapes, the same for a seed.
  static func entry(_ seed: UInt64) -> TermEntry {
    var generator = SeededGenerator(seed: seed)
    func pick(_ list: [String]) -> String { list.randomElement(using: &generator) ?? "" }
    func some(_ list: [String]) -> [String] { list.filter { _ in Bool.random(using: &generator) } }
    var entry = TermEntry()
    entry.vi = pick(["đàm phán", "=cộng", "Bộ Ngoại giao", "a \"b\", c", "'-x", "<&>"])
    entry.en = pick(["negotiate", "+ sum", "@home", "x, \"y\"", "a & b <c>"])
    entry.tag = WordTag.allCases.randomElement(using: &generator) ?? .noun
    entry.variants = some(["biến thể", "BNG", "-x", "a,b"])
    entry.also = some(["talks", "q\"q"])
    entry.avoid = some(["one", "two"]).map {
      AvoidedRendering(text: $0, reason: pick(["", "why: so"]), replacement: pick(["", "three"]))
    }
    entry.former = some(["old"]).map { AvoidedRendering(text: $0, reason: pick(["", "gone"])) }
    entry.condition.countries = some(["US", "PH"])
    entry.condition.next = some(["mỹ", "lãnh thổ"])
    entry.validFrom = pick(["", "2021", "2021-04"])
    entry.validUntil = pick(["", "2025-02-28"])
    entry.band = Int.random(in: 0...5, using: &generator)
    entry.note = pick(["", "a remark", "=formula"])
    entry.example = pick(["", "Ông nói: \"Có\"."])
    entry.isKept = Bool.random(using: &generator)
    entry.caseRule = CaseRule.allCases.randomElement(using: &generator) ?? .byTag
    entry.see = some(["hòa bình"])
    entry.editor = pick(["", "lan"])
    entry.edited = pick(["", "2026-01-05"])
    entry.domain = pick(["", "law"])
    return entry
  }

  @Test(arguments: 0..<300) func readingTheCellsOfAnEntryGivesItBack(seed: UInt64) throws {
    let entry = Self.entry(seed)
    try entry.check()
    var read = TermEntry()
    for column in TermColumn.allCases { try read.set(column, entry.cell(column)) }
    #expect(read == entry)
  }

  @Test func aReplacementStandsAfterTheReason() throws {
    var entry = TermEntry()
    try entry.set(.avoid, "East Sea:local name=>South China Sea|x")
    #expect(
      entry.avoid == [
        AvoidedRendering(
          text: "East Sea", reason: "local name", replacement: "South China Sea"),
        AvoidedRendering(text: "x", reason: ""),
      ])
  }

  @Test(arguments: ["a\tb", "a\nb", "a\u{1}"]) func aCellWithAControlCharacterIsRefused(vi: String)
  {
    #expect(throws: TermProblem.self) { try TermEntry(vi: vi, tag: .noun, en: "x") }
  }

  @Test func whatCouldNotBeReadAgainIsRefused() throws {
    var entry = try TermEntry(vi: "x", tag: .noun, en: "y")
    entry.variants = ["a|b"]
    #expect(throws: TermProblem.self) { try entry.check() }
    entry.variants = []
    entry.validFrom = "2025-13"
    #expect(throws: TermProblem.self) { try entry.check() }
    entry.validFrom = "2025-12"
    entry.validUntil = "2025-11"
    #expect(throws: TermProblem.self) { try entry.check() }
    #expect(throws: TermProblem.self) { try TermEntry(vi: "", tag: .noun, en: "y") }
  }

  @Test func everyColumnHasItsName() {
    for column in TermColumn.allCases { #expect(TermColumn(name: column.name) == column) }
    #expect(Set(TermColumn.allCases.map(\.name)).count == TermColumn.allCases.count)
  }
}
