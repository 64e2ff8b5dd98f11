import Foundation
import Terminology
import TestSupport
import Testing
import TextModel
import Workflow

/// Each rule finds its mistake, passes over what is right, and its safe fix makes it go away.
@Suite struct AuditRuleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let code: String
    /// Rows with the mistake, cells by column.
    let wrong: [[String: String]]
    /// Rows without it.
    let right: [[String: String]]
    var testDescription: String { code }
  }

  private static func row(_ vi: String, _ en: String, _ more: [String: String] = [:])
    -> [String: String]
  {
    ["vi": vi, "tag": "N", "en": en].merging(more) { $1 }
  }

  static let cases: [Case] = [
    Case(
      code: "not-composed", wrong: [row("an ninh", "s", ["note": "e\u{302}\u{323}"])],
      right: [row("an ninh", "s", ["note": "ệ"])]),
    Case(
      code: "damaged-text", wrong: [row("an ninh", "s", ["note": "Viá»‡t"])],
      right: [row("an ninh", "s", ["note": "Việt Á"])]),
    Case(
      code: "mixed-scripts", wrong: [row("an toàn", "s\u{430}fety")],
      right: [row("an toàn", "safety (безопасность)")]),
    Case(code: "stray-space", wrong: [row("an  ninh", "x")], right: [row("an ninh", "x y")]),
    Case(
      code: "unknown-code", wrong: [row("a", "b", ["type": "cuntry", "when": "country=XQ"])],
      right: [
        row("a", "b", ["type": "country", "when": "country=US"]),
        row("b", "minister of culture, sports", ["forms": "pl=ministers of culture, sports"]),
      ]),
    Case(
      code: "invalid-period", wrong: [row("a", "b", ["valid": "2025..2024-12"])],
      right: [row("a", "b", ["valid": "2024..2024-12"])]),
    Case(code: "unsorted-file", wrong: [row("b", "x"), row("a", "y")], right: [row("a", "y")]),
    Case(
      code: "headword-case", wrong: [row("Đàm phán", "talks")],
      right: [
        row("đàm phán", "talks"), row("Đà Nẵng", "Da Nang", ["tag": "PN"]),
        row("Phật tử", "Buddhist"),
      ]),
    Case(
      code: "duplicate-entry", wrong: [row("a", "b"), row("a", "b")],
      right: [row("a", "b"), row("a", "c")]),
    Case(
      code: "conflicting-renderings", wrong: [row("a", "b"), row("a", "c")],
      right: [row("a", "b"), row("a", "c", ["when": "country=US"])]),
    Case(
      code: "tone-twin", wrong: [row("hòa bình", "peace", ["variants": "hoà bình|an hoà"])],
      right: [
        row("hòa bình", "peace", ["variants": "thái bình"]),
        row("phía bắc", "north", ["variants": "phía Bắc"]),
      ]),
    Case(
      code: "shared-spelling",
      wrong: [row("bộ", "ministry"), row("cơ quan", "agency", ["variants": "bộ"])],
      right: [
        row("bộ", "ministry"), row("cơ quan", "ministry", ["variants": "bộ"]),
        row("CPI", "CPI", ["also": "inflation index"]),
        row("chỉ số giá", "consumer price index", ["variants": "CPI"]),
      ]),
    Case(
      code: "forbidden-rendering", wrong: [row("a", "b", ["avoid": "b:why"])],
      right: [row("a", "b", ["avoid": "c:why"])]),
    Case(
      code: "missing-reason", wrong: [row("a", "b", ["avoid": "c"])],
      right: [row("a", "b", ["avoid": "c:why"])]),
    Case(
      code: "dangling-link", wrong: [row("a", "b", ["see": "không có từ này đâu"])],
      right: [row("a", "b", ["see": "c"]), row("c", "d")]),
    Case(
      code: "dangling-replacement", wrong: [row("a", "b", ["avoid": "c:why=>d"])],
      right: [row("a", "b", ["avoid": "c:why=>b"])]),
    Case(
      code: "circular-replacement", wrong: [row("a", "b", ["avoid": "c:w=>d|d:w=>c"])],
      right: [row("a", "b", ["avoid": "c:w=>d|d:w=>b"])]),
    Case(
      code: "overlapping-validity",
      wrong: [row("a", "b", ["valid": "..2025-06"]), row("a", "c", ["valid": "2025-06-30.."])],
      right: [row("a", "b", ["valid": "..2025-06"]), row("a", "c", ["valid": "2025-07-01.."])]),
    Case(
      code: "expired-entry", wrong: [row("a", "b", ["valid": "..2020"])],
      right: [row("a", "b", ["valid": "..2020"]), row("a", "c", ["valid": "2021.."])]),
    Case(
      code: "lone-acronym", wrong: [row("QXZ", "QXZ")],
      right: [row("QXZ", "QXZ", ["also": "Quite Xylophonic Zone"])]),
    Case(
      code: "english-spelling", wrong: [row("a", "defence centre")],
      right: [row("a", "defense center"), row("b", "Labour", ["tag": "PN"])]),
    Case(
      code: "kept-term", wrong: [row("áo dài", "áo dài")],
      right: [
        row("áo dài", "áo dài", ["keep": "yes"]),
        row("Tràng An", "Tràng An", ["tag": "PN"]),
      ]),
    Case(
      code: "split-headword", wrong: [row("an ninh,", "x")],
      right: [row("an ninh", "x"), row("OPEC+", "OPEC+", ["tag": "PN"])]),
    Case(
      code: "never-matched", wrong: [row("đàm phán", "talks")], right: [row("an ninh", "security")]),
  ]

  private func input(_ rows: [[String: String]]) throws -> AuditInput {
    let columns = TermColumn.allCases.map(\.name)
    let lines = rows.map { row in columns.map { row[$0] ?? "" }.joined(separator: "\t") }
    let text = ([columns.joined(separator: "\t")] + lines).joined(separator: "\n")
    return try input(GlossaryFile(Array(text.utf8)))
  }

  private func input(_ file: GlossaryFile) throws -> AuditInput {
    var options = AuditInput.Options()
    options.day = "2026-01-01"
    options.corpus = [Array("Hai nước bàn về an ninh.".utf8)]
    return try Repository.workbench().language.auditInput(
      [.init(path: "test.tsv", name: "test", file: file)], options: options)
  }

  private func codes(_ input: AuditInput) -> [String] { Audit.run(input).map(\.finding.code) }

  @Test(arguments: cases) func findsItsMistakeAndNothingElse(one: Case) throws {
    #expect(codes(try input(one.wrong)).contains(one.code))
    #expect(!codes(try input(one.right)).contains(one.code))
  }

  @Test(arguments: cases) func aSafeFixMakesTheFindingGoAway(one: Case) throws {
    let before = try input(one.wrong)
    let findings = Audit.run(before)
    let mine = findings.filter { $0.finding.code == one.code }
    guard mine.allSatisfy({ $0.fix != nil }) else { return }
    let fixed = try #require(Audit.fixed(before, findings).first)
    #expect(!codes(try input(fixed)).contains(one.code))
    let again = try input(fixed)
    #expect(Audit.fixed(again, Audit.run(again)).first == fixed)
  }

  @Test func safeFixesExistForTheMechanicalMistakes() throws {
    let fixable = try Self.cases.filter { one in
      Audit.run(try input(one.wrong)).contains {
        $0.finding.code == one.code && $0.fix != nil
      }
    }.map(\.code)
    #expect(
      fixable == [
        "not-composed", "stray-space", "unsorted-file", "duplicate-entry", "tone-twin",
        "english-spelling",
      ])
  }

  @Test func everyRuleIsOneFileIsRegisteredDocumentedAndTested() throws {
    let files = Repository.files(below: "Sources/Terminology/Audit/Rules", ending: ".swift")
    let registered = Audit.rules.map { "\(type(of: $0))" }
    #expect(
      Set(registered)
        == Set(files.map { String(($0 as NSString).lastPathComponent.dropLast(6)) }))
    let codes = Audit.rules.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(Set(Self.cases.map(\.code)) == Set(codes))
    let docs = try Repository.text("docs/reference/glossary-findings.md")
    for code in codes { #expect(docs.contains("\n## \(code)\n"), "\(code)") }
  }

  @Test func sensesInOrderOfRankAreNoConflict() throws {
    let rows = "vi\ttag\ten\nbán\tV\tsell\nbán\tV\tpeddle\n"
    for (isRanked, expected) in [(false, ["conflicting-renderings"]), (true, [])] {
      let source = AuditInput.Source(
        path: "test.tsv", name: "test", file: GlossaryFile(Array(rows.utf8)), isRanked: isRanked)
      let input = try Repository.workbench().language.auditInput(
        [source], options: AuditInput.Options())
      #expect(codes(input) == expected)
    }
    #expect(GlossaryStore.isVocabulary("Glossaries/vocabulary/c-g.tsv"))
    #expect(!GlossaryStore.isVocabulary("Glossaries/vocabulary.tsv"))
  }

  @Test func theShippedGlossariesHaveNoErrorAndNoWarning() throws {
    let files = try Repository.files(below: "Glossaries", ending: ".tsv").map { path in
      AuditInput.Source(
        path: path, name: GlossaryStore.name(of: path),
        file: GlossaryFile(try Repository.bytes(path)), isRanked: GlossaryStore.isVocabulary(path))
    }
    #expect(files.count > 20)
    let input = try Repository.workbench().language.auditInput(
      files, options: AuditInput.Options())
    let found = Audit.run(input).map(\.finding)
    let bad = found.filter { $0.severity > .note }.map(\.description)
    #expect(bad.isEmpty, "\(bad.joined(separator: "\n"))")
    #expect(found.count <= 100, "\(found.count) notes")
  }

  @Test func aGoodFixtureIsClean() throws {
    let file = GlossaryFile(try Repository.bytes("Tests/Fixtures/glossaries/desk.tsv"))
    let found = Audit.run(try input(file)).filter { $0.finding.severity > .note }
    #expect(found.isEmpty, "\(found.map(\.finding.description))")
  }
}
