import Foundation
import GRDB
import Workflow

extension RunStore {
  /// What a check of the store found.
  public struct Verification: Hashable, Codable, Sendable {
    /// How many objects were read and compared with their names.
    public let objects: Int
    /// How many runs were read.
    public let runs: Int
    /// What is wrong; empty when nothing is.
    public let problems: [String]
  }

  /// Reads everything: SQLite's own structure, foreign keys, every object against its name.
  public func verify() throws(StoreError) -> Verification {
    try read { db in
      var problems = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
      problems += try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map {
        "a row of \($0[0] as String? ?? "a table") names something that is missing"
      }
      var objects = 0
      let rows = try Row.fetchCursor(db, sql: "SELECT digest, bytes FROM object ORDER BY digest")
      while let row = try rows.next() {
        objects += 1
        let name: String = row["digest"]
        if Digest.sha256(row["bytes"] as Data) != name {
          problems.append("object \(name.prefix(12)) does not have the bytes of its name")
        }
      }
      let runs = try Int.fetchOne(db, sql: "SELECT count(*) FROM run") ?? 0
      return Verification(objects: objects, runs: runs, problems: problems)
    }
  }

  /// What pruning took away.
  public struct Pruned: Hashable, Codable, Sendable {
    /// The runs.
    public let runs: Int
    /// The objects that no run and no baseline names any more.
    public let objects: Int
  }

  /// Deletes all but the newest runs; tagged runs stay. The stages of deleted runs go with them.
  /// - Parameter keep: how many untagged runs stay.
  public func prune(keep: Int) throws(StoreError) -> Pruned {
    let pruned = try write { db in
      try db.execute(
        sql: """
          DELETE FROM run WHERE number NOT IN (SELECT run FROM tag) AND number NOT IN
            (SELECT number FROM run WHERE number NOT IN (SELECT run FROM tag)
             ORDER BY number DESC LIMIT ?)
          """, arguments: [max(0, keep)])
      let runs = db.changesCount
      let kept = Schema.references.joined(separator: " UNION ")
      try db.execute(sql: "DELETE FROM stage WHERE object NOT IN (\(kept))")
      try db.execute(
        sql:
          "DELETE FROM object WHERE digest NOT IN (\(kept))"
      )
      return Pruned(runs: runs, objects: db.changesCount)
    }
    do { try database.vacuum() } catch { throw Self.translate(error, path) }
    return pruned
  }

  /// Writes one run into a new store of its own.
  /// - Throws: `StoreError` when the file is there already or cannot be written.
  public func export(_ run: RunSummary, to file: String) throws(StoreError) {
    guard !FileManager.default.fileExists(atPath: file) else {
      throw StoreError(.ambiguous, "\(file): there is a file of this name already")
    }
    let partial = file + ".partial"
    try? FileManager.default.removeItem(atPath: partial)
    do {
      let target = try RunStore(path: partial)
      try target.copy(run, from: self)
      try target.database.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE")
      }
      try target.database.close()
      try FileManager.default.moveItem(atPath: partial, toPath: file)
    } catch {
      for ending in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: partial + ending)
      }
      throw Self.translate(error, file)
    }
  }

  /// Takes over all runs of an exported file that are not here yet.
  ///
  /// A file of an older version is brought up to date in a copy; the file itself stays as it is.
  /// - Returns: the runs taken over, oldest first.
  public func `import`(from file: String) throws(StoreError) -> [RunSummary] {
    if try Self.isCurrent(file) {
      return try takeOver(try RunStore(path: file, readOnly: true))
    }
    let copy = path + ".import"
    defer {
      for ending in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: copy + ending)
      }
    }
    do {
      try? FileManager.default.removeItem(atPath: copy)
      try FileManager.default.copyItem(atPath: file, toPath: copy)
    } catch {
      throw StoreError(.readOnly, "\(copy): the file cannot be copied; check rights and space")
    }
    return try takeOver(try RunStore(path: copy))
  }

  private func takeOver(_ other: RunStore) throws(StoreError) -> [RunSummary] {
    let known = Set(try runs().map(\.id))
    var taken: [RunSummary] = []
    for run in try other.runs().reversed() where !known.contains(run.id) {
      taken.append(try copy(run, from: other))
    }
    return taken
  }

  /// Stores a run of another store under its own id.
  @discardableResult
  private func copy(_ run: RunSummary, from other: RunStore) throws(StoreError) -> RunSummary {
    let contents = try other.contents(of: run)
    let copied = try record(contents)
    return try write { db in
      try db.execute(
        sql: "UPDATE run SET id = ?, note = ? WHERE number = ?",
        arguments: [run.id, run.note, copied.number])
      return try Self.summary(Int64(copied.number), db)
    }
  }
}
