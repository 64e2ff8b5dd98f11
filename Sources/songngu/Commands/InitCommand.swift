import ArgumentParser
import Foundation
import Storage

/// `songngu init`: makes a workspace.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a workspace, in which runs are kept.",
    discussion: "Example: songngu init news && cd news && songngu brief articles/")

  @Argument(help: "The folder.") var folder = "."

  func run() throws {
    let place = URL(fileURLWithPath: folder)
    let isThere = Workspace(above: place)?.root.path == place.standardizedFileURL.path
    do {
      _ = try Workspace(creatingIn: place)
      print(
        "\(isThere ? "The workspace stands already" : "Made a workspace"): \(folder)")
    } catch {
      throw InputError("\(error)")
    }
  }
}
