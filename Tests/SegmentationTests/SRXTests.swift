import Evaluation
import Segmentation
import TestSupport
import Testing
import TextModel
import Workflow

/// Sentence rules in SRX 2.0: reading, refusing, writing.
@Suite struct SRXTests {
  let workbench: Workbench

  init() throws { workbench = try Repository.workbench() }

  private func file(
    _ rules: String, cascade: String = "no", map: String = "[vV][iI].*"
  ) -> [UInt8] {
    Array(
      """
      <?xml version="1.0"?>
      <s:srx xmlns:s="http://www.lisa.org/srx20" version="2.0"><s:header cascade="\(cascade)"/><s:body>
      <s:languagerules><s:languagerule languagerulename="V">\(rules)</s:languagerule>
      <s:languagerule languagerulename="All"><s:rule><s:beforebreak>[.]</s:beforebreak><s:afterbreak>\\s</s:afterbreak></s:rule></s:languagerule></s:languagerules>
      <s:maprules><s:languagemap languagepattern="\(map)" languagerulename="V"/>
      <s:languagemap languagepattern=".*" languagerulename="All"/></s:maprules></s:body></s:srx>
      """.utf8)
  }

  private let abbreviation =
    "<s:rule break=\"no\"><s:beforebreak>\\bTP\\.</s:beforebreak><s:afterbreak>\\s</s:afterbreak></s:rule>"

  private func sentences(_ text: String, _ rules: BreakRules) throws -> [String] {
    let bytes = Array(text.utf8)
    return try workbench.segmenter(custom: rules).sentences(bytes).map {
      String(decoding: bytes[$0.span.range], as: UTF8.self)
    }
  }

  @Test func rulesOfTheLanguageStandInPlaceOfOurs() throws {
    let rules = try BreakRules.read(srx: file(abbreviation, cascade: "yes"), file: "a.srx")
    #expect(rules.replacesOwn && rules.rules.map(\.breaks) == [false, true])
    #expect(
      try sentences("Ở TP. Huế. GS. Lan! Hết\nMới", rules)
        == ["Ở TP. Huế.", "GS.", "Lan! Hết", "Mới"])
  }

  @Test func withoutCascadeOnlyTheFirstMapCounts() throws {
    #expect(try BreakRules.read(srx: file(abbreviation), file: "a.srx").rules.count == 1)
    let other = try BreakRules.read(srx: file(abbreviation, map: "EN.*"), file: "a.srx")
    #expect(other.rules.map(\.breaks) == [true])
  }

  @Test func aPatternThatICUDoesNotKnowIsNamed() throws {
    let bad = "\n<s:rule><s:beforebreak>(</s:beforebreak></s:rule>"
    let rules = try BreakRules.read(srx: file(bad), file: "a.srx")
    #expect(rules.findings.map(\.place.line) == [4] && rules.rules.isEmpty)
  }

  @Test(arguments: [
    ("<srx><a></srx>", "mismatch"), ("", "Document is empty"), ("<html/>", "no SRX"),
    ("<srx/>", "no language map"),
    ("<!DOCTYPE srx [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;\">]><srx>&c;</srx>", "entities"),
    ("<!DOCTYPE srx [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><srx>&a;</srx>", "entities"),
  ])
  func brokenAndHostileFilesAreRefused(text: String, problem: String) {
    let error = #expect(throws: SRXError.self) {
      try BreakRules.read(srx: Array(text.utf8), file: "a.srx")
    }
    #expect(error?.description.contains(problem) == true, "\(error?.description ?? "")")
  }

  @Test func ourOwnRulesComeBackAlmostWhole() throws {
    let text = SRXWriter(workbench.language.sentenceRules).text
    let rules = try BreakRules.read(srx: Array(text.utf8), file: "own.srx")
    #expect(rules.findings.isEmpty)
    var total = Score()
    for number in 0..<5 {
      let body = try Repository.text("Tests/Fixtures/gold/00\(number)_body.txt")
      let bytes = Array(body.utf8)
      let own = try workbench.segmenter().sentences(bytes).map {
        String(decoding: bytes[$0.span.range], as: UTF8.self)
      }
      let score = BoundaryScore.score(found: try sentences(body, rules), gold: own)
      total.truePositives += score.truePositives
      total.falsePositives += score.falsePositives
      total.falseNegatives += score.falseNegatives
    }
    #expect(total.f1 >= 0.97, "\(total.f1)")
  }
}
