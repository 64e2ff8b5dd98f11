import Foundation
import TestSupport
import Testing
import TextModel
import Vietnamese

@testable import Translation
@testable import Workflow

@Suite struct TranslationMemoryTests {
  private func tokenizer() throws -> Tokenizer {
    Tokenizer(try Repository.workbench().language.table)
  }

  private func memory(_ pairs: [(String, String)]) throws -> TranslationMemory {
    TranslationMemory(
      pairs.map { MemoryUnit(vi: $0.0, en: $0.1, isApproved: true) }, tokenizer: try tokenizer())
  }

  private static let words = ["hai", "nước", "đàm", "phán", "Nga", "Mỹ", "12", ",", "hòa", "ký"]

  private func sentence(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...12, using: &random)).map { _ in
      Self.words[Int.random(in: 0..<Self.words.count, using: &random)]
    }.joined(separator: " ")
  }

  @Test func theSameSentenceIsFoundHoweverItIsSet() throws {
    let memory = try memory([("Hà Nội có  mưa.", "It rains in Hanoi.")])
    let decomposed = "Hà Nội có\nmưa.".decomposedStringWithCanonicalMapping
    for text in ["Hà Nội có mưa.", " Hà Nội\u{A0}có mưa. ", decomposed] {
      let match = try #require(memory.exact(text))
      #expect(match.en == "It rains in Hanoi." && match.similarity == 1 && match.difference.isEmpty)
    }
    #expect(memory.exact("Hà Nội có nắng.") == nil)
  }

  @Test func unitsThatNobodyApprovedAreNotUsed() throws {
    let units = [
      MemoryUnit(vi: "Một.", en: "One.", isApproved: false),
      MemoryUnit(vi: "Hai.", en: "Two.", isApproved: true),
    ]
    let memory = TranslationMemory(units, tokenizer: try tokenizer())
    #expect(memory.exact("Một.") == nil)
    #expect(memory.exact("Hai.") != nil)
  }

  /// The matches are those that a comparison with every sentence gives, and none other.
  @Test(arguments: 1...30) func theIndexFindsWhatAComparisonWithAllFinds(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pairs = (0..<40).map { ("\(sentence(&random)) x\($0)", "e\($0)") }
    let memory = try memory(pairs)
    let tokenizer = try tokenizer()
    let keys = { (text: String) in tokenizer.tokens(Array(text.utf8)).map(\.key.value) }
    for _ in 0..<10 {
      let text = sentence(&random)
      let own = keys(text)
      for threshold in [0.4, 0.6, 0.75] {
        let wanted = pairs.filter { pair in
          let other = keys(pair.0)
          let longer = Double(max(own.count, other.count))
          return 1 - Double(EditDistance.between(own, other, limit: .max)) / longer
            >= threshold - 1e-9
        }.map(\.1)
        let found = memory.matches(for: text, threshold: threshold, limit: 100)
        #expect(found.map(\.en).sorted() == wanted.sorted())
        #expect(zip(found, found.dropFirst()).allSatisfy { $0.similarity >= $1.similarity })
      }
    }
  }

  /// The pieces of the memory's side give its words, those of the sentence's side the sentence's.
  @Test(arguments: 1...30) func theDifferenceHoldsBothSentences(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let difference = SentenceDifference(try tokenizer())
    let (old, new) = (sentence(&random), sentence(&random))
    let pieces = difference.pieces(old, new)
    let side = { (other: MemoryMatch.Piece.Kind) in
      pieces.filter { $0.kind != other }.map(\.text).joined(separator: " ")
    }
    #expect(side(.sentence) == old)
    #expect(side(.memory) == new)
    #expect(difference.pieces(old, old).allSatisfy { $0.kind == .same })
  }

  @Test func theDifferenceIsShownInWords() throws {
    let memory = try memory([
      ("27 nhà ngoại giao Nga đã rời Mỹ.", "27 Russian diplomats left the US.")
    ])
    let match = try #require(
      memory.best(for: "28 nhà ngoại giao Nga đã rời Mỹ.", threshold: 0.75))
    #expect(match.similarity == 0.88)
    #expect(match.differenceLine == "[-27-] {+28+} nhà ngoại giao Nga đã rời Mỹ .")
    #expect(memory.best(for: "28 nhà ngoại giao Nga đã rời Mỹ.", threshold: 0.9) == nil)
  }

  @Test func aSentenceWithoutEndIsOnlyFoundExactly() throws {
    let long = String(repeating: "nước ", count: 3_000)
    let memory = try memory([(long, "x"), ("ngắn", "short")])
    #expect(memory.exact(long) != nil)
    #expect(memory.matches(for: long + "ta", threshold: 0.5, limit: 3).isEmpty)
  }
}
