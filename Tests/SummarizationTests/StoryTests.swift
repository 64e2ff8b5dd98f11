import Summarization
import Testing
import TextModel

/// Grouping of articles into stories, and reprints.
@Suite struct StoryTests {
  private func document(_ start: UInt64, day: String, extra: UInt64 = 0) -> SummaryDocument {
    SummaryDocument(
      title: (0..<6).map { start + $0 },
      sentences: (1...6).map { ordinal in
        let keys = (0..<20).map { UInt64($0) + start + UInt64(ordinal) * 20 }
        let own = (0..<30).map { extra + UInt64(ordinal * 100 + $0) }
        return SummarySentence(ordinal: ordinal, keys: extra == 0 ? keys : keys + own, words: 20)
      }, published: day)
  }

  @Test func articlesThatShareTheirTopicAreOneStory() {
    let groups = SummaryMaker(stopWords: []).stories([
      document(10_000, day: "2022-01-03", extra: 500_000), document(90_000, day: "2022-01-01"),
      document(10_000, day: "2022-01-02"),
    ])
    #expect(groups.map(\.documents) == [[1], [2, 0]])
    #expect(groups.allSatisfy { $0.reprints.isEmpty })
  }

  @Test func aReprintCountsOnceAndTheOldestIsTheOriginal() {
    let groups = SummaryMaker(stopWords: []).stories([
      document(10_000, day: "2022-01-02"), document(10_000, day: "2022-01-01"),
    ])
    #expect(groups.count == 1)
    #expect(groups.first?.reprints.map { [$0.document, $0.original] } == [[0, 1]])
    #expect(groups.first?.originals == [1])
  }

  @Test func supportIsTheShareOfTopicPairs() {
    let maker = SummaryMaker(stopWords: [3])
    let documents = [document(10_000, day: ""), document(90_000, day: "")]
    let support = maker.support(of: [10_020, 10_021, 10_022, 5, 3, 6], in: documents)
    #expect(support == [2.0 / 3, 0])
  }
}
