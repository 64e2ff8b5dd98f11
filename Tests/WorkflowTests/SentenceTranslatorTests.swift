import Foundation
import Reporting
import TestSupport
import Testing
import TextModel

@testable import Translation
@testable import Workflow

@Suite struct SentenceTranslatorTests {
  /// An engine that answers from the test.
  private final class FakeEngine: TranslationEngine {
    let name = "command:fake"
    let takesTerms = true
    var requests: [SentenceRequest] = []
    let answer: Result<String, EngineFailure>

    init(_ answer: Result<String, EngineFailure>) { self.answer = answer }

    func translate(_ request: SentenceRequest) throws(EngineFailure) -> TranslatedSentence {
      requests.append(request)
      return TranslatedSentence(text: try answer.get(), engine: name, confidence: nil)
    }
  }

  private func translated(
    _ text: String, _ translator: SentenceTranslator
  ) -> TranslatedSentence {
    let bytes = Array(text.utf8)
    return translator.translate(bytes, in: TextSpan(0, bytes.count), published: nil)
  }

  private func translator(
    _ engine: (any TranslationEngine)? = nil, _ units: [MemoryUnit] = [], threshold: Double = 0.75
  ) throws -> SentenceTranslator {
    SentenceTranslator(
      try Repository.workbench(), engine: engine, memory: MemoryBook(units), threshold: threshold)
  }

  private static let vi = "27 nhà ngoại giao Nga đã rời Mỹ."
  private static let unit = MemoryUnit(
    vi: vi, en: "Twenty-seven Russian diplomats have left the US.", isApproved: true,
    origin: "a.xlf", date: "2026-03-01")

  @Test func anApprovedSentenceComesFirst() throws {
    let fake = FakeEngine(.success("27 Russian diplomats left the US."))
    let found = translated(Self.vi, try translator(fake, [Self.unit]))
    #expect(found.text == Self.unit.en && found.engine == "memory" && found.confidence == 1)
    #expect(found.match?.origin == "a.xlf" && found.match?.date == "2026-03-01")
    #expect(found.flags.isEmpty && fake.requests.isEmpty)
  }

  @Test func aSimilarSentenceIsShownBesideTheEnglish() throws {
    let text = "28 nhà ngoại giao Nga đã rời Mỹ."
    let found = translated(text, try translator(nil, [Self.unit]))
    #expect(found.engine == "gist" && found.text.contains("28"))
    #expect(found.match?.similarity == 0.88 && found.match?.difference.isEmpty == false)
    let none = translated(text, try translator(nil, [Self.unit], threshold: 0.9))
    #expect(none.match == nil)
  }

  /// The engine `memory` puts it in its place, and the check says that the figure is another.
  @Test func theMemoryAsEngineIsChecked() throws {
    let workbench = try Repository.workbench()
    let translator = try SentenceTranslator(
      workbench, choice: .memory, memory: MemoryBook([Self.unit]))
    let found = translated("28 nhà ngoại giao Nga đã rời Mỹ.", translator)
    #expect(found.engine == "memory" && found.text == Self.unit.en && found.confidence == 0.88)
    #expect(found.flags.map(\.code) == ["figure-missing", "figure-added"])
    let other = translated("Trời mưa to.", translator)
    #expect(other.engine == "gist" && other.flags.isEmpty)
  }

