import TestSupport
import Testing
import TextModel

@testable import Reporting

@Suite struct POTests {
  private func catalogue(_ seed: UInt64) throws -> (SetBrief, String) {
    var briefs = GeneratedBriefs(seed: seed)
    let set = briefs.set()
    return (set, try Reports.files(set, formats: ["po"])[0].content)
  }

  @Test(arguments: 0..<20) func everySentenceIsAFuzzyMessageWithItsOwnContext(seed: UInt64) throws {
    let (set, text) = try catalogue(seed)
    let count = set.articles.map { SentencePairs($0).pairs.count + 1 }.reduce(0, +)
    #expect(text.components(separatedBy: "#, fuzzy\n").count - 1 == count)
    let contexts = text.split(separator: "\n").filter { $0.hasPrefix("msgctxt ") }
    #expect(contexts.count == count)
  }

  @Test func marksAreEscapedAsInC() throws {
    var briefs = GeneratedBriefs(seed: 1)
    let brief = briefs.brief("a")
    let odd = Brief(
      id: brief.id, origin: "a\nb", slug: "a", headline: .init(vi: "a\"b\\c\nd\te", en: "x"),
      metadata: brief.metadata, encoding: brief.encoding, glance: [], points: [], leftOut: [],
      people: [], organizations: [], places: [], dates: [], figures: [], terms: [], repairs: [],
      ambiguities: [], unknowns: [], findings: [])
    let text = POWriter().document([odd])
    #expect(text.contains("msgid \"a\\\"b\\\\c\\nd\\te\"\n") && text.contains("#. a b\n"))
  }
}
