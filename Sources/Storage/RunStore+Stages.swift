import Foundation
import GRDB
import Reporting
public import Workflow

/// Stages of runs, found again by what they depend on. They are objects of runs: a stage adds a name
/// and no bytes.
extension RunStore {
  /// What is known of a run from earlier ones.
  public func stages(_ keys: RunKeys) throws(StoreError) -> KnownStages {
    try read { db in
      let set: SetBrief? = try Self.stage(keys.set, db).map {
        try decode(try ObjectTable.get($0, from: db))
      }
      let inSet = set == nil ? [] : try briefs(keys.articlesInSet, db)
      let isWhole = set != nil && inSet.allSatisfy { $0 != nil }
      return KnownStages(
        articles: isWhole ? [] : try briefs(keys.articles, db), set: isWhole ? set : nil,
        inSet: inSet)
    }
  }

  private func briefs(_ keys: [String], _ db: Database) throws -> [Brief?] {
    let found = try keys.map { key in
      try Self.stage(key, db).map { try ObjectTable.get($0, from: db) }
    }
    return try Parallel.map(found) { bytes in
      try bytes.map { try StoredForms.decode(Brief.self, from: $0) }
    }
  }

  static func stage(_ key: String, _ db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT object FROM stage WHERE key = ?", arguments: [key])
  }

  /// Names the stages of a run that was just stored; a name that stands for another result, made
  /// before, stands for this one from now on.
  static func putStages(_ keys: RunKeys, _ report: String, _ run: Int64, _ db: Database) throws {
    let briefs = try String.fetchAll(
      db, sql: "SELECT brief FROM run_article WHERE run = ? ORDER BY ordinal", arguments: [run])
    for (key, brief) in zip(keys.articles + keys.articlesInSet, briefs + briefs) {
      try put(key, brief, db)
    }
    try put(keys.set, report, db)
  }

  private static func put(_ key: String, _ object: String, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO stage (key, object) VALUES (?, ?)
        ON CONFLICT (key) DO UPDATE SET object = excluded.object
        """, arguments: [key, object])
  }
}
