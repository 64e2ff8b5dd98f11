import Summarization
import TestSupport
import Testing
import TextModel

/// Budgets are exact, topics are kept, bad input gives something sensible.
@Suite struct BudgetTests {
  private func sentence(
    _ ordinal: Int, _ keys: [UInt64], back: String? = nil, needs: Bool? = nil
  ) -> SummarySentence {
    SummarySentence(
      ordinal: ordinal, keys: keys, words: keys.count, pointsBack: back, needsAntecedent: needs)
  }

  private func document(_ count: Int, seed: UInt64 = 1) -> SummaryDocument {
    var generator = SeededGenerator(seed: seed)
    return SummaryDocument(
      title: [1, 2, 3],
      sentences: (1...count).map { ordinal in
        sentence(
          ordinal,
          (0..<Int.random(in: 6...25, using: &generator)).map { _ in
            UInt64.random(in: 0...400, using: &generator)
          })
      })
  }

  @Test(
    arguments: SummaryMaker.methodNames,
    [
      SummaryBudget.sentences(3), .words(40), .syllables(41), .characters(200), .ratio(0.2),
      .words(1), .ratio(1), .sentences(1000),
    ])
  func noSummaryIsLongerThanItsBudget(method: String, budget: SummaryBudget) throws {
    let documents = [document(12), document(9, seed: 2)]
    var options = SummarizationOptions()
    options.method = method
    options.budget = budget
    let summary = try #require(SummaryMaker(stopWords: []).summarize(documents, options: options))
    let taken = summary.selections.map { documents[$0.document].sentences[$0.sentence - 1] }
    let words = taken.reduce(0) { $0 + $1.words }
    let all = documents.flatMap(\.sentences).reduce(0) { $0 + $1.words }
    switch budget {
    case .sentences(let limit): #expect(taken.count <= limit)
    case .words(let limit): #expect(words <= limit)
    case .syllables(let limit): #expect(taken.reduce(0) { $0 + $1.syllables } <= limit)
    case .characters(let limit):
      #expect(taken.reduce(0) { $0 + $1.characters } + max(0, taken.count - 1) <= limit)
    case .ratio(let share): #expect(Double(words) <= share * Double(all))
    }
    if budget == .words(1) {
      #expect(taken.isEmpty && summary.notes.map(\.code) == ["summary-empty"])
    }
    if budget == .sentences(1000), method == "lead" { #expect(taken.count == 21) }
  }

  @Test(arguments: SummaryMaker.methodNames, 0..<8)
  func theOrderOfTheDocumentsDoesNotMatter(method: String, seed: UInt64) throws {
    let documents = (1...4).map { document(8, seed: seed * 10 + UInt64($0)) }
    var options = SummarizationOptions()
    options.method = method
    options.budget = .words(70)
    let maker = SummaryMaker(stopWords: [7])
    let order = [2, 0, 3, 1]
    let one = try #require(maker.summarize(documents, options: options))
    let two = try #require(maker.summarize(order.map { documents[$0] }, options: options))
    #expect(
      one.selections.map { [$0.document, $0.sentence] }
        == two.selections.map { [order[$0.document], $0.sentence] })
  }

