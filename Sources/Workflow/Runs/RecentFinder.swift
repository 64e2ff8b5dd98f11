import Foundation
public import Reporting

/// Finds what changed in a set since an earlier run and since what an editor accepted.
public struct RecentFinder: Sendable {
  /// What an editor accepted for one article.
  public struct Accepted: Sendable {
    /// The brief.
    public let brief: Brief
    /// When, ISO 8601.
    public let time: String

    /// Makes it.
    public init(brief: Brief, time: String) {
      self.brief = brief
      self.time = time
    }
  }

  private let accepted: [String: Accepted]
  private let dismissed: Set<String>
  private let differ: BriefDiffer

  /// Makes a finder.
  /// - Parameter accepted: accepted briefs by the keys of their articles; they count before any run.
  /// - Parameter dismissed: the keys of changes that are not to be shown.
  public init(
    accepted: [String: Accepted], dismissed: Set<String>, differ: BriefDiffer = BriefDiffer()
  ) {
    self.accepted = accepted
    self.dismissed = dismissed
    self.differ = differ
  }

  /// What changed; nil when nothing is there to compare with.
  /// - Parameter pair: the earlier run beside this one; nil when there is none.
  /// - Parameter name: what the earlier run is called.
  public func changes(in set: SetBrief, pair: RunPair?, name: String) -> RecentChanges? {
    let diff = pair.map { RunDiffer(differ).diff($0, names: (name, "")) }
    guard diff != nil || set.articles.contains(where: { accepted[$0.key] != nil }) else {
      return nil
    }
    let changed = Dictionary((diff?.articles ?? []).map { ($0.key, $0) }) { first, _ in first }
    let same = Set((diff?.same ?? []).map(\.key))
    var hidden = 0
    var unchanged = 0
    var articles: [RecentChanges.Article] = []
    for (index, brief) in set.articles.enumerated() {
      let (since, all): (String?, [Change]) =
        if let known = accepted[brief.key] {
          ("accepted \(known.time)", differ.changes(from: known.brief, to: brief))
        } else if let found = changed[brief.key], found.status == .changed {
          (name, found.changes)
        } else {
          (same.contains(brief.key) ? name : nil, [])
        }
      let shown = all.filter { !dismissed.contains($0.dismissalKey(article: brief.key)) }
      hidden += all.count - shown.count
      if since != nil, shown.isEmpty {
        unchanged += 1
      } else {
        articles.append(
          RecentChanges.Article(
            article: index + 1, slug: brief.slug, headline: brief.headline, since: since,
            changes: shown))
      }
    }
    let gone = (diff?.articles ?? []).filter { $0.status == .gone }.map(\.key)
    return RecentChanges(
      since: diff == nil ? "what was accepted" : name, articles: articles, set: diff?.set ?? [],
      unchanged: unchanged, gone: gone, dismissed: hidden)
  }
}

extension Change {
  /// The name under which an editor dismisses this change of an article. Another text or another rule is
  /// another change, so it is shown again.
  public func dismissalKey(article: String) -> String {
    Digest.sha256(Data([article, identity, rule ?? ""].joined(separator: "\u{1F}").utf8))
  }
}
