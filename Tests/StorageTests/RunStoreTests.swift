import Foundation
import GRDB
import Reporting
import Storage
import TestSupport
import Testing
import TextModel
import Workflow

/// What a store keeps, and what it refuses.
@Suite struct RunStoreTests {
  private func folder() throws -> URL {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }

  private func run(_ seed: UInt64, started: String = "2026-03-01T08:00:00Z") -> RunContents {
    var generated = GeneratedBriefs(seed: seed)
    var set = generated.set()
    while set.articles.isEmpty { set = generated.set() }
    return RunContents(
      started: started, recipe: Recipe(),
      glossaries: [GlossarySource(path: "g.tsv", kind: .user, bytes: Array("vi\ttag\ten\n".utf8))],
      data: [DataFile(module: "Summarization", name: "weights", bytes: Array("a\n".utf8))],
      memory: seed % 2 == 0
        ? [MemoryUnit(vi: "Nga nêu đề xuất.", en: "Russia made a proposal.", isApproved: true)]
        : nil,
      inputs: set.articles.map { article in
        let bytes = Array(article.headline.vi.utf8)
        return SourceDocument(id: Digest.sha256(bytes), origin: article.origin, bytes: bytes)
      }, result: set)
  }

  @Test(arguments: 1...20) func aRunComesBackAsItWas(seed: UInt64) throws {
    let store = try RunStore(path: try folder().appendingPathComponent("s.sqlite").path)
    let contents = run(seed)
    let back = try store.contents(of: try store.record(contents))
    #expect(back.result == contents.result)
    #expect(back.inputs == contents.inputs)
    #expect(back.glossaries == contents.glossaries)
    #expect(back.recipe == contents.recipe)
    #expect(back.data == contents.data)
    #expect(back.memory == contents.memory)
    #expect(try store.verify().problems.isEmpty)
  }

  @Test func theSameRunAgainAddsOnlyAManifest() throws {
    let store = try RunStore(path: try folder().appendingPathComponent("s.sqlite").path)
    _ = try store.record(run(3))
    let objects = try store.verify().objects
    _ = try store.record(run(3, started: "2026-03-02T08:00:00Z"))
    #expect(try store.verify().objects == objects)
    #expect(try store.runs().count == 2)
  }

  @Test func runsAreFoundByEveryName() throws {
    let store = try RunStore(path: try folder().appendingPathComponent("s.sqlite").path)
    let first = try store.record(run(1))
    let second = try store.record(run(2, started: "2026-03-02T08:00:00Z"))
    try store.tag(first, "monday")
    for name in ["latest", "2", "#2", "2026-03-02", second.id, String(second.id.prefix(6))] {
      #expect(try store.find(name).number == 2, "\(name)")
    }
    for name in ["previous", "monday", "2026-03-01"] {
      #expect(try store.find(name).number == 1, "\(name)")
    }
    #expect(throws: StoreError.self) { try store.find("tuesday") }
    #expect(throws: StoreError.self) { try store.tag(first, "latest") }
  }

  @Test func pruningKeepsTaggedRunsAndWhatTheyName() throws {
    let store = try RunStore(path: try folder().appendingPathComponent("s.sqlite").path)
    let first = try store.record(run(1))
    try store.tag(first, "keep")
    for seed in 2...6 { _ = try store.record(run(UInt64(seed))) }
    #expect(try store.prune(keep: 2).runs == 3)
    #expect(try store.runs().map(\.number) == [6, 5, 1])
    #expect(try store.contents(of: try store.find("keep")).result == run(1).result)
    #expect(try store.verify().problems.isEmpty)
  }

  @Test func anExportedRunIsTakenOverOnce() throws {
    let folder = try folder()
    let store = try RunStore(path: folder.appendingPathComponent("s.sqlite").path)
    let run = try store.record(run(4))
    let file = folder.appendingPathComponent("one.songngu").path
    try store.export(run, to: file)
    #expect(throws: StoreError.self) { try store.export(run, to: file) }
    let other = try RunStore(path: folder.appendingPathComponent("t.sqlite").path)
    #expect(try other.import(from: file).map(\.id) == [run.id])
    #expect(try other.import(from: file).isEmpty)
    #expect(try other.contents(of: try other.find(run.id)).result == self.run(4).result)
  }

  @Test func baselinesAndDismissalsStay() throws {
    let store = try RunStore(path: try folder().appendingPathComponent("s.sqlite").path)
    let brief = try #require(run(5).result.articles.first)
    try store.accept(brief, article: "a", at: "2026-03-01T08:00:00Z", note: "read")
    #expect(try store.baselines().map(\.brief) == [brief])
    let key = String(repeating: "a", count: 64)
    try store.dismiss(change: key, article: "a", at: "2026-03-01T08:00:00Z", note: "")
    #expect(try store.dismissals() == [key])
    try store.reject(article: "a")
    #expect(try store.baselines().isEmpty)
    #expect(throws: StoreError.self) { try store.reject(article: "a") }
  }

  @Test func aStoreOfANewerProgramIsRefused() throws {
    let path = try folder().appendingPathComponent("s.sqlite").path
    _ = try RunStore(path: path)
    try DatabaseQueue(path: path).write { db in
      try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('999 from the future')")
    }
    let error = #expect(throws: StoreError.self) { try RunStore(path: path) }
    #expect(error?.code == .newer)
  }

  @Test func aFlippedByteIsFound() throws {
    let path = try folder().appendingPathComponent("s.sqlite").path
    do {
      let store = try RunStore(path: path)
      _ = try store.record(run(7))
    }
    try DatabaseQueue(path: path).write { db in
      try db.execute(
        sql:
          "UPDATE object SET bytes = x'00' WHERE digest = (SELECT input FROM run_article LIMIT 1)")
    }
    let store = try RunStore(path: path)
    #expect(try !store.verify().problems.isEmpty)
    let error = #expect(throws: StoreError.self) {
      try store.contents(of: try store.find("latest"))
    }
    #expect(error?.code == .damaged)
  }

  @Test func aFileThatIsNoStoreIsRefused() throws {
    let url = try folder().appendingPathComponent("s.sqlite")
    try Data(String(repeating: "no database\n", count: 500).utf8).write(to: url)
    let error = #expect(throws: StoreError.self) { try RunStore(path: url.path) }
    #expect(error?.code == .damaged)
    #expect(try Data(contentsOf: url).count == 6_000)
  }
}
