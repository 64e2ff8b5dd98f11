import Foundation
import Reporting
import TestSupport
import Testing
import Workflow

/// Results of older versions, read in today's form.
@Suite struct StoredFormsTests {
  private func object(_ value: some Encodable) throws -> [String: Any] {
    let data = try JSONEncoder().encode(value)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func data(_ object: [String: Any]) throws -> Data {
    try JSONSerialization.data(withJSONObject: object)
  }

  private func set() -> SetBrief {
    var generated = GeneratedBriefs(seed: 12)
    var set = generated.set()
    while set.articles.isEmpty { set = generated.set() }
    return set
  }

  @Test func aSetWithoutStoriesHasNone() throws {
    var old = try object(set())
    old["stories"] = nil
    #expect(try StoredForms.decode(SetBrief.self, from: data(old)).stories.isEmpty)
  }

  @Test func aSignatureWithoutDataNamesNone() throws {
    var old = try object(set().signature)
    old["data"] = nil
    old["grammar"] = nil
    let read = try StoredForms.decode(Signature.self, from: data(old))
    #expect(read.data.isEmpty && read.grammar.isEmpty)
    #expect(read.run == set().signature.run)
  }

  @Test func aGlossStandsForTheEnglish() throws {
    let brief = try #require(set().articles.first)
    var old = try object(brief)
    for list in ["points", "leftOut", "glance"] {
      let points = try #require(old[list] as? [[String: Any]])
      old[list] = points.map { point in
        var point = point
        point["english"] = nil
        point["gloss"] = "word by word"
        return point
      }
    }
    let read = try StoredForms.decode(Brief.self, from: data(old))
    #expect((read.points + read.leftOut).allSatisfy { $0.english.text == "word by word" })
    #expect((read.points + read.leftOut).allSatisfy { $0.english.engine == "gloss" })
    #expect(read.points.map(\.vi) == brief.points.map(\.vi))
  }

  @Test func theOptionsOfTheFirstVersionAreThoseOfToday() throws {
    let old = #"""
      {"summarization":{"budget":{"sentences":{"_0":5}},"method":"blend","redundancyPenalty":0.6,\#
      "takesLede":false},"version":1}
      """#
    #expect(try StoredForms.decode(Recipe.self, from: Data(old.utf8)) == Recipe())
  }

  @Test func whatIsNoResultIsRefused() {
    #expect(throws: DecodingError.self) {
      try StoredForms.decode(SetBrief.self, from: Data("{}".utf8))
    }
  }

  @Test func stepsHaveNamesOfTheirOwn() {
    #expect(Set(StoredForms.names).count == StoredForms.names.count)
  }

  /// Match keys use all 64 bits.
  @Test func largeNumbersStayExact() throws {
    let value = JSONTree.array([.large(UInt64.max - 1), .integer(-3)])
    let data = try JSONEncoder().encode(value)
    #expect(try JSONDecoder().decode(JSONTree.self, from: data) == value)
    #expect(try JSONDecoder().decode([Double].self, from: data).count == 2)
  }
}
