import ArgumentParser
import TextModel
import Workflow

/// `songngu memory approve`: a person read these translations.
struct MemoryApprove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: "Approve waiting translations: by their ids, by the file they came from, or all.",
    discussion: "Example: songngu memory approve 3f2a9c01 --date 2026-03-01")

  @Argument(help: "Ids as memory list prints them, or their beginnings.") var ids: [String] = []
  @Option(help: "All that came from this file.") var origin: String?
  @Flag(help: "All that wait.") var all = false
  @Flag(help: "Take the approval back.") var withdraw = false
  @OptionGroup var day: DayOption
  @OptionGroup var memory: MemoryOptions
  @OptionGroup var place: WorkspaceOptions

  func validate() throws {
    if [!ids.isEmpty, origin != nil, all].count(where: { $0 }) != 1 {
      throw ValidationError("give ids, or --origin FILE, or --all")
    }
    for id in ids where id.count < 4 {
      throw ValidationError("'\(id)' is too short; give four digits or more")
    }
  }

  func run() throws {
    let units = try memory.requiredBook(place).units
    let chosen = try chosen(units).filter { $0.isApproved == withdraw }
    try memory.keep(
      chosen.map {
        MemoryUnit(
          vi: $0.vi, en: $0.en, isApproved: !withdraw, origin: $0.origin,
          date: withdraw ? "" : day.date ?? $0.date, note: $0.note)
      }, place)
    let count = "\(chosen.count) translation\(chosen.count == 1 ? "" : "s")"
    print(withdraw ? "withdrew the approval of \(count)" : "approved \(count)")
  }

  private func chosen(_ units: [MemoryUnit]) throws -> [MemoryUnit] {
    if all { return units }
    if let origin { return units.filter { $0.origin == origin } }
    return try ids.map { id in
      let found = units.filter { $0.id.hasPrefix(id.lowercased()) }
      guard let unit = found.first, found.count == 1 else {
        throw InputError(
          found.isEmpty
            ? "no translation has the id '\(id)'; see: songngu memory list"
            : "more than one id begins with '\(id)'")
      }
      return unit
    }
  }
}
