package import TextModel

/// A sentence to be translated.
package struct SentenceRequest: Sendable {
  /// The text that holds the sentence.
  package let bytes: [UInt8]
  /// The bytes of the sentence in it.
  package let range: Range<Int>
  /// The article's date, ISO 8601; nil when not known.
  package let published: String?
  /// Renderings that the English must keep, in the order of the sentence, each once.
  package let terms: [TermConstraint]

  /// Makes a request.
  package init(
    bytes: [UInt8], range: Range<Int>, published: String? = nil, terms: [TermConstraint] = []
  ) {
    self.bytes = bytes
    self.range = range
    self.published = published
    self.terms = terms
  }

  /// The sentence in one line.
  package var text: String {
    MemoryUnit.plain(String(decoding: bytes[range], as: UTF8.self))
  }
}

/// A term of a sentence with the English that the glossaries give it.
package struct TermConstraint: Hashable, Codable, Sendable {
  /// The Vietnamese as it stands in the sentence.
  package let vi: String
  /// The English to use.
  package let en: String

  /// Makes a constraint.
  package init(vi: String, en: String) {
    self.vi = vi
    self.en = en
  }
}

/// Why an engine gave no English. The message never holds a key.
package struct EngineFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong, in a stable word.
  package enum Code: String, Sendable {
    /// The memory has no sentence that is like enough.
    case noMatch = "no-match"
    /// No answer came in time.
    case timeOut = "engine-time-out"
    /// The program or server cannot be reached, or it ended.
    case unreachable = "engine-unreachable"
    /// The server refused: a status other than 200.
    case refused = "engine-refused"
    /// The answer is not what the engine's protocol says.
    case badAnswer = "engine-bad-answer"
    /// The answer is larger than allowed.
    case tooLarge = "engine-answer-too-large"
  }

  /// The code of a sentence for which an engine was not asked any more.
  package static let givenUp = "engine-given-up"

  /// Whether the code of a finding says that an engine gave no English.
  package static func isFailure(_ code: String) -> Bool {
    code == givenUp || Code(rawValue: code) != nil
  }

  /// The stable word.
  package let code: Code
  /// What happened, in English.
  package let message: String
  /// Whether the same request may succeed later.
  package let isPassing: Bool

  /// Makes a failure.
  package init(_ code: Code, _ message: String, isPassing: Bool = false) {
    self.code = code
    self.message = message
    self.isPassing = isPassing
  }

  /// The message.
  package var description: String { message }
}

/// Something that translates Vietnamese sentences into English. One engine is one file.
///
/// Law: an answer's `engine` is the engine's `name`, and the name holds no key.
package protocol TranslationEngine {
  /// The name in reports: `gist`, `memory`, `command:PROGRAM`, `libretranslate:URL`, `openai:URL#MODEL`.
  var name: String { get }
  /// Whether it is told the terms of a sentence; an engine that is not is only checked for them.
  var takesTerms: Bool { get }
  /// Translates one sentence.
  /// - Throws: `EngineFailure` when there is no English.
  func translate(_ request: SentenceRequest) throws(EngineFailure) -> TranslatedSentence
}
