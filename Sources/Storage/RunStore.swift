import Foundation
import GRDB
import Workflow

/// Runs kept in a SQLite file: inputs, glossaries, options and results, each stored once under the
/// SHA-256 of its bytes; a run is a list of such names.
///
/// Law: what `record` returned stays, whatever happens to the process afterwards; what it did not
/// return has left nothing behind. Write-ahead log, full synchronization, one transaction for a run.
public struct RunStore: Sendable {
  /// The path of the SQLite file.
  public let path: String
  let database: DatabaseQueue

  /// How long a second writer waits for the first, in seconds.
  private static let patience: TimeInterval = 20

  /// Opens a store, makes it when it is not there, and brings an older one up to date.
  /// - Parameter readOnly: opens without writing; the store must be there, and an older one is brought up
  ///   to date first. Default: false.
  /// - Throws: `StoreError` when the file is damaged, newer than this program, or out of reach.
  public init(path: String, readOnly: Bool = false) throws(StoreError) {
    self.path = path
    if readOnly, try !Self.isCurrent(path) { _ = try RunStore(path: path) }
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.busyMode = .timeout(Self.patience)
    if !readOnly {
      configuration.prepareDatabase { db in
        try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
      }
    }
    do {
      database = try DatabaseQueue(path: path, configuration: configuration)
      if try database.read(Schema.migrator.hasBeenSuperseded) {
        throw StoreError(
          .newer, "\(path): the store was written by a newer songngu; install that version")
      }
      if !readOnly { try Schema.migrator.migrate(database) }
    } catch {
      throw Self.translate(error, path)
    }
  }

  /// Whether a store that is there has the schema of this program, or one that it does not know.
  static func isCurrent(_ path: String) throws(StoreError) -> Bool {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(patience)
    do {
      let database = try DatabaseQueue(path: path, configuration: configuration)
      return try database.read {
        try Schema.migrator.hasCompletedMigrations($0) || Schema.migrator.hasBeenSuperseded($0)
      }
    } catch {
      throw translate(error, path)
    }
  }

  static func translate(_ error: any Error, _ path: String) -> StoreError {
    switch error {
    case let error as StoreError: error
    case let error as DatabaseError: StoreError(error, path: path)
    case let error as DecodingError:
      StoreError(
        .damaged, "\(path): a stored value cannot be read (\(error)); run: songngu runs verify")
    default: StoreError(.failed, "\(path): \(error)")
    }
  }

  func read<Value>(_ work: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try database.read(work) } catch { throw Self.translate(error, path) }
  }

  func write<Value>(_ work: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      var result: Value?
      try database.writeWithoutTransaction { db in
        try db.inTransaction(.immediate) {
          result = try work(db)
          return .commit
        }
      }
      guard let result else { throw StoreError(.failed, "\(path): nothing was written") }
      return result
    } catch {
      throw Self.translate(error, path)
    }
  }
}

/// Objects named by the digest of their bytes.
enum ObjectTable {
  /// Stores bytes once and gives their name.
  static func put(_ bytes: Data, in db: Database) throws -> String {
    let digest = Digest.sha256(bytes)
    try db.execute(
      sql: "INSERT INTO object (digest, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING",
      arguments: [digest, bytes])
    return digest
  }

  /// The bytes of a name, checked against it.
  static func get(_ digest: String, from db: Database) throws -> Data {
    guard
      let bytes = try Data.fetchOne(
        db, sql: "SELECT bytes FROM object WHERE digest = ?", arguments: [digest])
    else { throw StoreError(.damaged, "object \(digest.prefix(12)) is missing from the store") }
    guard Digest.sha256(bytes) == digest else {
      throw StoreError(.damaged, "object \(digest.prefix(12)) does not have the bytes of its name")
    }
    return bytes
  }
}
