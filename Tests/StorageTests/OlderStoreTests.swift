import Foundation
import GRDB
import Reporting
import TestSupport
import Testing
import Workflow

@testable import Storage

/// Stores that older versions wrote.
@Suite struct OlderStoreTests {
  private func path() throws -> String {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url.appendingPathComponent("s.sqlite").path
  }

  /// The schema as it was after each migration, written as that version wrote it.
  static let migrations = Schema.migrator.migrations

  /// A store as it was after some migrations, with a run of the first version in it.
  private func older(_ last: String) throws -> String {
    let path = try path()
    let queue = try DatabaseQueue(path: path)
    try Schema.migrator.migrate(queue, upTo: last)
    let fixture = try DatabaseQueue(
      path: Repository.url(Self.first).path, configuration: Self.reading)
    let tables = ["object", "run", "run_article", "run_glossary"]
    for table in tables {
      let rows = try fixture.read { try Row.fetchAll($0, sql: "SELECT * FROM \(table)") }
      try queue.write { db in
        for row in rows {
          let names = row.columnNames.joined(separator: ", ")
          let marks = row.columnNames.map { _ in "?" }.joined(separator: ", ")
          try db.execute(
            sql: "INSERT INTO \(table) (\(names)) VALUES (\(marks))",
            arguments: StatementArguments(row.databaseValues))
        }
      }
    }
    try queue.close()
    return path
  }

  /// A run exported by the first version that kept runs.
  private static let first = "Tests/Fixtures/runs/first.songngu"
  private static var reading: Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    return configuration
  }

  @Test(arguments: migrations) func aStoreOfEveryOlderSchemaComesUpToDate(last: String) throws {
    let path = try older(last)
    let store = try RunStore(path: path, readOnly: true)
    let run = try store.contents(of: try store.find("latest"))
    #expect(run.result.articles.count == 1)
    #expect(run.result.stories.isEmpty)
    #expect(run.recipe == Recipe())
    #expect(run.data.isEmpty)
    #expect(try store.verify().problems.isEmpty)
    let other = try RunStore(path: path)
    let copy = RunContents(
      started: "2026-03-01T08:00:00Z", recipe: run.recipe, glossaries: run.glossaries,
      inputs: run.inputs, result: run.result)
    #expect(try other.contents(of: try other.record(copy)).result == run.result)
  }

  @Test func theExportOfTheFirstVersionIsTakenOverAndStaysAsItIs() throws {
    let file = Repository.url(Self.first).path
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    let store = try RunStore(path: try path())
    let taken = try store.import(from: file)
    #expect(taken.map(\.id) == ["9a489a91b2ee"])
    #expect(taken.first?.note == "made by the first version that kept runs")
    let run = try store.contents(of: try #require(taken.first))
    let point = try #require(run.result.articles.first?.points.first)
    #expect(point.english.engine == "gloss" && !point.english.text.isEmpty)
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == bytes)
    #expect(try store.verify().problems.isEmpty)
  }

  @Test func migrationsHaveNamesOfTheirOwn() {
    #expect(Self.migrations.count >= 4)
    #expect(Self.migrations.first == "1 runs")
    #expect(Set(Self.migrations).count == Self.migrations.count)
  }

  /// A run of the first version can be compared with one of today.
  @Test func anOldRunIsComparedWithANewOne() throws {
    let store = try RunStore(path: try path())
    let old = try #require(try store.import(from: Repository.url(Self.first).path).first)
    let run = try store.contents(of: old)
    let bench = Workbench(language: try LanguageData(), glossaries: GlossarySet(run.glossaries))
    let reader = try bench.articleReader()
    let works = try run.inputs.map { try bench.work(on: $0, recipe: run.recipe, reader: reader) }
    let result = try BriefMaker(bench, recipe: run.recipe).brief(works, failures: [])
    let new = try store.record(
      RunContents(
        started: "2026-12-01T08:00:00Z", recipe: run.recipe, glossaries: run.glossaries,
        data: bench.language.files, inputs: run.inputs, result: result))
    let pair = try store.pair(old, new)
    let diff = RunDiffer().diff(pair, names: ("old", "new"))
    #expect(diff.articles.map(\.status) == [.changed])
    #expect(diff.changes.contains { $0.kind == .gist })
    let explained = try CauseFinder(pair.before, pair.after).explaining(diff)
    #expect(explained.changes.allSatisfy { $0.causes.map(\.factor) == [.version] })
  }
}
