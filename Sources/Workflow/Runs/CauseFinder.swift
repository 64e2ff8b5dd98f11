public import Reporting
import TextModel

/// Says what made the changes between two runs, by running again with one thing changed at a time.
///
/// The earlier run is made again with one factor as in the later: the changes that show are that
/// factor's. A change that shows under no factor alone needs several: those without which it does not
/// come about, each taken back from the later run, are its joint causes.
public final class CauseFinder {
  /// How much may be tried.
  public struct Limits: Sendable {
    /// Runs of one article. Default: 64.
    public var replays = 64
    /// The defaults.
    public init() {}
  }

  private let before: RunContents
  private let after: RunContents
  private let differ: BriefDiffer
  private let replayer: RunReplayer
  private let limits: Limits
  private let glossary: GlossaryDelta
  private let recipe: RecipeDelta

  /// Makes a finder for two stored runs.
  /// - Throws: when the options of a run cannot be compared.
  public init(
    _ before: RunContents, _ after: RunContents, language: LanguageData,
    differ: BriefDiffer = BriefDiffer(), limits: Limits = Limits()
  ) throws {
    self.before = before
    self.after = after
    self.differ = differ
    self.limits = limits
    replayer = RunReplayer(language: language)
    glossary = GlossaryDelta(before.glossaries, after.glossaries)
    recipe = try RecipeDelta(before.recipe, after.recipe)
  }

  /// The diff with causes at its changes. A cause that cannot be found is left out.
  /// - Throws: when an input of a run can no longer be read.
  public func explaining(_ diff: RunDiff) throws -> RunDiff {
    let articles = try diff.articles.map { article in
      guard article.status == .changed else { return article }
      return ArticleDiff(
        key: article.key, headline: article.headline, status: article.status,
        changes: try explain(article))
    }
    return RunDiff(
      before: diff.before, after: diff.after, articles: articles,
      set: setCauses(diff.set, articles), unchanged: diff.unchanged, metrics: diff.metrics)
  }

  // MARK: One article

  private func explain(_ article: ArticleDiff) throws -> [Change] {
    guard let old = pair(article.key, in: before), let new = pair(article.key, in: after) else {
      return article.changes
    }
    let trial = Trial(old: old, new: new, finder: self)
    let factors = trial.factors
    if factors.isEmpty {
      return article.changes.map { $0.caused(by: [versionCause]) }
    }
    if factors.count == 1, sameVersions {
      return article.changes.map { $0.caused(by: [factors[0].cause(isJoint: false)]) }
    }
    return try trial.explain(article.changes, factors)
  }

  /// The input and brief of an article.
  private func pair(_ key: String, in run: RunContents) -> (SourceDocument, Brief)? {
    zip(run.inputs, run.result.articles).first { $0.1.key == key }
  }

  private var sameVersions: Bool {
    let old = before.result.signature
    let new = after.result.signature
    return (old.tool, old.icu, old.unicode, old.cldr) == (new.tool, new.icu, new.unicode, new.cldr)
  }

  private var versionCause: Cause {
    let old = before.result.signature
    let new = after.result.signature
    return Cause(
      .version,
      "songngu \(old.tool), ICU \(old.icu), CLDR \(old.cldr) → songngu \(new.tool), ICU \(new.icu), CLDR \(new.cldr)"
    )
  }

  // MARK: The set

  /// The set's points follow from its articles: the causes of theirs, or articles that came and went.
  private func setCauses(_ changes: [Change], _ articles: [ArticleDiff]) -> [Change] {
    var causes: [Cause] = []
    for article in articles {
      if article.status != .changed {
        causes.append(Cause(.set, "article \(article.status.rawValue): \(article.key)"))
      }
      for cause in article.changes.flatMap(\.causes) where !causes.contains(cause) {
        causes.append(cause)
      }
    }
    for option in recipe.options {
      let cause = Cause(.option, option.description)
      if !causes.contains(cause) { causes.append(cause) }
    }
    let isJoint = causes.count > 1
    let all = causes.map { Cause($0.factor, $0.detail, isJoint: isJoint) }
    return changes.map { $0.caused(by: all) }
  }
}

