import Summarization
import TestSupport
import Testing
import TextModel

/// The phrases that a sentence alone brings.
@Suite struct OwnPhrasesTests {
  private func pairs(_ keys: ArraySlice<UInt64>) -> Set<[UInt64]> {
    Set(zip(keys, keys.dropFirst()).map { [$0, $1] })
  }

  @Test(arguments: SummaryMaker.methodNames, 0..<20)
  func noOtherSentenceTakenHoldsThem(method: String, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let documents = SummaryTests.documents(&generator, count: 3)
    var options = SummarizationOptions()
    options.method = method
    options.budget = .words(80)
    let summary = try #require(
      SummaryMaker(stopWords: [3]).summarize(documents, options: options))
    func keys(_ candidate: Candidate) -> [UInt64] {
      documents[candidate.document].sentences[candidate.sentence - 1].keys
    }
    for candidate in summary.selections {
      let own = keys(candidate)
      #expect(candidate.phrases.count <= 3)
      #expect(candidate.phrases == candidate.phrases.sorted { $0.lowerBound < $1.lowerBound })
      for phrase in candidate.phrases {
        #expect((2...6).contains(phrase.count) && phrase.upperBound <= own.count)
        #expect(own[phrase.lowerBound] != 3 && own[phrase.upperBound - 1] != 3)
        for other in summary.selections where other != candidate {
          #expect(pairs(own[phrase]).isDisjoint(with: pairs(keys(other)[...])))
        }
      }
    }
    #expect(summary.rejections.flatMap(\.phrases).isEmpty)
  }

  @Test func theyAreFound() throws {
    let documents = [
      SummaryDocument(sentences: [
        SummarySentence(ordinal: 1, keys: [1, 2, 3, 4, 5, 6], words: 6),
        SummarySentence(ordinal: 2, keys: [1, 2, 3, 7, 8, 9], words: 6),
      ])
    ]
    let summary = try #require(SummaryMaker(stopWords: []).summarize(documents))
    #expect(summary.selections.map(\.phrases) == [[2..<6], [2..<6]])
  }
}
