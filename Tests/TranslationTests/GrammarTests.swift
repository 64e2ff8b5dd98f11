import Foundation
import TestSupport
import Testing
import TextModel

@testable import Translation
@testable import Workflow

@Suite struct GrammarTests {
  private static let header = "id\tresult\tvi\ten\tcost\texample vi\texample en\n"

  private func read(_ rules: String) -> (grammar: Grammar, findings: [Finding]) {
    var reader = GrammarReader(file: "rules.tsv") { text in
      // Any injective keys will do here.
      let table = try? Repository.workbench().language.table
      return text.split(separator: " ").compactMap { table?.key(String($0)) }
    }
    let grammar = reader.read(DataTable(Self.header + rules))
    return (grammar, reader.findings)
  }

  @Test func theShippedGrammarHasNoFinding() throws {
    #expect(try Repository.workbench().gistEngine().findings.isEmpty)
  }

  /// Every rule has an example, the rule takes part in it, and the English is as the file says.
  @Test func everyExampleOfTheFileComesOut() throws {
    let engine = try Repository.workbench().gistEngine()
    #expect(engine.grammar.rules.count > 200)
    for rule in engine.grammar.rules {
      #expect(!rule.example.vi.isEmpty, "line \(rule.line): rule '\(rule.id)' has no example")
      let bytes = Array(rule.example.vi.utf8)
      let gist = engine.translate(bytes, in: 0..<bytes.count)
      #expect(gist.text == rule.example.en, "line \(rule.line): rule '\(rule.id)'")
      let used = gist.derivation.nodes.contains {
        $0.rule >= 0 && engine.grammar.rules[$0.rule].id == rule.id
      }
      #expect(used, "line \(rule.line): rule '\(rule.id)' takes no part in its example")
    }
  }

  @Test func aBrokenRuleIsReportedWithItsLineAndTheRestIsRead() {
    let (grammar, findings) = read(
      """
      np\tNP\tN\t1*\t0
      bad.child\tNP\tN\t2*\t0
      bad.feature\tNP\tN\t1*{colour=red}\t0
      bad.builtin\tNP\tN\t%moon\t0
      bad.cost\tNP\tN\t1*\tcheap
      bad.class\tNP\tN[round]\t1*\t0
      bad.quote\tNP\t"của\t1*\t0
      bad.self\tNP\tN N\t1{subj=2} 2{subj=1}\t0
      bad.unmade\tNP\tXYZ N\t2*\t0
      np\tNP\tM\t1*\t0
      top\tTOP\tNP\t1*\t0
      """)
    #expect(grammar.rules.map(\.id) == ["np", "top"])
    #expect(findings.count == 9)
    #expect(findings.allSatisfy { $0.place.file == "rules.tsv" && $0.code == "grammar-rule" })
    #expect(findings.compactMap(\.place.line) == [3, 4, 5, 6, 7, 8, 9, 11, 10])
  }

  @Test func aCycleOfUnaryRulesIsRefused() {
    let (grammar, findings) = read(
      """
      a\tNB\tN\t1*\t0
      b\tNP\tNB\t1*\t0
      c\tNB\tNP\t1*\t-1
      d\tNP\tNP\t1*\t-1
      top\tTOP\tNP\t1*\t0
      """)
    #expect(grammar.rules.map(\.id) == ["a", "b", "top"])
    #expect(findings.compactMap(\.place.line) == [4, 5])
    #expect(findings.allSatisfy { $0.message.contains("cycle") })
  }

  @Test func anEmptyGrammarIsNoCrash() {
    let (grammar, findings) = read("")
    #expect(grammar.rules.isEmpty && findings.isEmpty)
  }
}
