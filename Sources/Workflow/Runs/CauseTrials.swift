import Reporting
import TextModel

/// One article that changed, with all that may have changed it.
struct CauseCase: Sendable {
  /// The earlier input and brief.
  let old: (input: SourceDocument, brief: Brief)
  /// The later input and brief.
  let new: (input: SourceDocument, brief: Brief)
  /// What differs.
  let factors: [CauseFactor]
  /// The changes to be explained.
  let changes: [Change]
  /// Whether the briefs were read without words and parts; they are compared with such.
  let isBare: Bool

  init(
    old: (input: SourceDocument, brief: Brief), new: (input: SourceDocument, brief: Brief),
    factors: [CauseFactor], changes: [Change]
  ) {
    self.old = old
    self.new = new
    self.factors = factors
    self.changes = changes
    isBare = old.brief.isBare && new.brief.isBare
  }
}

/// Makes runs of articles again, many at a time and in an order that builds each index once.
final class CauseTrials {
  /// One article with some factors as in the later run, in the order of its factors.
  struct Trial: Hashable, Sendable {
    let article: Int
    let later: [CauseFactor]
  }

  private let cases: [CauseCase]
  private let factors: CauseFactors
  private let replayer = RunReplayer()
  private var made: [Trial: Brief] = [:]
  /// The indices made so far.
  private var indices: Set<[CauseFactor]> = [[]]
  /// Bytes of articles that may still be briefed; nil for no limit.
  private var left: Int?

  /// What making an index costs, in bytes of articles that are briefed in that time.
  private static let indexCost = 50_000

  init(_ cases: [CauseCase], factors: CauseFactors, limit: Int?) {
    self.cases = cases
    self.factors = factors
    left = limit
  }

  /// Makes the trials of articles, of each article all or none, as far as the limit goes, but of one at
  /// least.
  /// - Returns: the articles for which it did not reach.
  func make(_ trials: [[Trial]]) throws -> [Int] {
    var taken: [Trial] = []
    var missed: [Int] = []
    for group in trials {
      let new = group.filter { made[$0] == nil }
      if takes(new) || taken.isEmpty {
        taken += new
      } else if let article = new.first?.article {
        missed.append(article)
      }
    }
    try makeAll(taken)
    return missed
  }

  /// Whether trials are within the limit, which they then use up.
  private func takes(_ trials: [Trial]) -> Bool {
    let keys = Set(trials.map { $0.later.filter(\.needsIndex) }).subtracting(indices)
    let bytes = trials.reduce(0) { $0 + cases[$1.article].new.input.bytes.count }
    let cost = bytes + keys.count * Self.indexCost
    if let left {
      if cost > left { return false }
      self.left = left - cost
    }
    indices.formUnion(keys)
    return true
  }

  private func makeAll(_ trials: [Trial]) throws {
    var order: [[CauseFactor]] = []
    var groups: [[CauseFactor]: [Trial]] = [:]
    for trial in trials {
      let key = trial.later.filter { $0.needsIndex || $0.isMemory }
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(trial)
    }
    let isBase = { (key: [CauseFactor]) in !key.contains(where: \.needsIndex) }
    for key in order.filter(isBase) + order.filter({ !isBase($0) }) {
      let files = factors.files(with: key)
      let stages = try replayer.stages(files.glossaries, files.data)
      let memory = stages.memory(factors.units(with: key))
      let trials = groups[key] ?? []
      let works = try trials.map { trial in
        (trial: trial, recipe: try factors.recipe(with: trial.later), recorded: try recorded(trial))
      }
      let briefs = Concurrent.map(works) { [cases] work in
        Result {
          try stages.result(
            [cases[work.trial.article].input(with: work.trial.later)], recipe: work.recipe,
            memory: memory, recorded: work.recorded
          ).articles.first
        }
      }
      for (trial, brief) in zip(trials, briefs) {
        let brief = try brief.get()
        made[trial] = cases[trial.article].isBare ? brief?.bare : brief
      }
    }
  }

  private func recorded(_ trial: Trial) throws -> RecordedAnswers? {
    let article = cases[trial.article]
    return try factors.recorded(article.old.brief, article.new.brief, with: trial.later)
  }

  /// The brief of a trial; nil when it was not made.
  func brief(of article: Int, with later: [CauseFactor]) -> Brief? {
    made[Trial(article: article, later: later)]
  }
}

extension CauseCase {
  /// The input, of the later run where the factors say so.
  fileprivate func input(with later: [CauseFactor]) -> SourceDocument {
    later.contains { if case .input = $0 { true } else { false } } ? new.input : old.input
  }
}

extension CauseFactor {
  /// Whether runs with it need an index of their own.
  fileprivate var needsIndex: Bool {
    switch self {
    case .input, .option, .memory, .otherMemory, .answers: false
    case .data, .row, .otherGlossary: true
    }
  }

  /// Whether runs with it need a memory of their own.
  fileprivate var isMemory: Bool {
    switch self {
    case .memory, .otherMemory: true
    default: false
    }
  }
}
