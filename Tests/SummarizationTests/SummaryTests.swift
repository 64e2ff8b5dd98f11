import Summarization
import TestSupport
import Testing
import TextModel

@Suite struct SummaryTests {
  static func documents(_ generator: inout SeededGenerator, count: Int) -> [SummaryDocument] {
    (0..<count).map { number in
      let sentences = (1...Int.random(in: 1...12, using: &generator)).map { ordinal in
        SummarySentence(
          ordinal: ordinal,
          keys: (0..<10).map { _ in UInt64.random(in: 0...40, using: &generator) },
          words: Int.random(in: 3...30, using: &generator), isLede: ordinal == 1,
          startsInsideQuotation: ordinal > 1 && Bool.random(using: &generator))
      }
      return SummaryDocument(
        title: [1, 2, 3], sentences: sentences, published: "2022-01-0\(1 + number % 9)")
    }
  }

  @Test(arguments: SummaryMaker.methodNames, 0..<40)
  func keepsItsLaw(method: String, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let documents = Self.documents(&generator, count: Int.random(in: 1...4, using: &generator))
    var options = SummarizationOptions()
    options.method = method
    options.budget = seed % 2 == 0 ? .sentences(4) : .words(60)
    let maker = SummaryMaker(stopWords: [3])
    let summary = try #require(maker.summarize(documents, options: options))
    let chosen = summary.selections.map { [$0.document, $0.sentence] }
    #expect(Set(chosen).count == chosen.count)
    #expect(Set(chosen).isDisjoint(with: summary.rejections.map { [$0.document, $0.sentence] }))
    let words = summary.selections.reduce(0) {
      $0 + documents[$1.document].sentences[$1.sentence - 1].words
    }
    if case .words(let limit) = options.budget { #expect(words <= limit) }
    if case .sentences(let limit) = options.budget { #expect(chosen.count <= limit) }
    for candidate in summary.selections + summary.rejections {
      #expect(abs(candidate.score - candidate.parts.reduce(0) { $0 + $1.value }) < 1e-9)
      #expect(!candidate.reason.isEmpty)
    }
    #expect(maker.summarize(documents, options: options) == summary)
  }

  @Test(arguments: SummaryMaker.methodNames, 0..<30)
  func neverTakesHalfAQuotation(method: String, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let documents = Self.documents(&generator, count: 2)
    var options = SummarizationOptions()
    options.method = method
    let summary = try #require(SummaryMaker(stopWords: []).summarize(documents, options: options))
    let chosen = Set(summary.selections.map { [$0.document, $0.sentence] })
    for (number, document) in documents.enumerated() {
      for sentence in document.sentences.dropFirst() where sentence.startsInsideQuotation {
        let (own, before) = ([number, sentence.ordinal], [number, sentence.ordinal - 1])
        #expect(chosen.contains(own) == chosen.contains(before))
      }
    }
  }

  private func sentence(_ ordinal: Int, _ keys: [UInt64], lede: Bool = false) -> SummarySentence {
    SummarySentence(ordinal: ordinal, keys: keys, words: keys.count, isLede: lede)
  }

  @Test func aRepeatedSentenceIsTakenOnce() throws {
    let same: [UInt64] = [1, 2, 3, 4, 5, 6]
    let document = SummaryDocument(sentences: [
      sentence(1, same), sentence(2, same), sentence(3, [7, 8, 9, 10, 11]),
    ])
    let summary = try #require(SummaryMaker(stopWords: []).summarize([document]))
    #expect(summary.selections.map(\.sentence) == [1, 3])
    #expect(summary.rejections.first?.reason == "the same as sentence 1")
  }

  @Test func theLedeIsEvidenceUnlessAskedFor() throws {
    let document = SummaryDocument(sentences: [
      sentence(1, [1, 2], lede: true), sentence(2, [1, 2, 3]), sentence(3, [9]),
    ])
    var options = SummarizationOptions()
    let maker = SummaryMaker(stopWords: [])
    #expect(maker.summarize([document], options: options)?.selections.map(\.sentence) == [2, 3])
    options.lede = .candidate
    #expect(
      maker.summarize([document], options: options)?.selections.contains { $0.sentence == 1 }
        == true)
  }

  @Test func anArticleWithoutABodyGivesItsLede() {
    let document = SummaryDocument(sentences: [sentence(1, [1, 2], lede: true)])
    #expect(SummaryMaker(stopWords: []).summarize([document])?.selections.count == 1)
  }

  @Test func nothingGivesNothing() {
    #expect(SummaryMaker(stopWords: []).summarize([])?.selections.isEmpty == true)
    var options = SummarizationOptions()
    options.method = "none"
    #expect(SummaryMaker(stopWords: []).summarize([], options: options) == nil)
  }
}
