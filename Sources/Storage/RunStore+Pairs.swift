import Foundation
import GRDB
import Reporting
import TextModel
public import Workflow

/// One article of a stored run, not read yet.
struct StoredArticle: Sendable {
  let ordinal: Int
  let origin: String
  let input: String
  let brief: String
  /// The name of its report files; nil where the stored brief has its place in it.
  let slug: String?

  /// The articles of a run, in order.
  static func all(of run: Int, _ db: Database) throws -> [StoredArticle] {
    try Row.fetchAll(
      db,
      sql:
        "SELECT ordinal, origin, input, brief, slug FROM run_article WHERE run = ? ORDER BY ordinal",
      arguments: [run]
    ).map {
      StoredArticle(
        ordinal: $0["ordinal"], origin: $0["origin"], input: $0["input"], brief: $0["brief"],
        slug: $0["slug"])
    }
  }

  /// A stored brief at its place in the set.
  func placed(_ brief: Brief) throws -> Brief {
    slug.map { brief.placed(article: ordinal, slug: $0) } ?? brief
  }
}

extension RunStore {
  /// Two runs to be compared. Articles whose stored briefs are the same object in both are outlined only.
  public func pair(_ before: RunSummary, _ after: RunSummary) throws(StoreError) -> RunPair {
    try read { db in
      let old = try StoredArticle.all(of: before.number, db)
      let new = try StoredArticle.all(of: after.number, db)
      let known = Set(old.map(\.name))
      let shared = known.intersection(new.map(\.name))
      let outlines = try outlines(old + new, db)
      return RunPair(
        before: try contents(
          of: before, old.filter { !shared.contains($0.name) }, try outline(of: before, db), db),
        after: try contents(
          of: after, new.filter { !shared.contains($0.name) }, try outline(of: after, db), db),
        same: new.filter { shared.contains($0.name) }.compactMap { outlines[$0.brief] },
        keysBefore: old.compactMap { outlines[$0.brief]?.key },
        keysAfter: new.compactMap { outlines[$0.brief]?.key })
    }
  }

  /// The outlines of briefs by the names of their objects.
  private func outlines(
    _ articles: [StoredArticle], _ db: Database
  ) throws -> [String: ArticleOutline] {
    var seen: Set<String> = []
    let names = articles.map(\.brief).filter { seen.insert($0).inserted }
    let bytes = try names.map { try ObjectTable.get($0, from: db) }
    let read = try Parallel.map(bytes) { try StoredForms.decode(ArticleOutline.self, from: $0) }
    return Dictionary(zip(names, read)) { first, _ in first }
  }

  /// A set as far as a diff needs it: without what was left out.
  private func outline(of run: RunSummary, _ db: Database) throws -> SetBrief {
    let name = try Self.object("report", of: run, db)
    let outline: SetOutline = try decode(try ObjectTable.get(name, from: db))
    return outline.set
  }
}

extension StoredArticle {
  /// What tells two articles apart that are not the same in both runs.
  fileprivate var name: [String] { [origin, brief] }
}

/// What a diff needs of a set.
private struct SetOutline: Decodable {
  let title: String
  let points: [Brief.Point]
  let stories: [StoryBrief]
  let failures: [Finding]
  let signature: Signature

  var set: SetBrief {
    SetBrief(
      title: title, articles: [], points: points, leftOut: [], stories: stories,
      failures: failures, signature: signature)
  }
}
