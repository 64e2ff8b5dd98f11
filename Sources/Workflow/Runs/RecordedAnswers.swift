import Reporting
import TextModel
import Translation

/// What an outside engine answered in stored runs. It cannot be asked again: it may be gone, cost money,
/// or answer otherwise.
struct RecordedAnswers: Sendable {
  /// One answer.
  struct Answer: Hashable, Sendable {
    /// The English; nil where the engine failed and the gist stood in.
    let sentence: TranslatedSentence?
    /// Why the engine failed; nil where it did not.
    let failure: Finding?
  }

  private var answers: [String: Answer] = [:]

  /// The answers in some briefs; of two for the same Vietnamese the first.
  init(_ briefs: [Brief]) {
    for brief in briefs {
      for point in brief.points + brief.glance + brief.leftOut {
        put(point.vi, point.english, point.english.flags)
      }
      let line = brief.headline
      guard let en = line.en, let engine = line.engine else { continue }
      put(
        line.vi, TranslatedSentence(text: en, engine: engine, confidence: nil),
        brief.findings.filter { $0.message.hasPrefix(Self.headline) }.map(\.ofSentence))
    }
  }

  /// How a finding of a brief begins that speaks of its headline.
  static let headline = "headline: "

  private mutating func put(_ vi: String, _ sentence: TranslatedSentence, _ flags: [Finding]) {
    let vi = MemoryUnit.plain(vi)
    guard answers[vi] == nil, sentence.engine != MemoryEngine.engineName else { return }
    let failure = flags.first { EngineFailure.isFailure($0.code) }
    if sentence.engine != GistEngine.engineName {
      answers[vi] = Answer(sentence: sentence.with(flags: [], match: nil), failure: failure)
    } else if failure != nil {
      answers[vi] = Answer(sentence: nil, failure: failure)
    }
  }

  /// The answer for a sentence; nil when none is known.
  subscript(vi: String) -> Answer? { answers[vi] }

  /// Whether two records answer one sentence in different words.
  func contradicts(_ other: RecordedAnswers) -> Bool {
    answers.contains { vi, answer in
      other.answers[vi].map {
        $0.sentence?.text != answer.sentence?.text || $0.failure != answer.failure
      } ?? false
    }
  }
}

extension Finding {
  /// A finding of a headline as it was told of its sentence.
  fileprivate var ofSentence: Finding {
    Finding(
      severity, code, String(message.dropFirst(RecordedAnswers.headline.count)), at: place, fix: fix
    )
  }
}
