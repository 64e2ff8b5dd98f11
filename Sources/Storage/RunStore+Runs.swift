import Foundation
import GRDB
import Reporting
import TextModel
public import Workflow

/// What the store says of a run without reading its objects.
public struct RunSummary: Hashable, Codable, Sendable {
  /// Its number in this store, counted from 1.
  public let number: Int
  /// Its name, the same in every store: twelve digits in hexadecimal.
  public let id: String
  /// When it began, ISO 8601 in UTC.
  public let started: String
  /// The digest of everything the result depends on.
  public let signature: String
  /// The title of the set.
  public let title: String
  /// How many articles it has.
  public let articles: Int
  /// What the user wrote about it.
  public let note: String
  /// Its tags, sorted.
  public let tags: [String]
}

extension RunStore {
  /// Stores a run: objects that are not there yet, and a manifest.
  /// - Parameter keys: the names of its stages, in the order of its inputs; a later run finds them
  ///   there. Default: nil, no stage is named.
  /// - Parameter isKnown: whether the whole result came from the stages of these names; then nothing is
  ///   written but the manifest. Default: false.
  /// - Returns: the run as listed.
  /// - Throws: `StoreError`; then nothing of the run is stored.
  public func record(
    _ run: RunContents, keys: RunKeys? = nil, isKnown: Bool = false
  ) throws(StoreError) -> RunSummary {
    try write { db in
      let signature = run.result.signature.run
      let count = try Int.fetchOne(db, sql: "SELECT ifnull(max(number), 0) FROM run") ?? 0
      let id = String(
        Digest.sha256(Data("\(signature)\n\(run.started)\n\(count)".utf8)).prefix(12))
      let recipe = try ObjectTable.put(try Self.encode(run.recipe), in: db)
      let memory = try run.memory.map { try ObjectTable.put(try Self.encode($0), in: db) }
      let known = isKnown ? keys : nil
      let report = try Self.object(known?.set, db) { run.result.with(articles: []) }
      try Outlines.put(try Self.encode(run.result.outline), of: report, in: db)
      try db.execute(
        sql: """
          INSERT INTO run (id, started, signature, title, recipe, report, memory)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [id, run.started, signature, run.result.title, recipe, report, memory])
      let number = db.lastInsertedRowID
      try Self.putArticles(of: run, number, known?.articlesInSet, db)
      if let keys { try Self.putStages(keys, report, number, db) }
      try Self.putData(run.data, number, db)
      for (index, file) in run.glossaries.enumerated() {
        try db.execute(
          sql: "INSERT INTO run_glossary (run, ordinal, path, kind, object) VALUES (?, ?, ?, ?, ?)",
          arguments: [
            number, index + 1, file.path, file.kind.rawValue,
            try ObjectTable.put(Data(file.bytes), in: db),
          ])
      }
      return try Self.summary(number, db)
    }
  }

  private static func putArticles(
    of run: RunContents, _ number: Int64, _ keys: [String]?, _ db: Database
  ) throws {
    for (index, (input, brief)) in zip(run.inputs, run.result.articles).enumerated() {
      let object = try object(keys?[index], db) { brief.placed(article: 1, slug: "") }
      try Outlines.put(try encode(ArticleOutline(brief)), of: object, in: db)
      try db.execute(
        sql: """
          INSERT INTO run_article (run, ordinal, origin, input, brief, slug) VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          number, index + 1, input.origin, try ObjectTable.put(Data(input.bytes), in: db), object,
          brief.slug,
        ])
    }
  }

  /// The object of a stage that is named already, or the value as a new one.
  private static func object(
    _ key: String?, _ db: Database, _ value: () -> some Encodable
  ) throws -> String {
    if let key, let name = try stage(key, db) { return name }
    return try ObjectTable.put(try encode(value()), in: db)
  }

  private static func putData(_ files: [DataFile], _ number: Int64, _ db: Database) throws {
    for file in files {
      try db.execute(
        sql: "INSERT INTO run_data (run, module, name, object) VALUES (?, ?, ?, ?)",
        arguments: [
          number, file.module, file.name, try ObjectTable.put(Data(file.bytes), in: db),
        ])
    }
  }

  /// The runs, newest first.
  public func runs(limit: Int = .max) throws(StoreError) -> [RunSummary] {
    try read { db in
      try Int64.fetchAll(
        db, sql: "SELECT number FROM run ORDER BY number DESC LIMIT ?", arguments: [limit]
      ).map { try Self.summary($0, db) }
    }
  }

  /// The digests of all inputs that any run has.
  public func inputs() throws(StoreError) -> Set<String> {
    try read { db in Set(try String.fetchAll(db, sql: "SELECT DISTINCT input FROM run_article")) }
  }

  /// A run with its inputs, glossaries, data and result.
  public func contents(of run: RunSummary) throws(StoreError) -> RunContents {
    try read { db in
      let object = try Self.object("report", of: run, db)
      let report: SetBrief = try decode(try ObjectTable.get(object, from: db))
      let articles = try StoredArticle.all(of: run.number, db)
      return try contents(
        of: run, try StoredBrief.read(articles, isWhole: true, from: db), report, db)
    }
  }

  /// The name of an object that a run has once.
  static func object(_ column: String, of run: RunSummary, _ db: Database) throws -> String {
    guard
      let name = try String.fetchOne(
        db, sql: "SELECT \(column) FROM run WHERE number = ?", arguments: [run.number])
    else { throw StoreError(.notFound, "run \(run.number) is gone") }
    return name
  }

  /// A run with the briefs given, and a set that was read before.
  /// - Parameter whole: the names of briefs to be read whole. Default: none.
  func contents(
    of run: RunSummary, _ briefs: [StoredBrief], whole: Set<String> = [], _ report: SetBrief,
    _ db: Database
  ) throws -> RunContents {
    let recipe = try Self.object("recipe", of: run, db)
    let bytes = try briefs.map {
      whole.contains($0.name) ? try ObjectTable.get($0.article.brief, from: db) : $0.bytes
    }
    let articles = briefs.map(\.article)
    let placed = try Parallel.map(Array(zip(articles, bytes))) { article, bytes in
      try article.placed(try StoredForms.decode(Brief.self, from: bytes))
    }
    return RunContents(
      started: run.started, recipe: try decode(try ObjectTable.get(recipe, from: db)),
      glossaries: try Self.glossaries(run.number, db), data: try Self.data(run.number, db),
      memory: try memory(of: run, db),
      inputs: try articles.map {
        SourceDocument(
          id: $0.input, origin: $0.origin, bytes: Array(try ObjectTable.get($0.input, from: db)))
      },
      result: report.with(articles: placed))
  }

  private func memory(of run: RunSummary, _ db: Database) throws -> [MemoryUnit]? {
    let object = try String.fetchOne(
      db, sql: "SELECT memory FROM run WHERE number = ?", arguments: [run.number])
    return try object.map { try decode(try ObjectTable.get($0, from: db)) }
  }

  private static func glossaries(_ run: Int, _ db: Database) throws -> [GlossarySource] {
    try Row.fetchAll(
      db, sql: "SELECT path, kind, object FROM run_glossary WHERE run = ? ORDER BY ordinal",
      arguments: [run]
    ).map {
      GlossarySource(
        path: $0["path"], kind: GlossarySource.Kind(rawValue: $0["kind"]) ?? .user,
        bytes: Array(try ObjectTable.get($0["object"], from: db)))
    }
  }

  private static func data(_ run: Int, _ db: Database) throws -> [DataFile] {
    try Row.fetchAll(
      db, sql: "SELECT module, name, object FROM run_data WHERE run = ? ORDER BY module, name",
      arguments: [run]
    ).map {
      DataFile(
        module: $0["module"], name: $0["name"],
        bytes: Array(try ObjectTable.get($0["object"], from: db)))
    }
  }

  static func summary(_ number: Int64, _ db: Database) throws -> RunSummary {
    guard
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT *, (SELECT count(*) FROM run_article WHERE run = number) AS articles
          FROM run WHERE number = ?
          """, arguments: [number])
    else { throw StoreError(.notFound, "run \(number) is gone") }
    let tags = try String.fetchAll(
      db, sql: "SELECT name FROM tag WHERE run = ? ORDER BY name", arguments: [number])
    return RunSummary(
      number: row["number"], id: row["id"], started: row["started"], signature: row["signature"],
      title: row["title"], articles: row["articles"], note: row["note"], tags: tags)
  }

  static func encode(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value)
  }

  func decode<Value: Decodable>(_ data: Data) throws -> Value {
    try StoredForms.decode(Value.self, from: data)
  }
}