extension CauseFinder {
  /// One thing that differs between the runs of an article.
  fileprivate enum Factor: Hashable {
    case input(String, String)
    case option(RecipeDelta.Option)
    case row(GlossaryDelta.RowChange)
    case otherGlossary(String, [GlossaryDelta.RowChange])

    func cause(isJoint: Bool) -> Cause {
      switch self {
      case .input(let old, let new):
        Cause(.input, "bytes \(old.prefix(12)) → \(new.prefix(12))", isJoint: isJoint)
      case .option(let option): Cause(.option, option.description, isJoint: isJoint)
      case .row(let row): Cause(.glossary, row.description, isJoint: isJoint)
      case .otherGlossary(let names, _): Cause(.glossary, names, isJoint: isJoint)
      }
    }
  }

  /// The trials for one article.
  fileprivate final class Trial {
    private let old: (input: SourceDocument, brief: Brief)
    private let new: (input: SourceDocument, brief: Brief)
    private let finder: CauseFinder
    private var replays = 0

    init(
      old: (SourceDocument, Brief), new: (SourceDocument, Brief), finder: CauseFinder
    ) {
      self.old = old
      self.new = new
      self.finder = finder
    }

    /// What differs for this article. Rows whose spellings stand in neither text cannot matter and
    /// are tried together.
    lazy var factors: [Factor] = {
      var factors: [Factor] = []
      if old.input.id != new.input.id { factors.append(.input(old.input.id, new.input.id)) }
      factors += finder.recipe.options.map(Factor.option)
      let texts = [old.brief, new.brief].map { brief in
        (BriefSentences(brief).texts + [brief.headline.vi]).joined(separator: " ").lowercased()
      }
      let near = finder.glossary.rows.filter { row in
        row.spellings.contains { spelling in
          texts.contains { $0.contains(spelling.lowercased()) }
        }
      }
      factors += near.map(Factor.row)
      let far = finder.glossary.rows.filter { !near.contains($0) }
      if far.count + finder.glossary.files.count > 0 {
        let files =
          finder.glossary.files.isEmpty
          ? "" : ", files: " + finder.glossary.files.joined(separator: ", ")
        factors.append(
          .otherGlossary("\(far.count) rows of terms that do not stand here\(files)", far))
      }
      return factors
    }()

    /// The brief with some factors as in the later run.
    private func brief(with later: [Factor]) throws -> Brief? {
      replays += 1
      if later.count == factors.count {
        return try finder.replayer.brief(
          new.input, recipe: finder.after.recipe, glossaries: finder.after.glossaries)
      }
      var input = old.input
      var options: [RecipeDelta.Option] = []
      var rows: [GlossaryDelta.RowChange] = []
      var takesFiles = false
      for factor in later {
        switch factor {
        case .input: input = new.input
        case .option(let option): options.append(option)
        case .row(let row): rows.append(row)
        case .otherGlossary(_, let far):
          rows += far
          takesFiles = true
        }
      }
      return try finder.replayer.brief(
        input, recipe: try finder.recipe.earlier(with: options),
        glossaries: finder.glossary.earlier(with: rows, takingFiles: takesFiles))
    }

    private func identities(from: Brief, to: Brief?) -> Set<String> {
      to.map { Set(finder.differ.changes(from: from, to: $0).map(\.identity)) } ?? []
    }

    func explain(_ changes: [Change], _ factors: [Factor]) throws -> [Change] {
      guard let base = try brief(with: []) else { return changes }
      let byVersion = finder.sameVersions ? [] : identities(from: old.brief, to: base)
      var alone: [(Factor, Set<String>)] = []
      for factor in factors where replays < finder.limits.replays {
        alone.append((factor, identities(from: base, to: try brief(with: [factor]))))
      }
      var causes = changes.map { change -> [Cause] in
        var found = alone.filter { $0.1.contains(change.identity) }.map {
          $0.0.cause(isJoint: false)
        }
        if found.isEmpty, byVersion.contains(change.identity) { found = [finder.versionCause] }
        return found
      }
      for factor in factors where factors.count > 1 && replays < finder.limits.replays {
        guard causes.contains(where: { $0.isEmpty || $0.allSatisfy(\.isJoint) }) else { break }
        let without = identities(
          from: base, to: try brief(with: factors.filter { $0 != factor }))
        for index in changes.indices where causes[index].allSatisfy(\.isJoint) {
          if !without.contains(changes[index].identity) {
            causes[index].append(factor.cause(isJoint: true))
          }
        }
      }
      return zip(changes, causes).map { $0.caused(by: $1) }
    }
  }
}