  @Test func termsGoToTheEngineAndItsEnglishIsChecked() throws {
    let fake = FakeEngine(.success("Thirty diplomats left."))
    let found = translated(Self.vi, try translator(fake))
    #expect(found.engine == "command:fake" && found.confidence == nil)
    let terms = try #require(fake.requests.first?.terms)
    #expect(
      terms == [
        TermConstraint(vi: "27 nhà ngoại giao Nga", en: "27 Russian diplomats"),
        TermConstraint(vi: "Mỹ", en: "United States"),
      ])
    let codes = Set(found.flags.map(\.code))
    #expect(codes.isSuperset(of: ["figure-missing", "name-missing", "figure-added"]))
  }

  @Test func theGistStandsInForAnEngineThatFailsAndSaysSo() throws {
    let fake = FakeEngine(.failure(EngineFailure(.timeOut, "late")))
    let translator = try translator(fake)
    for index in 1...5 {
      let found = translated(Self.vi, translator)
      #expect(found.engine == "gist" && found.text.contains("27"))
      #expect(found.flags.map(\.code) == [index <= 3 ? "engine-time-out" : "engine-given-up"])
    }
    #expect(fake.requests.count == 3 && translator.standIns == 5)
  }

  @Test func aBriefSaysWhichEngineEachSentenceCameFrom() throws {
    let workbench = try Repository.workbench()
    let page = "Một tiêu đề dài của bài viết\n\(Self.vi) Trời hôm nay mưa rất to ở Hà Nội."
    let source = SourceDocument(id: "x", origin: "a.txt", bytes: Array(page.utf8))
    let work = try workbench.work(
      on: source, recipe: Recipe(), reader: try workbench.articleReader())
    let set = try BriefMaker(workbench, recipe: Recipe()).brief(
      [work], failures: [], translator: try translator(nil, [Self.unit]))
    let points = set.articles.flatMap { $0.points + $0.leftOut + $0.glance }
    let engines = Dictionary(points.map { ($0.vi, $0.english.engine) }) { first, _ in first }
    #expect(engines[Self.vi] == "memory")
    #expect(Set(engines.values) == ["memory", "gist"])
    for file in try Reports.files(set, formats: ["html", "md"]) where file.name.hasPrefix("art") {
      #expect(file.content.contains("English by memory"), "\(file.name)")
      #expect(file.content.contains("memory: approved (a.xlf, 2026-03-01)"), "\(file.name)")
    }
  }

  @Test(arguments: [
    "gists", "command:", "command:'x", "openai:http://h", "openai:ftp://h#m",
    "openai:http://u:p@h#m",
    "openai:http://h?key=1#m", "libretranslate:localhost", "libretranslate:http://",
  ]) func wordsThatNameNoEngineAreRefused(_ word: String) {
    #expect(throws: EngineChoice.Problem.self) { try EngineChoice(word) }
  }

  @Test func engineWordsAreRead() throws {
    #expect(try EngineChoice("command:mt 'a b' --x \"\"") == .command(["mt", "a b", "--x", ""]))
    #expect(
      try EngineChoice("openai:http://127.0.0.1:11434/v1#llama3:8b")
        == .openAI(url: "http://127.0.0.1:11434/v1", model: "llama3:8b"))
  }

  @Test func aKeyIsNotSentInTheClear() throws {
    let workbench = try Repository.workbench()
    let choice = EngineChoice.openAI(url: "http://example.org/v1", model: "m")
    let error = #expect(throws: EngineChoice.Problem.self) {
      try SentenceTranslator(workbench, choice: choice, key: "sk-THE-KEY")
    }
    #expect(error?.description.contains("sk-THE-KEY") == false)
    #expect(throws: EngineChoice.Problem.self) {
      try SentenceTranslator(workbench, choice: .openAI(url: "https://h", model: "m"), key: "a\nb")
    }
    _ = try SentenceTranslator(workbench, choice: choice)
    _ = try SentenceTranslator(
      workbench, choice: .openAI(url: "http://[::1]:1/v1", model: "m"), key: "sk-THE-KEY")
  }

  /// Sentences stored by an older version have neither flags nor match.
  @Test func olderSentencesAreRead() throws {
    let old = #"{"text":"x","engine":"gist","confidence":1,"joints":0,"words":[]}"#
    let sentence = try JSONDecoder().decode(TranslatedSentence.self, from: Data(old.utf8))
    #expect(sentence == TranslatedSentence(text: "x", engine: "gist", confidence: 1))
    let new = sentence.with(
      flags: [Finding(.warning, "c", "m")],
      match: MemoryMatch(
        vi: "a", en: "b", similarity: 0.8, difference: [.init(kind: .memory, text: "a")],
        origin: "", date: ""))
    let back = try JSONDecoder().decode(
      TranslatedSentence.self, from: try JSONEncoder().encode(new))
    #expect(back == new)
  }
}
