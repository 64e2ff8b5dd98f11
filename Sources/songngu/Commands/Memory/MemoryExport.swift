import ArgumentParser
import Foundation
import Reporting
import TextModel
import Workflow

/// `songngu memory export`: the memory as TMX or as a table.
struct MemoryExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the translation memory as TMX, CSV or TSV, by the ending of the file.",
    discussion: "Example: songngu memory export memory.tmx --approved")

  @Argument(help: "The file to make, or - for TMX on standard output.") var file: String
  @Flag(help: "Only approved units.") var approved = false
  @Flag(help: "Overwrite a file that is there.") var force = false
  @OptionGroup var memory: MemoryOptions
  @OptionGroup var place: WorkspaceOptions

  private static let endings = ["tmx", "csv", "tsv"]
  private var ending: String {
    file == "-" ? "tmx" : file.split(separator: ".").last.map { $0.lowercased() } ?? ""
  }

  func validate() throws {
    if !Self.endings.contains(ending) {
      throw ValidationError("give a file that ends in .\(Self.endings.joined(separator: ", ."))")
    }
  }

  func run() throws {
    let units = try memory.requiredBook(place).units.filter { $0.isApproved || !approved }
    let text =
      switch ending {
      case "csv": MemoryTable.text(units, separator: ",")
      case "tsv": MemoryTable.text(units, separator: "\t")
      default: MemoryTMX.text(units)
      }
    if file == "-" { return Console.write(text) }
    guard force || !FileManager.default.fileExists(atPath: file) else {
      throw InputError("\(file): there is a file of this name; use --force to replace it")
    }
    try InputError.from { try GlossaryStore.write(text, to: file) }
    print("\(file): \(units.count) unit\(units.count == 1 ? "" : "s")")
  }
}
