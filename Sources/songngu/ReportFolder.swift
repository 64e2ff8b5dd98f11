import Foundation
import Reporting

/// The folder that reports go to. A file that songngu did not write is never overwritten unasked.
struct ReportFolder {
  /// Its path, as the user gave it.
  let path: String
  private let force: Bool
  /// Lists the files written, so that a later run knows its own.
  private static let manifest = ".songngu-files"

  /// Checks that the folder can be made.
  init(_ path: String, force: Bool) throws {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    self.force = force
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
      throw InputError("\(path): this is a file, not a folder; choose another --output")
    }
  }

  /// Writes all files, each whole or not at all.
  func write(_ files: [ReportFile]) throws {
    let known = own()
    for file in files where !force && !known.contains(file.name) && exists(file.name) {
      throw InputError(
        "\(path)/\(file.name): songngu did not write this file; use --force to replace it")
    }
    do {
      try FileManager.default.createDirectory(
        atPath: path + "/articles", withIntermediateDirectories: true)
      for file in files { try write(Data(file.bytes), to: file.name) }
      let names = known.union(files.map(\.name)).sorted().joined(separator: "\n") + "\n"
      try write(Data(names.utf8), to: Self.manifest)
    } catch {
      throw InputError("\(path): cannot be written (\(reason(error))); check its rights and space")
    }
  }

  private func own() -> Set<String> {
    guard let data = FileManager.default.contents(atPath: "\(path)/\(Self.manifest)") else {
      return []
    }
    return Set(String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init))
  }

  private func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(path)/\(name)")
  }

  private func write(_ content: Data, to name: String) throws {
    try content.write(to: URL(fileURLWithPath: "\(path)/\(name)"), options: .atomic)
  }

  private func reason(_ error: any Error) -> String {
    (error as NSError).userInfo[NSUnderlyingErrorKey].map { "\($0)" } ?? error.localizedDescription
  }
}
