import Reporting
import TextModel

/// One article that changed, with all that may have changed it.
struct CauseCase {
  /// The earlier input and brief.
  let old: (input: SourceDocument, brief: Brief)
  /// The later input and brief.
  let new: (input: SourceDocument, brief: Brief)
  /// What differs.
  let factors: [CauseFactor]
  /// The changes to be explained.
  let changes: [Change]
}

/// Makes runs of articles again, many at a time and in an order that builds each index once.
final class CauseTrials {
  /// One article with some factors as in the later run, in the order of its factors.
  struct Trial: Hashable {
    let article: Int
    let later: [CauseFactor]
  }

  private let cases: [CauseCase]
  private let factors: CauseFactors
  private let replayer = RunReplayer()
  private var made: [Trial: Brief] = [:]
  /// Runs that may still be made.
  private(set) var left: Int

  init(_ cases: [CauseCase], factors: CauseFactors, limit: Int) {
    self.cases = cases
    self.factors = factors
    left = limit
  }

  /// Makes the trials that were not made yet, as far as the limit goes.
  func make(_ trials: [Trial]) throws {
    var order: [[CauseFactor]] = []
    var groups: [[CauseFactor]: [Trial]] = [:]
    for trial in trials where made[trial] == nil {
      let key = trial.later.filter(\.needsIndex)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(trial)
    }
    for key in order where left > 0 {
      let files = factors.files(with: key)
      let stages = try replayer.stages(files.glossaries, files.data)
      for trial in groups[key] ?? [] where left > 0 {
        left -= 1
        made[trial] = try brief(trial, stages)
      }
    }
  }

  /// The brief of a trial; nil when it was not made.
  func brief(of article: Int, with later: [CauseFactor]) -> Brief? {
    made[Trial(article: article, later: later)]
  }

  private func brief(_ trial: Trial, _ stages: RunReplayer.Stages) throws -> Brief? {
    let article = cases[trial.article]
    let takesInput = trial.later.contains { if case .input = $0 { true } else { false } }
    return try stages.brief(
      takesInput ? article.new.input : article.old.input,
      recipe: try factors.recipe(with: trial.later))
  }
}

extension CauseFactor {
  /// Whether runs with it need an index of their own.
  fileprivate var needsIndex: Bool {
    switch self {
    case .input, .option: false
    case .data, .row, .otherGlossary: true
    }
  }
}
