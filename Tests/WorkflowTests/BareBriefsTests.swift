import Foundation
import Reporting
import TestSupport
import Testing
import Workflow

/// Stored briefs that are read without the words of their English and the parts of their scores.
@Suite struct BareBriefsTests {
  private func stored(_ brief: Brief) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(brief)
  }

  /// Law: nothing but words and parts is missing, whatever the text looks like.
  @Test(arguments: 1...30) func onlyWordsAndPartsAreMissing(seed: UInt64) throws {
    var generated = GeneratedBriefs(seed: seed, tellsWords: true)
    let brief = generated.brief("a \"words\":[ ] b")
    let bytes = try stored(brief)
    #expect(!brief.isBare && brief.bare.isBare)
    #expect(try StoredForms.decode(Brief.self, from: StoredForms.bare(bytes)) == brief.bare)
    #expect(try StoredForms.decode(Brief.self, from: bytes) == brief)
  }

  @Test(arguments: 1...5) func aBriefWithoutWordsStaysAsItIs(seed: UInt64) throws {
    var generated = GeneratedBriefs(seed: seed)
    let bytes = try stored(generated.brief("a"))
    #expect(StoredForms.bare(bytes) == bytes)
  }

  @Test(arguments: ["", "[", #"{"words":["#, #"{"words":["\\"#, #"{"words":["]"#])
  func brokenTextStaysAsItIs(text: String) {
    #expect(StoredForms.bare(Data(text.utf8)) == Data(text.utf8))
  }
}
