import GRDB
public import Reporting
import Workflow

/// What changed since the runs before.
extension RunStore {
  /// What changed in a run since the latest run before it that shares an article and has another
  /// signature; articles that were accepted are compared with what was accepted.
  ///
  /// A run that is made again therefore says the same, not "no changes".
  /// - Returns: nil when there is nothing to compare with.
  public func recentChanges(
    in set: SetBrief, of run: RunSummary
  ) throws(StoreError) -> RecentChanges? {
    let finder = RecentFinder(
      accepted: Dictionary(
        try baselines().map {
          ($0.article, RecentFinder.Accepted(brief: $0.brief, time: $0.accepted))
        }
      ) { first, _ in first }, dismissed: try dismissals())
    guard let earlier = try before(run, origins: Set(set.articles.map(\.origin))) else {
      return finder.changes(in: set, pair: nil, name: "")
    }
    return finder.changes(
      in: set, pair: try pair(earlier, run), name: "run #\(earlier.number) of \(earlier.started)")
  }

  /// The latest run before another with one of its articles and another signature.
  private func before(
    _ run: RunSummary, origins: Set<String>
  ) throws(StoreError) -> RunSummary? {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT number, origin FROM run JOIN run_article ON run = number
          WHERE number < ? AND signature <> ? ORDER BY number DESC
          """, arguments: [run.number, run.signature])
      while let row = try rows.next() {
        if origins.contains(row["origin"]) { return try Self.summary(row["number"], db) }
      }
      return nil
    }
  }
}
