import ArgumentParser
import Reporting
import TextModel
import Workflow

/// `songngu memory`: approved translations.
struct MemoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memory",
    abstract: "Take back, approve, find and give out translations that a person approved.",
    discussion: """
      Example: songngu memory import set.xlf --against briefs/set.json

      The memory stands in the workspace; --memory FILE names a TMX file instead.
      """,
    subcommands: [
      MemoryImportCommand.self, MemoryExport.self, MemoryApprove.self, MemorySearch.self,
      MemoryList.self,
    ], defaultSubcommand: MemoryList.self)
}

/// A unit as commands print it.
struct MemoryRow: Encodable {
  let id: String
  let unit: MemoryUnit

  init(_ unit: MemoryUnit) {
    id = unit.id
    self.unit = unit
  }

  /// Id, state and origin; then both languages.
  var lines: [String] {
    let state = unit.isApproved ? "approved" : "waiting"
    let origin = [unit.origin, unit.date].filter { !$0.isEmpty }.joined(separator: ", ")
    return [
      "\(id)  \(state)\(origin.isEmpty ? "" : "  \(origin)")", "  \(unit.vi)", "  \(unit.en)",
    ]
  }
}

/// A day that the user gives: nothing is dated by the clock.
struct DayOption: ParsableArguments {
  @Option(help: "The day of approval (ISO 8601), kept with the units. Default: none.")
  var date: String?

  func validate() throws {
    guard let date else { return }
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    let isDay =
      parts.map(\.count) == [4, 2, 2] && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
    if !isDay { throw ValidationError("--date takes a day such as 2026-03-01") }
  }
}
