import Summarization
import TestSupport
import Testing
import TextModel

/// Every method stands in a file of its own, in the registry and in the reference.
@Suite struct MethodTests {
  @Test func everyFileOfAMethodIsRegisteredAndDocumented() throws {
    let files = Repository.files(below: "Sources/Summarization", ending: "Summarizer.swift")
    let reference = try Repository.text("docs/reference/summaries.md")
    var names: [String] = []
    for file in files where !file.hasSuffix("/Summarizer.swift") {
      let text = try Repository.text(file)
      let name = try #require(
        text.split(separator: "static let name = \"").dropFirst().first?.prefix { $0 != "\"" },
        "\(file)")
      #expect(SummaryMaker.methodNames.contains(String(name)), "\(file)")
      #expect(reference.contains("## \(name)"), "\(name)")
      #expect(text.contains("Source:") || name == "coverage" || name == "round-robin", "\(file)")
      names.append(String(name))
    }
    #expect(Set(names) == Set(SummaryMaker.methodNames))
  }

  /// Ten sentences of which 4, 5 and 6 share their words, and 1 and 2 do not.
  static let central = SummaryDocument(
    title: [40, 41],
    sentences: (1...10).map { ordinal in
      let keys: [UInt64] =
        (4...6).contains(ordinal)
        ? [40, 41, 42, 43, 44, 45, UInt64(100 + ordinal), UInt64(200 + ordinal)]
        : (0..<8).map { UInt64(1000 * ordinal + $0) }
      return SummarySentence(ordinal: ordinal, keys: keys, words: 8)
    })

  @Test(arguments: [
    "lexrank", "continuous-lexrank", "textrank", "sumbasic", "kl", "luhn", "centroid", "submodular",
  ])
  func methodsOfFrequencyTakeWhatIsRepeated(method: String) throws {
    var options = SummarizationOptions()
    options.method = method
    options.budget = .sentences(1)
    let summary = try #require(
      SummaryMaker(stopWords: []).summarize([Self.central], options: options))
    let first = try #require(summary.selections.first)
    #expect((4...6).contains(first.sentence), "\(method) took \(first.sentence)")
  }

  /// A topic of its own is as strong to LSA as the sentence is long, so the others are short here.
  @Test func latentTopicsAreThoseOfSeveralSentences() throws {
    var document = Self.central
    for index in document.sentences.indices where !(3...5).contains(index) {
      document.sentences[index].keys.removeLast(3)
    }
    var options = SummarizationOptions()
    options.method = "lsa"
    options.budget = .sentences(1)
    let summary = try #require(SummaryMaker(stopWords: []).summarize([document], options: options))
    #expect((4...6).contains(try #require(summary.selections.first).sentence))
  }

  @Test func leadTakesTheNewestDocumentAndRoundRobinAllInTurn() throws {
    let documents = ["2022-01-01", "2022-01-03", "2022-01-02"].enumerated().map { index, day in
      SummaryDocument(
        sentences: (1...5).map { ordinal in
          SummarySentence(
            ordinal: ordinal, keys: (0..<8).map { UInt64(1000 * index + 10 * ordinal + $0) },
            words: 8)
        }, published: day)
    }
    var options = SummarizationOptions()
    options.budget = .sentences(3)
    options.method = "lead"
    let maker = SummaryMaker(stopWords: [])
    #expect(maker.summarize(documents, options: options)?.selections.map(\.document) == [1, 1, 1])
    options.method = "round-robin"
    let robin = try #require(maker.summarize(documents, options: options))
    #expect(robin.selections.map(\.document) == [0, 2, 1])
    #expect(robin.selections.allSatisfy { $0.sentence == 1 })
  }
}
