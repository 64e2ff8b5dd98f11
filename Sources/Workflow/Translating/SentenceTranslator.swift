import Annotation
public import TextModel
package import Translation

/// The English of sentences: approved translations first, then an engine, each checked against its
/// Vietnamese.
///
/// An approved translation of the same sentence is always taken. One of a similar sentence is shown beside
/// the engine's English, and only the engine `memory` puts it in its place. Where an engine fails, the gist
/// stands in with a flag, so that there is always English, and each sentence says whose it is.
public final class SentenceTranslator {
  private let workbench: Workbench
  private let gist: GistEngine
  private let engine: any TranslationEngine
  private let memory: TranslationMemory?
  private let threshold: Double
  private let userGlossaries: Int
  private let recorded: RecordedAnswers?
  /// Failures one after another.
  private var failures = 0
  /// The sentences for which the gist stood in because the engine failed.
  public private(set) var standIns = 0

  /// After so many failures one after another the engine is not asked again.
  private static let patience = 3

  /// Makes a translator.
  /// - Parameters:
  ///   - engine: makes the English that the memory has not; nil for the gist.
  ///   - memory: approved translations; empty for none.
  ///   - threshold: how like a sentence of the memory must be to be shown, from 0 to 1.
  package convenience init(
    _ workbench: Workbench, engine: (any TranslationEngine)? = nil, memory: MemoryBook,
    threshold: Double = defaultThreshold
  ) {
    self.init(
      workbench, gist: workbench.gistEngine(), engine: engine,
      memory: workbench.memory(memory.units), threshold: threshold)
  }

  /// Makes a translator of parts that are ready.
  /// - Parameter recorded: what an outside engine answered before, in place of the engine. Default: nil.
  init(
    _ workbench: Workbench, gist: GistEngine, engine: (any TranslationEngine)? = nil,
    memory: TranslationMemory?, threshold: Double, recorded: RecordedAnswers? = nil
  ) {
    self.workbench = workbench
    self.gist = gist
    self.engine = engine ?? gist
    self.memory = memory
    self.threshold = threshold
    self.recorded = recorded
    userGlossaries = workbench.userGlossaryCount
  }

  /// How like a sentence must be by default. Source: 75 % is where translators begin to save time by
  /// editing a match (O'Brien, 2006).
  public static let defaultThreshold = 0.75

  /// What is wrong with the grammar of the gist.
  public var findings: [Finding] { gist.findings }

  /// The gist itself, for its trace.
  package var gistEngine: GistEngine { gist }

  /// Translates one sentence.
  /// - Parameters:
  ///   - span: the sentence in the text.
  ///   - published: the article's date, ISO 8601; nil when not known.
  ///   - isChecked: whether the English is compared with the Vietnamese. Default: yes.
  public func translate(
    _ bytes: [UInt8], in span: TextSpan, published: String?, isChecked: Bool = true
  ) -> TranslatedSentence {
    var context = GistContext()
    return translate(
      bytes, in: span, published: published, isChecked: isChecked, context: &context)
  }

  /// Translates the next sentence of a text.
  /// - Parameter context: what the sentences before it said; this one is added.
  package func translate(
    _ bytes: [UInt8], in span: TextSpan, published: String?, isChecked: Bool = true,
    context: inout GistContext
  ) -> TranslatedSentence {
    var request = SentenceRequest(bytes: bytes, range: span.range, published: published)
    // The gist reads every sentence, whoever translates it: the next ones ask what it said.
    let own = gist.translate(bytes, in: span.range, published: published, context: &context)
    if let match = memory?.exact(request.text) {
      return checked(MemoryEngine.sentence(match), request, isChecked, match: match)
    }
    if engine.takesTerms { request = adding(terms(request), to: request) }
    let match = memory?.best(for: request.text, threshold: threshold)
    if let match, engine.name == MemoryEngine.engineName {
      return checked(MemoryEngine.sentence(match), request, isChecked, match: match)
    }
    let (sentence, flag) = english(request, own)
    let result = checked(sentence, request, isChecked, match: match)
    return result.with(flags: (flag.map { [$0] } ?? []) + result.flags, match: match)
  }

  /// Reads a sentence of a text that has its English already.
  /// - Parameter context: what the sentences before it said; this one is added.
  package func read(
    _ bytes: [UInt8], in span: TextSpan, published: String?, context: inout GistContext
  ) {
    _ = gist.translate(bytes, in: span.range, published: published, context: &context)
  }

  /// The engine's English, or the gist's with a flag.
  private func english(
    _ request: SentenceRequest, _ own: GistSentence
  ) -> (TranslatedSentence, Finding?) {
    if let answer = recorded?[request.text] {
      return (answer.sentence ?? own.traced(by: gist), answer.failure)
    }
    if engine.name == GistEngine.engineName || request.text.isEmpty {
      return (own.traced(by: gist), nil)
    }
    if failures >= Self.patience {
      standIns += 1
      return (
        own.traced(by: gist),
        Finding(
          .warning, EngineFailure.givenUp,
          "\(engine.name) failed \(Self.patience) times one after another and was not asked again; "
            + "this English is the gist's")
      )
    }
    do throws(EngineFailure) {
      let sentence = try engine.translate(request)
      failures = 0
      return (sentence, nil)
    } catch {
      if error.code == .noMatch { return (own.traced(by: gist), nil) }
      failures += 1
      standIns += 1
      return (
        own.traced(by: gist),
        Finding(
          .warning, error.code.rawValue,
          "\(engine.name): \(error.message); this English is the gist's")
      )
    }
  }

  private func checked(
    _ sentence: TranslatedSentence, _ request: SentenceRequest, _ isChecked: Bool,
    match: MemoryMatch?
  ) -> TranslatedSentence {
    guard isChecked, !request.range.isEmpty else { return sentence.with(flags: [], match: match) }
    let found = workbench.annotator.checkSentence(
      request.bytes, in: TextSpan(request.range.lowerBound, request.range.upperBound),
      published: request.published, against: sentence.text, userGlossaries: userGlossaries)
    return sentence.with(flags: found.map(\.finding), match: match)
  }

  // MARK: Terms

  /// The terms, names and titles of a sentence, and phrases composed of them, with their English, each
  /// once.
  private func terms(_ request: SentenceRequest) -> [TermConstraint] {
    let span = TextSpan(request.range.lowerBound, request.range.upperBound)
    let annotated = workbench.annotator.annotate(
      request.bytes, parts: [span], published: request.published)
    var seen: Set<String> = []
    return annotated.annotations.compactMap { annotation in
      let kinds: Set<AnnotationKind> = [.term, .title, .organization, .place, .person]
      let isComposed = annotation.origin.hasPrefix("compose:")
      guard isComposed || kinds.contains(annotation.kind), annotation.surface != annotation.target,
        workbench.glossaries.layer(ofOrigin: annotation.origin) != .vocabulary,
        seen.insert(annotation.surface).inserted
      else { return nil }
      return TermConstraint(vi: annotation.surface, en: annotation.target)
    }
  }

  private func adding(_ terms: [TermConstraint], to request: SentenceRequest) -> SentenceRequest {
    SentenceRequest(
      bytes: request.bytes, range: request.range, published: request.published, terms: terms)
  }
}
