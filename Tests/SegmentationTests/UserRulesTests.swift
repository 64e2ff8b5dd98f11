import Segmentation
import TestSupport
import Testing
import TextModel
import Workflow

/// Sentence rules of the user, as a table.
@Suite struct UserRulesTests {
  let workbench: Workbench

  init() throws { workbench = try Repository.workbench() }

  private func rules(_ rows: String...) -> BreakRules {
    let text = (["break\tbefore\tafter\texample"] + rows).joined(separator: "\n")
    return BreakRules.read(DataTable(text), file: "own.tsv")
  }

  private func sentences(_ text: String, _ rules: BreakRules) throws -> [String] {
    let bytes = Array(text.utf8)
    return try workbench.segmenter(custom: rules).sentences(bytes).map {
      String(decoding: bytes[$0.span.range], as: UTF8.self)
    }
  }

  @Test func theyAreAskedFirst() throws {
    let rules = rules("yes\t;\t\\s\tmột; |hai", "no\tCty\\.\t\\s\tCty. |Hải Âu")
    #expect(rules.findings.isEmpty)
    #expect(
      try sentences("Một câu; hai. Cty. Hải Âu mở cửa. Hết.", rules)
        == ["Một câu;", "hai.", "Cty. Hải Âu mở cửa.", "Hết."])
  }

  @Test func theFirstRuleThatSpeaksDecides() throws {
    let rules = rules("no\tA;\t\\s\t", "yes\t;\t\\s\t")
    #expect(try sentences("A; b; c", rules) == ["A; b;", "c"])
  }

  @Test func aLineEndAlwaysEndsASentence() throws {
    #expect(try sentences("Một.\nHai.", rules("no\t\\.\t\t")) == ["Một.", "Hai."])
  }

  @Test func quotationsAreKnownAtTheirPlaces() throws {
    let bytes = Array("“Một; hai.” Ba".utf8)
    let pieces = try workbench.segmenter(custom: rules("yes\t;\t\\s\t")).sentences(bytes)
    #expect(pieces.map(\.startsInsideQuotation) == [false, true, false])
  }

  @Test func badLinesAreNamedAndTheRestIsUsed() throws {
    let rules = rules(
      "maybe\ta\tb\t", "no\t(\tb\t", "yes\t\t\t", "no\tabc\tdef\tkhông |có", "yes\t;\t\t")
    #expect(rules.findings.map(\.place.line) == [2, 3, 4, 5])
    #expect(rules.findings.allSatisfy { $0.place.file == "own.tsv" && $0.code == "rule-row" })
    #expect(rules.rules.map(\.name) == ["rules:6"])
    let headless = BreakRules.read(DataTable("before\tafter\na\tb"), file: "own.tsv")
    #expect(headless.findings.map(\.place.line) == [1])
  }

  @Test(.timeLimit(.minutes(1))) func aPatternThatTakesTooLongIsEnded() throws {
    let text = String(repeating: "a", count: 5000)
    let error = #expect(throws: ICUError.self) {
      try sentences(text, rules("no\t(?:a*)*(?:a*)*(?:a*)*b\t\t"))
    }
    #expect(error?.description.contains("rules:2") == true)
  }
}
