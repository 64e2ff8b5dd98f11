import GRDB
import Workflow

extension RunStore {
  /// The run that a user's word stands for: `latest`, `previous`, a tag, a number (`7` or `#7`), the
  /// beginning of an id (four digits or more), or a day (`2026-03-01`: its last run).
  /// - Throws: `StoreError` that names what is near when there is none.
  public func find(_ word: String) throws(StoreError) -> RunSummary {
    try read { db in
      if let number = try Self.number(of: word, db) { return try Self.summary(number, db) }
      let known = try String.fetchAll(db, sql: "SELECT name FROM tag ORDER BY name LIMIT 20")
      throw StoreError(
        .notFound,
        "no run is named '\(word)'; names are: latest, previous, a number, the beginning of an id, a "
          + "day\(known.isEmpty ? "" : ", or a tag: " + known.joined(separator: ", "))")
    }
  }

  private static func number(of word: String, _ db: Database) throws -> Int64? {
    if word == "latest" { return try nth(0, db) }
    if word == "previous" { return try nth(1, db) }
    if let tagged = try Int64.fetchOne(
      db, sql: "SELECT run FROM tag WHERE name = ?", arguments: [word])
    {
      return tagged
    }
    if let number = Int64(word.hasPrefix("#") ? String(word.dropFirst()) : word),
      let found = try Int64.fetchOne(
        db, sql: "SELECT number FROM run WHERE number = ?", arguments: [number])
    {
      return found
    }
    if let day = try Int64.fetchOne(
      db, sql: "SELECT number FROM run WHERE substr(started, 1, 10) = ? ORDER BY number DESC",
      arguments: [word])
    {
      return day
    }
    guard word.utf8.count >= 4, word.allSatisfy({ $0.isHexDigit }) else { return nil }
    let found = try Int64.fetchAll(
      db, sql: "SELECT number FROM run WHERE substr(id, 1, ?) = ?",
      arguments: [word.count, word.lowercased()])
    if found.count > 1 { throw StoreError(.ambiguous, "more than one run begins with '\(word)'") }
    return found.first
  }

  private static func nth(_ offset: Int, _ db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db, sql: "SELECT number FROM run ORDER BY number DESC LIMIT 1 OFFSET ?", arguments: [offset])
  }

  /// Gives a run a tag, or moves the tag to it.
  public func tag(_ run: RunSummary, _ name: String) throws(StoreError) {
    guard !["latest", "previous"].contains(name), !name.isEmpty, Int64(name) == nil,
      !name.hasPrefix("#"), name.count <= 100
    else {
      throw StoreError(.ambiguous, "'\(name)' cannot be a tag: it stands for a run already")
    }
    try write { db in
      try db.execute(
        sql:
          "INSERT INTO tag (name, run) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET run = excluded.run",
        arguments: [name, run.number])
    }
  }

  /// Takes a tag away.
  /// - Throws: `StoreError` when there is none of this name.
  public func untag(_ name: String) throws(StoreError) {
    try write { db in
      try db.execute(sql: "DELETE FROM tag WHERE name = ?", arguments: [name])
      if db.changesCount == 0 { throw StoreError(.notFound, "there is no tag '\(name)'") }
    }
  }

  /// Writes a note about a run.
  public func note(_ run: RunSummary, _ text: String) throws(StoreError) {
    try write { db in
      try db.execute(
        sql: "UPDATE run SET note = ? WHERE number = ?", arguments: [text, run.number])
    }
  }
}
