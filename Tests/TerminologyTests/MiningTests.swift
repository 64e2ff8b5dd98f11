import Foundation
import Terminology
import TestSupport
import Testing
import TextModel

/// Proposals of terms, names and acronyms.
@Suite struct MiningTests {
  /// A sentence of words parted by bars; `/` before a word of grammar, punctuation is a mark.
  private func sentence(_ text: String, document: Int = 0) -> MinedSentence {
    let words = text.split(separator: "|").map { part -> MinedWord in
      let isGrammar = part.hasPrefix("/")
      let word = String(isGrammar ? part.dropFirst() : part)
      let isMark = !word.contains(where: \.isLetter)
      return MinedWord(
        text: word, key: word.lowercased().split(separator: " ").map { key(String($0)) },
        role: isMark ? .mark : isGrammar ? .grammar : .content,
        isCapitalized: word.first?.isUppercase ?? false, span: TextSpan(0, 0))
    }
    return MinedSentence(document: document, text: text, words: words)
  }

  private func key(_ word: String) -> UInt64 {
    word.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) }
  }

  private func miner(known: [String] = [], general: [String: Int] = [:]) -> TermMiner {
    let keys = Set(known.map { $0.split(separator: " ").map { key(String($0)) } })
    return TermMiner(
      options: .init(), isKnown: { keys.contains($0) }, general: { general[$0] ?? 0 },
      generalTotal: 100_000)
  }

  private let text = [
    "chuyển đổi|số|/và|an ninh", "chuyển đổi|số|/cho|mọi người", "chuyển đổi|số", "an ninh",
  ]

  @Test func aTermInsideALongerOneIsDiscounted() throws {
    let found = miner().candidates(text.map { sentence($0) })
    #expect(found.first?.vi == "chuyển đổi số" && found.first?.count == 3)
    #expect(!found.contains { $0.vi == "chuyển đổi" })
    #expect(found.contains { $0.vi == "an ninh" })
  }

  @Test func whatExistsIsNeverProposed() {
    let found = miner(known: ["chuyển đổi số"]).candidates(text.map { sentence($0) })
    #expect(!found.contains { $0.vi == "chuyển đổi số" })
  }

  @Test func theValuesAreThoseOfTheFormulas() throws {
    let found = try #require(miner().candidates(text.map { sentence($0) }).first)
    #expect(abs(found.cValue - 3 * log2(3)) < 0.01)
    // 11 words in all here, 3 of them the term; none of 100,000 in general text.
    let expected = 2 * 3 * log(3 / (11 * 3 / 100_011.0))
    #expect(abs(found.keyness - expected) < 0.01, "\(found.keyness) \(expected)")
  }

  @Test func aWordThatIsCommonEverywhereIsNotProposed() {
    let common = miner(general: ["an ninh": 50_000]).candidates(text.map { sentence($0) })
    #expect(common.map(\.vi) == ["chuyển đổi số"])
  }

  @Test func theOrderOfTheSentencesMattersNotForTheCounts() {
    let sentences = text.map { sentence($0) }
    let counts = { (list: [MinedSentence]) in
      Dictionary(uniqueKeysWithValues: self.miner().candidates(list).map { ($0.vi, $0.count) })
    }
    #expect(counts(sentences) == counts(sentences.reversed()))
  }

  @Test func acronymsAreFoundWithTheirFullForms() {
    let found = AcronymMiner { _ in false }.candidates([
      sentence("Ngày 5|,|Bộ Ngoại giao|(|BNG|)|cho biết"), sentence("BNG|nói"),
      sentence("công ty|(|ABC|)"),
    ])
    #expect(found.map(\.vi) == ["BNG"] && found.first?.full == "Bộ Ngoại giao")
    #expect(found.first?.count == 2)
    #expect(AcronymMiner { _ in true }.candidates([sentence("Bộ Ngoại giao|(|BNG|)")]).isEmpty)
  }

  @Test func namesAreRunsOfCapitals() {
    let found = NameMiner { _ in false }.candidates([
      sentence("/ông|Kit Malthouse|nói"), sentence("Kit Malthouse|đến"), sentence("Trời|mưa"),
      sentence("Trời|nắng"),
    ])
    #expect(found.map(\.vi) == ["Kit Malthouse"] && found.first?.count == 2)
  }
}
