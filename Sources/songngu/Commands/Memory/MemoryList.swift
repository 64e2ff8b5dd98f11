import ArgumentParser
import TextModel
import Workflow

/// `songngu memory list`: the units.
struct MemoryList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "The units of the memory with id, state, file and day, in the order they came.",
    discussion: "Example: songngu memory list --waiting")

  @Flag(help: "Only those that wait for approval.") var waiting = false
  @Option(help: "text or json.") var format = OutputForm.text
  @OptionGroup var memory: MemoryOptions
  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    let rows = try memory.requiredBook(place).units.filter { !waiting || !$0.isApproved }
      .map(MemoryRow.init)
    try format.write(rows) { rows.isEmpty ? ["no unit"] : rows.flatMap(\.lines) }
  }
}
