import Foundation
import GRDB
public import Reporting
import Workflow

/// What an editor accepted for one article.
public struct Baseline: Sendable {
  /// The key of the article: its address, or its origin.
  public let article: String
  /// The brief that was accepted.
  public let brief: Brief
  /// When, ISO 8601 in UTC.
  public let accepted: String
  /// Why.
  public let note: String
}

extension RunStore {
  /// Accepts a brief as the one to compare with, in place of an earlier one.
  public func accept(
    _ brief: Brief, article: String, at time: String, note: String
  ) throws(StoreError) {
    try write { db in
      let object = try ObjectTable.put(try Self.encode(brief), in: db)
      try db.execute(
        sql: """
          INSERT INTO baseline (article, brief, accepted, note) VALUES (?, ?, ?, ?)
          ON CONFLICT (article) DO UPDATE
          SET brief = excluded.brief, accepted = excluded.accepted, note = excluded.note
          """, arguments: [article, object, time, note])
    }
  }

  /// The accepted briefs, by article.
  public func baselines() throws(StoreError) -> [Baseline] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM baseline ORDER BY article").map {
        Baseline(
          article: $0["article"], brief: try decode(try ObjectTable.get($0["brief"], from: db)),
          accepted: $0["accepted"], note: $0["note"])
      }
    }
  }

  /// Forgets what was accepted for an article.
  public func reject(article: String) throws(StoreError) {
    try write { db in
      try db.execute(sql: "DELETE FROM baseline WHERE article = ?", arguments: [article])
      if db.changesCount == 0 {
        throw StoreError(.notFound, "no baseline was accepted for '\(article)'")
      }
    }
  }

  /// Keeps a change from being shown again. The key covers text and rule, so it returns when either
  /// changes.
  public func dismiss(
    change key: String, article: String, at time: String, note: String
  ) throws(StoreError) {
    try write { db in
      try db.execute(
        sql: """
          INSERT INTO dismissal (change, article, dismissed, note) VALUES (?, ?, ?, ?)
          ON CONFLICT (change) DO UPDATE SET dismissed = excluded.dismissed, note = excluded.note
          """, arguments: [key, article, time, note])
    }
  }

  /// The keys of dismissed changes.
  public func dismissals() throws(StoreError) -> Set<String> {
    try read { db in Set(try String.fetchAll(db, sql: "SELECT change FROM dismissal")) }
  }
}
