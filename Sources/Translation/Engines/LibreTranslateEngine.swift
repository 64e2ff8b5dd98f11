package import TextModel

/// A LibreTranslate server: `POST URL/translate`. It has no place for glossary terms, so the English is
/// only checked for them. Source: LibreTranslate API, https://docs.libretranslate.com
package struct LibreTranslateEngine: TranslationEngine {
  /// What `--engine` begins with.
  package static let prefix = "libretranslate:"

  /// `libretranslate:URL`.
  package let name: String
  /// The server cannot be told terms.
  package let takesTerms = false

  private let url: String
  private let key: EngineKey?
  private let plan: RetryPlan
  private let transport: any WebTransport

  private struct Request: Encodable {
    let q: String
    let source = "vi"
    let target = "en"
    let format = "text"
    let apiKey: String?

    enum CodingKeys: String, CodingKey {
      case q, source, target, format
      case apiKey = "api_key"
    }
  }
  private struct Answer: Decodable { let translatedText: String }

  /// Makes an engine.
  /// - Parameters:
  ///   - url: the address of the server, without `/translate`.
  ///   - key: goes into the body, as the server asks; nil for none.
  package init(url: String, key: EngineKey?, plan: RetryPlan, transport: any WebTransport) {
    name = Self.prefix + url
    self.url = url.hasSuffix("/") ? String(url.dropLast()) : url
    self.key = key
    self.plan = plan
    self.transport = transport
  }

  /// Asks the server for one sentence.
  package func translate(
    _ request: SentenceRequest
  ) throws(EngineFailure) -> TranslatedSentence {
    let body = try AnswerText.encode(Request(q: request.text, apiKey: key?.value))
    let bytes = try plan.send(
      WebRequest(url: url + "/translate", body: body, sendsKey: false), over: transport)
    let answer = try AnswerText.decode(
      Answer.self, bytes, expected: "a JSON object with translatedText")
    return TranslatedSentence(
      text: try AnswerText.checked(answer.translatedText), engine: name, confidence: nil)
  }
}
