public import Foundation

/// The folder `.songngu`, in which a project keeps its runs. Found upwards, as git finds its own.
public struct Workspace: Sendable {
  /// The name of the folder.
  public static let folderName = ".songngu"
  /// The folder that holds `.songngu`.
  public let root: URL

  /// The path of the store.
  public var store: String {
    root.appendingPathComponent(Self.folderName).appendingPathComponent("store.sqlite").path
  }

  /// The workspace at a folder, or at the nearest one above it; nil when there is none.
  public init?(above folder: URL) {
    var place = folder.standardizedFileURL
    while true {
      var isFolder: ObjCBool = false
      let path = place.appendingPathComponent(Self.folderName).path
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
        root = place
        return
      }
      let parent = place.deletingLastPathComponent().standardizedFileURL
      if parent.path == place.path { return nil }
      place = parent
    }
  }

  /// Makes a workspace in a folder, with an empty store. One that is there stays as it is.
  /// - Throws: `StoreError` when the folder cannot be written.
  public init(creatingIn folder: URL) throws(StoreError) {
    root = folder.standardizedFileURL
    let path = root.appendingPathComponent(Self.folderName).path
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw StoreError(
        .readOnly, "\(path): the folder cannot be made; check the rights of the folder above it")
    }
    _ = try RunStore(path: store)
  }
}
