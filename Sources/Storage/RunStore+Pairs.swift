import Foundation
import GRDB
import Reporting
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
    let bytes = try names.map { name in
      let outline = try Outlines.get(name, from: db)
      return (try outline ?? ObjectTable.get(name, from: db), outline != nil)
    }
    let read = try Parallel.map(bytes) { bytes, isOutline in
      isOutline
        ? try JSONDecoder().decode(ArticleOutline.self, from: bytes)
        : ArticleOutline(try StoredForms.decode(Brief.self, from: bytes))
    }
    return Dictionary(zip(names, read)) { first, _ in first }
  }

  /// A set as far as a diff needs it: without what was left out.
  private func outline(of run: RunSummary, _ db: Database) throws -> SetBrief {
    let name = try Self.object("report", of: run, db)
    let bytes = try Outlines.get(name, from: db) ?? ObjectTable.get(name, from: db)
    let set: SetBrief = try decode(bytes)
    return set.outline
  }
}

/// The little that a diff needs of an object, kept beside it.
enum Outlines {
  /// Keeps the outline of an object.
  static func put(_ bytes: Data, of object: String, in db: Database) throws {
    try db.execute(
      sql: "INSERT INTO outline (object, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING",
      arguments: [object, bytes])
  }

  /// The outline of an object; nil when none was kept.
  static func get(_ object: String, from db: Database) throws -> Data? {
    try Data.fetchOne(db, sql: "SELECT bytes FROM outline WHERE object = ?", arguments: [object])
  }
}

extension StoredArticle {
  /// What tells two articles apart that are not the same in both runs.
  fileprivate var name: [String] { [origin, brief] }
}
