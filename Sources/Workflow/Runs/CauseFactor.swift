import Reporting
import TextModel

/// One thing that differs between two runs of an article, and can be changed alone.
enum CauseFactor: Hashable {
  /// The bytes of the article; digests before and after.
  case input(String, String)
  /// One option.
  case option(RecipeDelta.Option)
  /// One data file.
  case data(DataDelta.FileChange)
  /// The rows of one term in one glossary.
  case row(GlossaryDelta.RowChange)
  /// Rows of terms that stand in neither text, which are all but those given, and files that change only as
  /// a whole; in words.
  case otherGlossary(String, near: [GlossaryDelta.RowChange])
  /// One approved sentence of the translation memory.
  case memory(MemoryDelta.UnitChange)
  /// Approved sentences that stand beside none of the article's, which are all but those given; how many.
  case otherMemory(Int, near: [MemoryDelta.UnitChange])
  /// What an outside engine answered to the same sentences; its name.
  case answers(String)

  /// The factor as a cause.
  func cause(isJoint: Bool) -> Cause {
    switch self {
    case .input(let old, let new):
      Cause(.input, "bytes \(old.prefix(12)) → \(new.prefix(12))", isJoint: isJoint)
    case .option(let option): Cause(.option, option.description, isJoint: isJoint)
    case .data(let file): Cause(file.factor, file.description, isJoint: isJoint)
    case .row(let row): Cause(.glossary, row.description, isJoint: isJoint)
    case .otherGlossary(let names, _): Cause(.glossary, names, isJoint: isJoint)
    case .memory(let unit): Cause(.memory, unit.description, isJoint: isJoint)
    case .otherMemory(let count, _):
      Cause(
        .memory, "\(count) approved sentences that stand beside none here", isJoint: isJoint)
    case .answers(let name):
      Cause(
        .engine,
        "\(name) answered otherwise; an outside engine cannot be asked again, so why is not known",
        isJoint: isJoint)
    }
  }

  /// Whether it cannot matter by itself, and is tried only when nothing else explains a change.
  var isFar: Bool {
    switch self {
    case .otherGlossary, .otherMemory: true
    default: false
    }
  }
}

/// What differs between two runs as a whole.
struct CauseFactors {
  private let glossary: GlossaryDelta
  private let recipe: RecipeDelta
  private let data: DataDelta
  private let memory: MemoryDelta
  private let finder: RowFinder
  private let before: RunContents
  private let after: RunContents

  /// The options that differ.
  var options: [RecipeDelta.Option] { recipe.options }
  /// The data files that differ.
  var files: [DataDelta.FileChange] { data.files }

  init(_ before: RunContents, _ after: RunContents) throws {
    glossary = GlossaryDelta(before.glossaries, after.glossaries)
    recipe = try RecipeDelta(before.recipe, after.recipe)
    data = DataDelta(before.data, after.data)
    memory = MemoryDelta(before, after)
    finder = RowFinder(glossary.rows)
    self.before = before
    self.after = after
  }

  /// What differs for one article. Rows whose spellings stand in neither text cannot matter and are
  /// tried together.
  func of(_ old: Brief, _ new: Brief) -> [CauseFactor] {
    var factors: [CauseFactor] = []
    if old.id != new.id { factors.append(.input(old.id, new.id)) }
    factors +=
      recipe.options.filter { !$0.isOfSet }.map(CauseFactor.option)
      + data.files.map(CauseFactor.data)
    return factors + english(old, new) + rows(old, new)
  }

  /// What differs in the sources of its English: approved sentences, answers of an outside engine.
  private func english(_ old: Brief, _ new: Brief) -> [CauseFactor] {
    var factors: [CauseFactor] = []
    if !memory.units.isEmpty {
      let beside = Set([old, new].flatMap(\.remembered))
      let near = memory.units.filter { beside.contains($0.vi) }
      let rest = memory.units.count - near.count
      factors += near.map(CauseFactor.memory) + (rest == 0 ? [] : [.otherMemory(rest, near: near)])
    }
    if let engine = after.recipe.engine, engine == before.recipe.engine,
      EngineChoice.isOutside(engine), RecordedAnswers([old]).contradicts(RecordedAnswers([new]))
    {
      factors.append(.answers(EngineChoice.name(engine)))
    }
    return factors
  }

  /// The rows of glossaries that differ.
  private func rows(_ old: Brief, _ new: Brief) -> [CauseFactor] {
    if glossary.rows.isEmpty && glossary.files.isEmpty { return [] }
    let near = finder.rows(
      in: [old, new].map { brief in
        (BriefSentences(brief).texts + [brief.headline.vi]).joined(separator: " ")
      })
    let rest = glossary.rows.count - near.count
    if rest + glossary.files.count == 0 { return near.map(CauseFactor.row) }
    let files = glossary.files.isEmpty ? "" : ", files: " + glossary.files.joined(separator: ", ")
    return near.map(CauseFactor.row)
      + [.otherGlossary("\(rest) rows of terms that do not stand here\(files)", near: near)]
  }

  /// The earlier run's options with some factors as in the later run.
  func recipe(with later: [CauseFactor]) throws -> Recipe {
    try recipe.earlier(
      with: later.compactMap { if case .option(let option) = $0 { option } else { nil } })
  }

  /// What an outside engine answered, where a run with some factors as in the later run asks one: its own
  /// run's answers before the other's.
  func recorded(
    _ old: Brief, _ new: Brief, with later: [CauseFactor]
  ) throws -> RecordedAnswers? {
    let engine = try recipe(with: later).engine
    guard EngineChoice.isOutside(engine) else { return nil }
    let isLater =
      engine != before.recipe.engine
      || later.contains { if case .answers = $0 { true } else { false } }
    return RecordedAnswers(isLater ? [new, old] : [old, new])
  }

  /// The earlier run's approved sentences with some factors as in the later run.
  func units(with later: [CauseFactor]) -> [MemoryUnit] {
    memory.earlier(
      with: later.flatMap { factor -> [MemoryDelta.UnitChange] in
        switch factor {
        case .memory(let unit): [unit]
        case .otherMemory(_, let near):
          memory.units.filter { unit in !near.contains { $0.vi == unit.vi } }
        default: []
        }
      })
  }

  /// The earlier run's glossary and data files with some factors as in the later run.
  func files(with later: [CauseFactor]) -> (glossaries: [GlossarySource], data: [DataFile]) {
    var rows: [GlossaryDelta.RowChange] = []
    var files: [DataDelta.FileChange] = []
    var takesFiles = false
    for factor in later {
      switch factor {
      case .input, .option, .memory, .otherMemory, .answers: break
      case .data(let file): files.append(file)
      case .row(let row): rows.append(row)
      case .otherGlossary(_, let near):
        let near = Set(near)
        rows += glossary.rows.filter { !near.contains($0) }
        takesFiles = true
      }
    }
    let isWhole = takesFiles && rows.count == glossary.rows.count
    return (
      isWhole ? after.glossaries : glossary.earlier(with: rows, takingFiles: takesFiles),
      data.earlier(with: files)
    )
  }
}

extension Brief {
  /// The Vietnamese of approved sentences that may stand beside its own: those that did, and its headline.
  fileprivate var remembered: [String] {
    (points + glance + leftOut).compactMap(\.english.match?.vi) + [MemoryUnit.plain(headline.vi)]
  }
}
