import Foundation
public import Terminology

/// Reads and changes glossary files. A change is whole or not at all, and two processes that change
/// files of one folder wait for each other.
public enum GlossaryStore {
  /// Reads a file as a table.
  /// - Throws: `DataError` when it cannot be read or is not UTF-8.
  public static func read(_ path: String) throws(DataError) -> GlossaryFile {
    GlossaryFile(try bytes(path))
  }

  /// The bytes of a file.
  /// - Throws: `DataError` when it cannot be read or is not UTF-8.
  public static func bytes(_ path: String) throws(DataError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DataError(
        path: path, problem: "this glossary cannot be read; check the path and its rights")
    }
    let bytes = Array(data)
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw DataError(path: path, problem: "this glossary is not UTF-8; save it as UTF-8")
    }
    return bytes
  }

  /// The name of a glossary: the file's, without its ending.
  public static func name(of path: String) -> String {
    URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
  }

  /// Whether a file is one of the general vocabulary, whose senses stand in order of rank: it lies in a
  /// folder of that name.
  public static func isVocabulary(_ path: String) -> Bool {
    URL(fileURLWithPath: path).deletingLastPathComponent().lastPathComponent == "vocabulary"
  }

  /// Reads a file, changes it and writes it back, while no other process of songngu may.
  /// - Parameter create: whether a missing file is made. Default: no.
  /// - Throws: `DataError` when the file cannot be read or written, or what the body throws.
  public static func change<Result>(
    _ path: String, create: Bool = false, _ body: (inout GlossaryFile) throws -> Result
  ) throws -> Result {
    let lock = try FolderLock(for: path)
    defer { lock.release() }
    let isNew = create && !FileManager.default.fileExists(atPath: path)
    let before = isNew ? GlossaryFile() : try read(path)
    var file = before
    let result = try body(&file)
    if file != before || isNew { try write(file.text, to: path) }
    return result
  }

  /// Writes a file whole: to a new file beside it, which then takes its place.
  /// - Throws: `DataError` when it cannot be written.
  public static func write(_ text: String, to path: String) throws(DataError) {
    let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let temporary = url.path + ".songngu-\(ProcessInfo.processInfo.processIdentifier)"
    let mode = try? FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions]
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: temporary))
      if let mode {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: temporary)
      }
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw DataError(path: path, problem: "this file cannot be written; check rights and space")
    }
    if rename(temporary, url.path) != 0 {
      try? FileManager.default.removeItem(atPath: temporary)
      throw DataError(path: path, problem: "this file cannot be replaced; check its rights")
    }
  }
}

/// A lock on the folder of a file, held until it is released or the process ends.
private struct FolderLock {
  private let descriptor: Int32

  init(for path: String) throws(DataError) {
    let folder = URL(fileURLWithPath: path).resolvingSymlinksInPath().deletingLastPathComponent()
    descriptor = open(folder.path, O_RDONLY)
    if descriptor < 0 {
      throw DataError(path: folder.path, problem: "this folder cannot be read; check the path")
    }
    if flock(descriptor, LOCK_EX) != 0 {
      close(descriptor)
      throw DataError(path: folder.path, problem: "this folder cannot be locked")
    }
  }

  func release() { close(descriptor) }
}
