import Foundation
import GRDB
import Storage
import Testing
import TextModel

/// The translation memory of a workspace.
@Suite struct MemoryStoreTests {
  private func path() throws -> String {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url.appendingPathComponent("s.sqlite").path
  }

  private let one = MemoryUnit(
    vi: "Một câu.", en: "A sentence.", isApproved: true, origin: "a.xlf", date: "2026-03-01",
    note: "read")
  private let two = MemoryUnit(vi: "Hai câu.", en: "Two sentences.", isApproved: false)

  @Test func unitsComeBackInTheOrderTheyCame() throws {
    let path = try path()
    try RunStore(path: path).remember([one, two])
    #expect(try RunStore(path: path).memory() == [one, two])
  }

  @Test func theSameSentenceTakesThePlaceOfItself() throws {
    let store = try RunStore(path: try path())
    try store.remember([one, two])
    let other = MemoryUnit(
      vi: "Một câu.".decomposedStringWithCanonicalMapping, en: "One sentence.", isApproved: true)
    try store.remember([other])
    #expect(try store.memory() == [other, two])
    #expect(try store.verify().problems.isEmpty)
  }

  @Test func aStoreOfTheVersionBeforeGetsAMemory() throws {
    let path = try path()
    _ = try RunStore(path: path)
    try DatabaseQueue(path: path).write { db in
      try db.execute(
        sql: """
          DROP TABLE memory;
          DELETE FROM grdb_migrations WHERE identifier = '3 translation memory'
          """)
    }
    #expect(try RunStore(path: path, readOnly: true).memory().isEmpty)
    let store = try RunStore(path: path)
    #expect(try store.memory().isEmpty)
    try store.remember([one])
    #expect(try store.memory() == [one])
  }

  @Test func theSchemaRefusesAnEmptySide() throws {
    let store = try RunStore(path: try path())
    #expect(throws: StoreError.self) {
      try store.remember([one, MemoryUnit(vi: " ", en: "x", isApproved: true)])
    }
    #expect(try store.memory().isEmpty)
  }
}
