import Foundation
import Testing
import TextModel

@testable import Translation

/// The engines over transports that answer from the test.
@Suite struct EngineTests {
  private final class FakeWeb: WebTransport {
    var requests: [WebRequest] = []
    var answers: [Result<WebAnswer, EngineFailure>]

    init(_ answers: [Result<WebAnswer, EngineFailure>]) { self.answers = answers }

    convenience init(_ text: String) {
      self.init([.success(WebAnswer(status: 200, body: Array(text.utf8)))])
    }

    func send(_ request: WebRequest) throws(EngineFailure) -> WebAnswer {
      requests.append(request)
      return try answers.count > 1 ? answers.removeFirst().get() : answers[0].get()
    }

    /// The body of a request as a dictionary.
    func body(_ index: Int) throws -> [String: Any] {
      let value = try JSONSerialization.jsonObject(with: Data(requests[index].body))
      return try #require(value as? [String: Any])
    }
  }

  private final class FakeProgram: LineTransport {
    var lines: [String] = []
    let answer: (Int) -> String

    init(_ answer: @escaping (Int) -> String) { self.answer = answer }

    func ask(_ line: [UInt8]) throws(EngineFailure) -> [UInt8] {
      lines.append(String(decoding: line, as: UTF8.self))
      return Array(answer(lines.count).utf8)
    }
  }

  private static let secret = "sk-THE-KEY-9137"
  private let plan = RetryPlan(retries: 2) { _ in }

  private func request(_ terms: [TermConstraint] = []) -> SentenceRequest {
    let bytes = Array("Trước. Hai  bên\nđàm phán. Sau.".utf8)
    let start = "Trước. ".utf8.count
    return SentenceRequest(
      bytes: bytes, range: start..<(start + "Hai  bên\nđàm phán.".utf8.count), terms: terms)
  }

  private let chat =
    #"{"choices":[{"message":{"role":"assistant","content":" The two sides\n talked. "}}]}"#

  @Test func chatCompletionsCarryTheSentenceTheTermsAndTheModel() throws {
    let web = FakeWeb(chat)
    let engine = OpenAIEngine(url: "http://localhost:1/v1/", model: "m", plan: plan, transport: web)
    let english = try engine.translate(
      request([TermConstraint(vi: "đàm phán", en: "negotiate")]))
    #expect(english.text == "The two sides talked.")
    #expect(english.engine == "openai:http://localhost:1/v1/#m" && english.confidence == nil)
    let body = try web.body(0)
    let messages = try #require(body["messages"] as? [[String: String]])
    #expect(web.requests[0].url == "http://localhost:1/v1/chat/completions")
    #expect(web.requests[0].sendsKey)
    #expect(body["model"] as? String == "m" && body["temperature"] as? Int == 0)
    #expect(messages[0]["content"]?.hasSuffix("đàm phán = negotiate") == true)
    #expect(messages[1]["content"] == "Hai bên đàm phán.")
  }

  @Test func libreTranslateTakesItsKeyInTheBodyAndNoTerms() throws {
    let web = FakeWeb(#"{"translatedText":"The two sides talked."}"#)
    let engine = LibreTranslateEngine(
      url: "http://localhost:1", key: EngineKey(Self.secret), plan: plan, transport: web)
    #expect(!engine.takesTerms)
    let english = try engine.translate(request())
    let body = try web.body(0)
    #expect(body["q"] as? String == "Hai bên đàm phán." && body["source"] as? String == "vi")
    #expect(body["api_key"] as? String == Self.secret)
    #expect(!web.requests[0].sendsKey)
    #expect(!"\(english)\(engine.name)\(EngineKey(Self.secret))".contains(Self.secret))
    var dumped = ""
    dump(engine, to: &dumped)
    #expect(!dumped.contains(Self.secret))
  }

  @Test func passingFailuresAreTriedAgainAndOthersAreNot() throws {
    let down = WebAnswer(status: 503, body: [])
    let web = FakeWeb([
      .success(down), .failure(EngineFailure(.timeOut, "late", isPassing: true)),
      .success(WebAnswer(status: 200, body: Array(chat.utf8))),
    ])
    nonisolated(unsafe) var waits: [Double] = []
    let plan = RetryPlan(retries: 2) { waits.append($0) }
    let engine = OpenAIEngine(url: "http://localhost", model: "m", plan: plan, transport: web)
    #expect(try engine.translate(request()).text == "The two sides talked.")
    #expect(waits == [0.5, 1])
    let refusing = FakeWeb([.success(WebAnswer(status: 401, body: []))])
    let other = OpenAIEngine(url: "http://localhost", model: "m", plan: plan, transport: refusing)
    let error = #expect(throws: EngineFailure.self) { try other.translate(request()) }
    #expect(error?.code == .refused && refusing.requests.count == 1)
    let always = FakeWeb([.success(down)])
    let third = OpenAIEngine(url: "http://localhost", model: "m", plan: plan, transport: always)
    #expect(throws: EngineFailure.self) { try third.translate(request()) }
    #expect(always.requests.count == 3)
  }

  @Test(arguments: [
    "no JSON", "{}", "[]", #"{"choices":[]}"#,
    #"{"choices":[{"message":{"role":"a","content":" "}}]}"#,
    #"{"choices":[{"message":{"role":"a","content":"a\u001b[31m"}}]}"#,
    #"{"choices":[{"message":{"role":"a","content":"\u202egnp"}}]}"#,
  ]) func otherAnswersAreRefused(_ answer: String) {
    let engine = OpenAIEngine(
      url: "http://localhost", model: "m", plan: plan, transport: FakeWeb(answer))
    let error = #expect(throws: EngineFailure.self) { try engine.translate(request()) }
    #expect(error?.code == .badAnswer)
  }

  @Test func aProgramIsAskedInOurJSONLines() throws {
    let program = FakeProgram { #"{"id":\#($0),"text":"Talks \#($0)."}"# }
    let engine = CommandEngine(program: "/opt/mt/bin/mt", transport: program)
    #expect(engine.name == "command:mt")
    #expect(try engine.translate(request()).text == "Talks 1.")
    #expect(
      try engine.translate(request([TermConstraint(vi: "Nga", en: "Russia")])).text == "Talks 2.")
    #expect(
      program.lines == [
        #"{"id":1,"text":"Hai bên đàm phán."}"#,
        #"{"id":2,"terms":[{"en":"Russia","vi":"Nga"}],"text":"Hai bên đàm phán."}"#,
      ])
  }

  @Test(arguments: [
    ("nothing", EngineFailure.Code.badAnswer), (#"{"id":9,"text":"x"}"#, .badAnswer),
    (#"{"id":1}"#, .badAnswer), (#"{"id":1,"error":{"message":"no model"}}"#, .refused),
  ]) func otherLinesAreRefused(_ line: String, _ code: EngineFailure.Code) {
    let engine = CommandEngine(program: "mt", transport: FakeProgram { _ in line })
    let error = #expect(throws: EngineFailure.self) { try engine.translate(request()) }
    #expect(error?.code == code)
  }
}
