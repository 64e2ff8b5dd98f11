import Foundation
import GRDB
public import TextModel

/// The translation memory of a workspace: one row for each Vietnamese sentence.
extension RunStore {
  /// All units, in the order they were first taken in. A store of an older version, opened to read only,
  /// has none.
  public func memory() throws(StoreError) -> [MemoryUnit] {
    try read { db in
      guard try db.tableExists("memory") else { return [] }
      return try Row.fetchAll(db, sql: "SELECT * FROM memory ORDER BY number").map {
        MemoryUnit(
          vi: $0["vi"], en: $0["en"], isApproved: $0["approved"], origin: $0["origin"],
          date: $0["dated"], note: $0["note"])
      }
    }
  }

  /// Takes units in; one whose Vietnamese is there already takes its place. All or none.
  public func remember(_ units: [MemoryUnit]) throws(StoreError) {
    try write { db in
      let statement = try db.makeStatement(
        sql: """
          INSERT INTO memory (vi, en, approved, origin, dated, note) VALUES (?, ?, ?, ?, ?, ?)
          ON CONFLICT (vi) DO UPDATE SET en = excluded.en, approved = excluded.approved,
            origin = excluded.origin, dated = excluded.dated, note = excluded.note
          """)
      for unit in units {
        // SQLite compares bytes: canonically equal sentences must be the same ones.
        try statement.execute(arguments: [
          unit.vi.precomposedStringWithCanonicalMapping, unit.en, unit.isApproved, unit.origin,
          unit.date, unit.note,
        ])
      }
    }
  }
}
