package import TextModel

/// The embedded engine behind the protocol of all engines.
extension GistEngine: TranslationEngine {
  /// `gist`.
  package var name: String { Self.engineName }
  /// Terms reach it through the glossaries themselves.
  package var takesTerms: Bool { false }

  /// The name of the embedded engine.
  package static let engineName = "gist"

  /// Translates one sentence; there is always English.
  package func translate(_ request: SentenceRequest) -> TranslatedSentence {
    translate(request.bytes, in: request.range, published: request.published).traced(by: self)
  }
}
