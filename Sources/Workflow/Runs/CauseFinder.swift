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
    /// Bytes of articles that are briefed again, counted each time, all together; an index that must be
    /// made counts as 50,000. Not time, so that the same runs always have the same causes. Default:
    /// 2,000,000; nil for no limit.
    public var text: Int? = 2_000_000
    /// The defaults.
    public init() {}
  }

  private let before: RunContents
  private let after: RunContents
  private let differ: BriefDiffer
  private let limits: Limits
  private let factors: CauseFactors

  /// Makes a finder for two stored runs.
  /// - Throws: when the options of a run cannot be compared.
  public init(
    _ before: RunContents, _ after: RunContents, differ: BriefDiffer = BriefDiffer(),
    limits: Limits = Limits()
  ) throws {
    self.before = before
    self.after = after
    self.differ = differ
    self.limits = limits
    factors = try CauseFactors(before, after)
  }

  /// The diff with causes at its changes. A cause that cannot be found is left out.
  /// - Throws: when an input of a run can no longer be read.
  public func explaining(_ diff: RunDiff) throws -> RunDiff {
    let pairs = ArticlePairs(before.result.articles, after.result.articles).both
    let byKey = Dictionary(pairs.map { ($0.1.key, $0) }) { first, _ in first }
    let olds = inputs(before)
    let news = inputs(after)
    var places: [Int] = []
    var cases: [CauseCase] = []
    for (index, article) in diff.articles.enumerated() where article.status == .changed {
      guard let (was, now) = byKey[article.key], let old = olds[was.id], let new = news[now.id]
      else { continue }
      places.append(index)
      cases.append(
        CauseCase(
          old: (old, was), new: (new, now), factors: factors.of(was, now),
          changes: article.changes))
    }
    let (explained, untried) = try explain(cases)
    var articles = diff.articles
    for (place, changes) in zip(places, explained) {
      articles[place] = articles[place].with(changes: changes)
    }
    return diff.with(
      articles: articles, set: setCauses(diff.set, articles), untried: untried)
  }

  /// The inputs of a run by their digests, by which briefs name them.
  private func inputs(_ run: RunContents) -> [String: SourceDocument] {
    Dictionary(run.inputs.map { ($0.id, $0) }) { first, _ in first }
  }

  // MARK: Articles

  /// The changes with their causes, and for how many articles the limit did not reach.
  private func explain(_ cases: [CauseCase]) throws -> ([[Change]], untried: Int) {
    let trials = CauseTrials(cases, factors: factors, limit: limits.text)
    let isReproduced = try isReproduced(cases, trials)
    var open: [Int] = []
    var result = cases.enumerated().map { index, article in
      if article.factors.count == 1, isReproduced {
        return article.changes.map { $0.caused(by: [article.factors[0].cause(isJoint: false)]) }
      }
      if article.factors.isEmpty {
        return article.changes.map { $0.caused(by: [versionCause(isJoint: false)]) }
      }
      open.append(index)
      return article.changes
    }
    var untried = Set(
      try trials.make(
        open.map { index in
          let alone: [[CauseFactor]] = [[]] + cases[index].near.map { [$0] }
          return alone.prefix(limits.replays).map { CauseTrials.Trial(article: index, later: $0) }
        }))
    let tried = open.filter { !untried.contains($0) }
    for index in tried { result[index] = alone(index, cases[index], trials) }
    let unexplained = tried.filter { index in result[index].contains { $0.causes.isEmpty } }
    untried.formUnion(
      try trials.make(
        unexplained.map { index in
          cases[index].joint.prefix(max(0, limits.replays - cases[index].near.count - 1)).map {
            CauseTrials.Trial(article: index, later: $0)
          }
        }))
    for index in unexplained where !untried.contains(index) {
      result[index] = joint(index, cases[index], result[index], trials)
    }
    return (result, untried.count)
  }

  /// Whether this program makes the two stored briefs of the first article again; then the version is
  /// no cause of anything.
  private func isReproduced(_ cases: [CauseCase], _ trials: CauseTrials) throws -> Bool {
    guard sameVersions else { return false }
    guard let first = cases.first, !first.factors.isEmpty else { return true }
    _ = try trials.make([
      [
        CauseTrials.Trial(article: 0, later: []),
        CauseTrials.Trial(article: 0, later: first.factors),
      ]
    ])
    guard let base = trials.brief(of: 0, with: []),
      let full = trials.brief(of: 0, with: first.factors)
    else { return false }
    return differ.changes(from: first.old.brief, to: base).isEmpty
      && differ.changes(from: first.new.brief, to: full).isEmpty
  }

  private func identities(from: Brief, to: Brief?) -> Set<String> {
    to.map { Set(differ.changes(from: from, to: $0).map(\.identity)) } ?? []
  }

  /// The changes that one factor alone makes, or the version alone.
  private func alone(_ index: Int, _ article: CauseCase, _ trials: CauseTrials) -> [Change] {
    guard let base = trials.brief(of: index, with: []) else { return article.changes }
    let byVersion = identities(from: article.old.brief, to: base)
    let made = article.near.map {
      ($0, identities(from: base, to: trials.brief(of: index, with: [$0])))
    }
    return article.changes.map { change in
      var found = made.filter { $0.1.contains(change.identity) }.map { $0.0.cause(isJoint: false) }
      if found.isEmpty, byVersion.contains(change.identity) {
        found = [versionCause(isJoint: false)]
      }
      return change.caused(by: found)
    }
  }

  /// The changes that need several factors, or a factor and the version.
  private func joint(
    _ index: Int, _ article: CauseCase, _ changes: [Change], _ trials: CauseTrials
  ) -> [Change] {
    guard let base = trials.brief(of: index, with: []),
      let whole = trials.brief(of: index, with: article.factors)
    else { return changes }
    let full = identities(from: base, to: whole)
    let without = article.factors.compactMap { factor -> (CauseFactor, Set<String>)? in
      let others = article.factors.filter { $0 != factor }
      return trials.brief(of: index, with: others).map { (factor, identities(from: base, to: $0)) }
    }
    return changes.map { change in
      guard change.causes.isEmpty else { return change }
      var found = without.filter { !$0.1.contains(change.identity) }.map(\.0)
      if found.count > 1 { found.removeAll(where: \.isFar) }
      let needsVersion = !full.contains(change.identity)
      if needsVersion { found = found.filter { touches($0, change, base, index, trials) } }
      let isJoint = found.count + (needsVersion ? 1 : 0) > 1
      return change.caused(
        by: found.map { $0.cause(isJoint: isJoint) }
          + (needsVersion ? [versionCause(isJoint: isJoint)] : []))
    }
  }

  /// Whether a factor alone changes the thing that a change speaks of, whatever the texts.
  private func touches(
    _ factor: CauseFactor, _ change: Change, _ base: Brief, _ index: Int, _ trials: CauseTrials
  ) -> Bool {
    guard let made = trials.brief(of: index, with: [factor]) else { return false }
    return differ.changes(from: base, to: made).contains {
      $0.kind == change.kind && $0.subject == change.subject
    }
  }

  // MARK: Versions

  private var sameVersions: Bool {
    let old = before.result.signature
    let new = after.result.signature
    return (old.tool, old.icu, old.unicode, old.cldr) == (new.tool, new.icu, new.unicode, new.cldr)
  }

  private func versionCause(isJoint: Bool) -> Cause {
    let old = before.result.signature
    let new = after.result.signature
    let words = { (signature: Signature) in
      "songngu \(signature.tool), ICU \(signature.icu), CLDR \(signature.cldr)"
    }
    return Cause(
      .version,
      sameVersions
        ? "another build of \(words(new)), or data files that the earlier run did not keep"
        : "\(words(old)) → \(words(new))", isJoint: isJoint)
  }

  // MARK: The set

  /// The set's points follow from its articles: the causes of theirs, or articles that came and went.
  private func setCauses(_ changes: [Change], _ articles: [ArticleDiff]) -> [Change] {
    if changes.isEmpty { return [] }
    let settings = factors.options.map(CauseFactor.option) + factors.files.map(CauseFactor.data)
    let all =
      settings.map { $0.cause(isJoint: false) }
      + articles.flatMap { article in
        article.status == .changed
          ? article.changes.flatMap(\.causes)
          : [Cause(.set, "article \(article.status.rawValue): \(article.key)")]
      }
    var seen: Set<Cause> = []
    let causes = all.map { Cause($0.factor, $0.detail) }.filter { seen.insert($0).inserted }
    var shown = causes.prefix(Self.shownCauses).map {
      Cause($0.factor, $0.detail, isJoint: causes.count > 1)
    }
    if causes.count > shown.count {
      shown.append(Cause(.set, "\(causes.count - shown.count) more, given with the articles"))
    }
    return changes.map { $0.caused(by: shown) }
  }

  /// How many causes a change of the set names.
  private static let shownCauses = 8
}

extension CauseCase {
  /// The factors that are tried alone; those that cannot matter only when there is no other.
  fileprivate var near: [CauseFactor] {
    let near = factors.filter { !$0.isFar }
    return near.isEmpty ? factors : near
  }

  /// The trials for joint causes: all factors, then all but one.
  fileprivate var joint: [[CauseFactor]] {
    [factors] + factors.map { factor in factors.filter { $0 != factor } }
  }
}
