package import TextModel

/// Any program that reads and writes our JSON Lines: `{"id","text","terms"?}` in, `{"id","text"}` out, a
/// line for a line. The program is started once and asked sentence by sentence.
package final class CommandEngine: TranslationEngine {
  /// What `--engine` begins with.
  package static let prefix = "command:"

  /// `command:` and the program's name; its arguments may hold what is not for a report.
  package let name: String
  /// Terms are sent with the sentence.
  package let takesTerms = true

  private let transport: any LineTransport
  private var number = 0

  private struct Request: Encodable {
    let id: Int
    let text: String
    let terms: [TermConstraint]?
  }
  private struct Answer: Decodable {
    struct Failure: Decodable { let message: String? }
    let id: Int?
    let text: String?
    let error: Failure?
  }

  /// Makes an engine.
  /// - Parameters:
  ///   - program: the program's name or path, for the name of the engine.
  ///   - transport: asks the program.
  package init(program: String, transport: any LineTransport) {
    name = Self.prefix + (program.split(separator: "/").last.map(String.init) ?? program)
    self.transport = transport
  }

  /// Asks the program for one sentence.
  package func translate(
    _ request: SentenceRequest
  ) throws(EngineFailure) -> TranslatedSentence {
    number += 1
    let line = try AnswerText.encode(
      Request(
        id: number, text: request.text, terms: request.terms.isEmpty ? nil : request.terms))
    let bytes = try transport.ask(line)
    let answer = try AnswerText.decode(
      Answer.self, bytes, expected: "a JSON object with id and text")
    if let error = answer.error {
      throw EngineFailure(
        .refused, "the program answered with an error: \(error.message?.prefix(200) ?? "none told")"
      )
    }
    guard answer.id == number else {
      throw EngineFailure(.badAnswer, "the answer is for another sentence")
    }
    return TranslatedSentence(
      text: try AnswerText.checked(answer.text ?? ""), engine: name, confidence: nil)
  }
}
