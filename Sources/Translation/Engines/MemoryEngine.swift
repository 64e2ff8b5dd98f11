package import TextModel

/// Approved translations: of the same sentence, else of the one most like it.
package struct MemoryEngine: TranslationEngine {
  /// The name of the engine.
  package static let engineName = "memory"

  /// `memory`.
  package var name: String { Self.engineName }
  /// A person chose the words.
  package var takesTerms: Bool { false }

  private let memory: TranslationMemory
  private let threshold: Double

  /// Makes an engine.
  /// - Parameter threshold: how like a sentence must be, from 0 to 1; 1 takes the same sentence only.
  package init(_ memory: TranslationMemory, threshold: Double) {
    self.memory = memory
    self.threshold = threshold
  }

  /// The English of the best match; its similarity is the confidence.
  /// - Throws: `EngineFailure` when nothing is like enough.
  package func translate(
    _ request: SentenceRequest
  ) throws(EngineFailure) -> TranslatedSentence {
    guard let match = memory.best(for: request.text, threshold: threshold) else {
      throw EngineFailure(.noMatch, "no approved sentence is like enough")
    }
    return Self.sentence(match)
  }

  /// A match as the English of a sentence.
  package static func sentence(_ match: MemoryMatch) -> TranslatedSentence {
    TranslatedSentence(
      text: match.en, engine: engineName, confidence: match.similarity, match: match)
  }
}
