public import Reporting
import TextModel

/// Finds what changed between two sets of briefs.
public struct RunDiffer: Sendable {
  private let differ: BriefDiffer
  /// Paired intervals are given from this many articles on.
  private static let enough = 8

  /// Makes a differ.
  public init(_ differ: BriefDiffer = BriefDiffer()) { self.differ = differ }

  /// The changes from one run to another, without causes.
  /// - Parameter names: what the user called the two runs.
  public func diff(_ before: SetBrief, _ after: SetBrief, names: (String, String)) -> RunDiff {
    diff(
      before, after, names: names, same: [], keysBefore: before.articles.map(\.key),
      keysAfter: after.articles.map(\.key))
  }

  /// The changes from one run to another, without causes.
  public func diff(_ pair: RunPair, names: (String, String)) -> RunDiff {
    diff(
      pair.before.result, pair.after.result, names: names, same: pair.same,
      keysBefore: pair.keysBefore, keysAfter: pair.keysAfter)
  }

  private func diff(
    _ before: SetBrief, _ after: SetBrief, names: (String, String), same: [ArticleOutline],
    keysBefore: [String], keysAfter: [String]
  ) -> RunDiff {
    let pairs = ArticlePairs(before.articles, after.articles)
    var articles: [ArticleDiff] = []
    var unchanged = same.map { RunDiff.SameArticle(key: $0.key, headline: $0.headline) }
    let changed = Concurrent.map(pairs.both) { differ.changes(from: $0.0, to: $0.1) }
    for ((_, new), changes) in zip(pairs.both, changed) {
      if changes.isEmpty {
        unchanged.append(.init(key: new.key, headline: new.headline))
      } else {
        articles.append(
          ArticleDiff(
            key: new.key, headline: new.headline, status: .changed, changes: changes))
      }
    }
    articles += pairs.added.map {
      ArticleDiff(key: $0.key, headline: $0.headline, status: .added, changes: [])
    }
    articles += pairs.gone.map {
      ArticleDiff(key: $0.key, headline: $0.headline, status: .gone, changes: [])
    }
    let hasFigures = { (article: ArticleDiff) in
      article.changes.contains { $0.kind == .figure || $0.kind == .date }
    }
    return RunDiff(
      before: .init(name: names.0, title: before.title, signature: before.signature),
      after: .init(name: names.1, title: after.title, signature: after.signature),
      articles: articles.filter(hasFigures) + articles.filter { !hasFigures($0) },
      set: set(before, after, keysBefore, keysAfter), same: unchanged,
      metrics: pairs.both.count + same.count < Self.enough
        ? [] : RunMetrics.deltas(pairs.both, same: same.map(\.measures)))
  }

  private func set(
    _ before: SetBrief, _ after: SetBrief, _ keysBefore: [String], _ keysAfter: [String]
  ) -> [Change] {
    let stories = StoryDiffer(
      before: .init(stories: before.stories, keys: keysBefore),
      after: .init(stories: after.stories, keys: keysAfter))
    return stories.changes().filter { $0.kind == .figure } + points(before, after)
      + stories.changes().filter { $0.kind != .figure }
      + UnknownFields.changes(from: before, to: after, known: UnknownFields.ofSet)
  }

  /// Points of the set that entered or left, known by their words.
  private func points(_ before: SetBrief, _ after: SetBrief) -> [Change] {
    let old = before.points.map(\.vi)
    let new = after.points.map(\.vi)
    var changes: [Change] = []
    if before.title != after.title {
      changes.append(
        Change(.headline, "title of the set", before: before.title, after: after.title))
    }
    for change in new.difference(from: old).inferringMoves() {
      switch change {
      case .remove(_, let text, nil):
        changes.append(Change(.left, "point of the set", before: text, after: nil))
      case .insert(_, let text, nil):
        changes.append(Change(.entered, "point of the set", before: nil, after: text))
      case .insert(_, let text, .some):
        changes.append(Change(.moved, "point of the set", before: nil, after: text))
      case .remove: break
      }
    }
    return changes
  }
}

/// The articles that belong together in two runs: by address, by place, by bytes, by headline.
struct ArticlePairs {
  /// Articles that stand in both runs, in the order of the later.
  let both: [(Brief, Brief)]
  /// Articles only in the later.
  let added: [Brief]
  /// Articles only in the earlier.
  let gone: [Brief]

  init(_ before: [Brief], _ after: [Brief]) {
    var partner: [Int: Int] = [:]
    var taken: Set<Int> = []
    let names: [(Brief) -> String?] = [
      { $0.metadata.url }, { $0.origin == "-" ? nil : $0.origin }, { $0.id }, { $0.headline.vi },
    ]
    for name in names {
      var free: [String: [Int]] = [:]
      for (index, brief) in before.enumerated() where !taken.contains(index) {
        if let name = name(brief) { free[name, default: []].append(index) }
      }
      for (index, brief) in after.enumerated() where partner[index] == nil {
        guard let name = name(brief), let old = free[name]?.first else { continue }
        free[name]?.removeFirst()
        partner[index] = old
        taken.insert(old)
      }
    }
    both = after.indices.compactMap { index in partner[index].map { (before[$0], after[index]) } }
    added = after.indices.filter { partner[$0] == nil }.map { after[$0] }
    gone = before.indices.filter { !taken.contains($0) }.map { before[$0] }
  }
}

extension Brief {
  /// What an article is known by from run to run: its address, or where it was read.
  public var key: String { metadata.url ?? (origin == "-" ? id : origin) }
}
