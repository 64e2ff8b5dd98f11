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
  /// Rows of terms that stand in neither text, and files that change only as a whole.
  case otherGlossary(String, [GlossaryDelta.RowChange])

  /// The factor as a cause.
  func cause(isJoint: Bool) -> Cause {
    switch self {
    case .input(let old, let new):
      Cause(.input, "bytes \(old.prefix(12)) → \(new.prefix(12))", isJoint: isJoint)
    case .option(let option): Cause(.option, option.description, isJoint: isJoint)
    case .data(let file): Cause(file.factor, file.description, isJoint: isJoint)
    case .row(let row): Cause(.glossary, row.description, isJoint: isJoint)
    case .otherGlossary(let names, _): Cause(.glossary, names, isJoint: isJoint)
    }
  }

  /// Whether it cannot matter by itself, and is tried only when nothing else explains a change.
  var isFar: Bool { if case .otherGlossary = self { true } else { false } }
}

/// What differs between two runs as a whole.
struct CauseFactors {
  private let glossary: GlossaryDelta
  private let recipe: RecipeDelta
  private let data: DataDelta
  private let after: RunContents

  /// The options that differ.
  var options: [RecipeDelta.Option] { recipe.options }
  /// The data files that differ.
  var files: [DataDelta.FileChange] { data.files }

  init(_ before: RunContents, _ after: RunContents) throws {
    glossary = GlossaryDelta(before.glossaries, after.glossaries)
    recipe = try RecipeDelta(before.recipe, after.recipe)
    data = DataDelta(before.data, after.data)
    self.after = after
  }

  /// What differs for one article. Rows whose spellings stand in neither text cannot matter and are
  /// tried together.
  func of(_ old: Brief, _ new: Brief) -> [CauseFactor] {
    var factors: [CauseFactor] = []
    if old.id != new.id { factors.append(.input(old.id, new.id)) }
    factors += recipe.options.map(CauseFactor.option) + data.files.map(CauseFactor.data)
    if glossary.rows.isEmpty && glossary.files.isEmpty { return factors }
    let texts = [old, new].map { brief in
      (BriefSentences(brief).texts + [brief.headline.vi]).joined(separator: " ").lowercased()
    }
    let near = glossary.rows.filter { row in
      row.spellings.contains { spelling in
        texts.contains { $0.contains(spelling.lowercased()) }
      }
    }
    factors += near.map(CauseFactor.row)
    let far = glossary.rows.filter { !near.contains($0) }
    if far.count + glossary.files.count > 0 {
      let files = glossary.files.isEmpty ? "" : ", files: " + glossary.files.joined(separator: ", ")
      factors.append(
        .otherGlossary("\(far.count) rows of terms that do not stand here\(files)", far))
    }
    return factors
  }

  /// The earlier run's options with some factors as in the later run.
  func recipe(with later: [CauseFactor]) throws -> Recipe {
    try recipe.earlier(
      with: later.compactMap { if case .option(let option) = $0 { option } else { nil } })
  }

  /// The earlier run's glossary and data files with some factors as in the later run.
  func files(with later: [CauseFactor]) -> (glossaries: [GlossarySource], data: [DataFile]) {
    var rows: [GlossaryDelta.RowChange] = []
    var files: [DataDelta.FileChange] = []
    var takesFiles = false
    for factor in later {
      switch factor {
      case .input, .option: break
      case .data(let file): files.append(file)
      case .row(let row): rows.append(row)
      case .otherGlossary(_, let far):
        rows += far
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