  @Test(arguments: SummaryMaker.methodNames)
  func whatMustBeSpokenOfIsAndWhatIsToBeAvoidedIsNot(method: String) throws {
    let own = document(12)
    let must = SummaryConcept(name: "m", spellings: [Array(own.sentences[9].keys.prefix(3))])
    let avoid = SummaryConcept(name: "a", spellings: [Array(own.sentences[0].keys.prefix(3))])
    var options = SummarizationOptions()
    options.method = method
    options.must = [must]
    options.avoid = [avoid]
    let summary = try #require(SummaryMaker(stopWords: []).summarize([own], options: options))
    #expect(summary.selections.contains { $0.sentence == 10 })
    #expect(!summary.selections.contains { $0.sentence == 1 })
    #expect(
      summary.rejections.first { $0.sentence == 1 }?.reason.contains("to be avoided") == true)
    options.must = [SummaryConcept(name: "x", spellings: [[999_999]])]
    #expect(
      SummaryMaker(stopWords: []).summarize([own], options: options)?.notes.map(\.code)
        == ["summary-must"])
  }

  @Test(arguments: SummaryMaker.methodNames, [1, 2])
  func focusWeighsMore(method: String, count: Int) throws {
    let own = (1...count).map { document(12, seed: UInt64($0)) }
    let keys = Array(own[0].sentences[11].keys.prefix(2))
    var options = SummarizationOptions()
    options.method = method
    options.budget = .words(60)
    let maker = SummaryMaker(stopWords: [])
    func candidate() throws -> Candidate {
      let summary = try #require(maker.summarize(own, options: options))
      return try #require(
        (summary.selections + summary.rejections).first { $0.document == 0 && $0.sentence == 12 })
    }
    let before = try candidate()
    options.focus = [SummaryConcept(name: "f", spellings: [keys])]
    let after = try candidate()
    #expect(after.score > before.score)
    #expect(after.parts.contains { $0.name == "focus" && $0.value > 0 })
    #expect(after.adds + after.repeats > before.adds + before.repeats)
  }

  @Test(arguments: SummaryMaker.methodNames)
  func aSentenceThatPointsBackBringsTheOneBeforeOrIsLeft(method: String) throws {
    var options = SummarizationOptions()
    options.method = method
    options.budget = .sentences(3)
    for seed in 0..<20 as Range<UInt64> {
      var own = document(9, seed: seed + 50)
      for index in own.sentences.indices where index % 3 == 0 {
        own.sentences[index].pointsBack = "Theo đó"
        own.sentences[index].needsAntecedent = true
      }
      let summary = try #require(SummaryMaker(stopWords: []).summarize([own], options: options))
      let taken = summary.selections.map(\.sentence)
      for number in taken where own.sentences[number - 1].needsAntecedent {
        #expect(taken.contains(number - 1), "\(method): \(taken)")
      }
      #expect(summary.rejections.first { $0.sentence == 1 }?.reason.contains("Theo đó") == true)
    }
  }

  @Test func aLedeThatIsShownIsNotRepeated() throws {
    let said = (0..<12).map { UInt64($0) }
    var lede = sentence(1, said)
    lede.isLede = true
    let own = SummaryDocument(
      title: [1, 2],
      sentences: [lede, sentence(2, said), sentence(3, (20..<32).map { UInt64($0) })])
    var options = SummarizationOptions()
    options.lede = .shown
    let summary = try #require(SummaryMaker(stopWords: []).summarize([own], options: options))
    #expect(summary.selections.map(\.sentence) == [3])
  }

  @Test(arguments: SummaryMaker.methodNames)
  func badInputGivesSomethingSensible(method: String) throws {
    let maker = SummaryMaker(stopWords: [])
    var options = SummarizationOptions()
    options.method = method
    func taken(_ document: SummaryDocument) throws -> [Int] {
      try #require(maker.summarize([document], options: options)).selections.map(\.sentence)
    }
    #expect(try taken(SummaryDocument(sentences: [])) == [])
    #expect(try taken(SummaryDocument(sentences: [sentence(1, [1])])) == [1])
    let same = (1...1000).map { sentence($0, [1, 2, 3, 4, 5, 6]) }
    #expect(try taken(SummaryDocument(sentences: same)) == [1])
    options.budget = .words(5)
    #expect(
      try taken(SummaryDocument(sentences: [sentence(1, [1, 2, 3, 4, 5, 6, 7])])) == [])
  }

  @Test(.timeLimit(.minutes(2)), arguments: ["coverage", "lexrank", "lsa", "kl", "submodular"])
  func aVeryLongArticleIsDone(method: String) throws {
    var options = SummarizationOptions()
    options.method = method
    options.budget = .ratio(0.1)
    let summary = try #require(
      SummaryMaker(stopWords: []).summarize([document(3000), document(40)], options: options))
    #expect(!summary.selections.isEmpty)
  }
}
