import GRDB

/// A store that cannot do what was asked, with what to do about it.
public struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong, in a stable word.
  public enum Code: String, Sendable {
    /// The file is no store, or bytes of it were changed.
    case damaged
    /// The store was written by a newer version of the program.
    case newer
    /// Another process is writing and did not finish in time.
    case busy
    /// The disk is full.
    case full
    /// The store cannot be written: no right, or a read-only disk.
    case readOnly
    /// There is no run, tag or baseline of this name.
    case notFound
    /// The name stands for more than one run, or is taken.
    case ambiguous
    /// Anything else that SQLite reports.
    case failed
  }

  /// The stable word.
  public let code: Code
  /// One sentence: what is wrong, and what to do.
  public let message: String

  /// The message.
  public var description: String { message }

  /// Makes an error.
  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// What SQLite said, in our words. Source: https://sqlite.org/rescode.html
  init(_ error: DatabaseError, path: String) {
    switch error.resultCode {
    case .SQLITE_NOTADB:
      self.init(
        .damaged,
        "\(path): this is no store of songngu, or it is damaged; keep the file, and restore a copy or "
          + "an export")
    case .SQLITE_CORRUPT:
      self.init(
        .damaged, "\(path): the store is damaged; keep the file, and restore a copy or an export")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(.busy, "\(path): another songngu is writing; try again when it is done")
    case .SQLITE_FULL:
      self.init(.full, "\(path): the disk is full; nothing of this run was stored")
    case .SQLITE_IOERR:
      self.init(
        .full,
        "\(path): the disk did not take what was written (is it full?); nothing of this run was stored"
      )
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN:
      self.init(
        .readOnly, "\(path): the store cannot be opened or written; check the rights of its folder")
    default:
      self.init(.failed, "\(path): \(error.message ?? "SQLite error \(error.resultCode.rawValue)")")
    }
  }
}
