import ArgumentParser
import Foundation
import Normalization
import TextModel
import Workflow

/// What the user named: files, folders, or `-` for standard input.
struct Input {
  /// The documents that could be read, and what is wrong with the others.
  private(set) var documents: [SourceDocument] = []
  private(set) var failures: [Finding] = []

  /// Endings of files that a folder is searched for; other files are left alone.
  private static let endings = [
    "txt", "md", "markdown", "html", "htm", "xhtml", "text", "eml", "mht", "mhtml",
  ]
  /// The largest file that is read, in bytes.
  private static let limit = 512 << 20

  init(_ paths: [String]) {
    for path in paths { add(path) }
  }

  /// Documents that were read already.
  init(documents: [SourceDocument]) { self.documents = documents }

  /// Does the work for each document. What cannot be read is reported and keeps no other from its turn.
  /// - Returns: the answers, and what could not be read.
  func map<Answer>(
    _ work: (SourceDocument) throws -> Answer
  ) throws -> (answers: [Answer], failures: [Finding]) {
    Console.report(failures)
    var failures = failures
    var answers: [Answer] = []
    for document in documents {
      do {
        answers.append(try work(document))
      } catch let error as Normalization.DecodingError {
        if case .unknownEncoding = error { throw ValidationError("\(error)") }
        failures.append(
          Finding(.error, "unreadable-input", "\(error)", at: .init(file: document.origin)))
        Console.report(failures.suffix(1))
      }
    }
    return (answers, failures)
  }

  /// The same for work without answers.
  /// - Throws: exit code 3 at the end where anything could not be read.
  func forEach(_ work: (SourceDocument) throws -> Void) throws {
    if !(try map(work)).failures.isEmpty { throw ExitCode(3) }
  }

  private mutating func add(_ path: String) {
    if path == "-" { return append(FileHandle.standardInput.readDataToEndOfFile(), path) }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return fail(
        path, "missing-input", "there is no file or folder of this name", "check the path")
    }
    if isFolder.boolValue { addFolder(path) } else { addFile(path) }
  }

  private mutating func addFolder(_ path: String) {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      return fail(path, "unreadable-input", "this folder cannot be read", "check its rights")
    }
    let files = names.sorted().filter { name in
      let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
      return Self.endings.contains(ending) && !name.hasPrefix(".") && !name.hasPrefix("README")
    }
    if files.isEmpty {
      return fail(
        path, "empty-folder", "no article stands in this folder",
        "put files ending in .\(Self.endings.joined(separator: ", .")) there")
    }
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    for file in files { addFile("\(folder)/\(file)") }
  }

  private mutating func addFile(_ path: String) {
    let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    if size > Self.limit {
      return fail(
        path, "too-large", "the file has \(size) bytes, more than \(Self.limit)", "split it")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      return fail(path, "unreadable-input", "this file cannot be read", "check its rights")
    }
    append(data, path)
  }

  private mutating func append(_ data: Data, _ path: String) {
    if data.isEmpty {
      return fail(path, "empty-input", "the file is empty", "save the article again")
    }
    documents.append(SourceDocument(id: Digest.sha256(data), origin: path, bytes: Array(data)))
  }

  private mutating func fail(_ path: String, _ code: String, _ message: String, _ fix: String) {
    failures.append(Finding(.error, code, message, at: .init(file: path), fix: fix))
  }
}
