import ArgumentParser
import Foundation
import Storage
import Workflow

/// Where runs are kept.
struct WorkspaceOptions: ParsableArguments {
  @Option(help: "The folder of the workspace. Default: the nearest one upwards that has .songngu.")
  var workspace: String?

  /// The store of the workspace; nil when none was named and none is found.
  func store(readOnly: Bool = false) throws -> RunStore? {
    if let named = workspace {
      guard let found = Workspace(above: URL(fileURLWithPath: named)),
        found.root.path == URL(fileURLWithPath: named).standardizedFileURL.path
      else {
        throw InputError(
          "\(named): there is no workspace here; make one with: songngu init \(named)")
      }
      return try open(found, readOnly)
    }
    let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
    return try Workspace(above: here).map { try open($0, readOnly) }
  }

  /// The store of the workspace.
  func requiredStore(readOnly: Bool = false) throws -> RunStore {
    guard let store = try store(readOnly: readOnly) else {
      throw InputError("no workspace is found here; make one with: songngu init")
    }
    return store
  }

  private func open(_ workspace: Workspace, _ readOnly: Bool) throws -> RunStore {
    do {
      return try RunStore(path: workspace.store, readOnly: readOnly)
    } catch {
      throw InputError(error.message)
    }
  }
}

/// The clock, read only here.
enum Clock {
  /// Now, ISO 8601 in UTC to the second.
  static var now: String {
    let formatter = ISO8601DateFormatter()
    return formatter.string(from: Date())
  }
}
