import ArgumentParser
import Foundation
import Terminology
import TextModel
import Workflow

/// `songngu glossary edit`: other cells for one row.
struct GlossaryEdit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change cells of one row of a glossary file.",
    discussion:
      "Example: songngu glossary edit desk.tsv --vi 'phái đoàn' --set en=mission --by desk")

  @Argument(help: "The glossary file.") var file: String
  @OptionGroup var row: RowOptions
  @Option(help: "A cell, as column=value; nothing after = makes it empty (may be repeated).")
  var set: [String]
  @Option(help: "text or json.") var format = OutputFormat.text
  @OptionGroup var trace: TraceOptions

  func run() throws {
    let name = GlossaryStore.name(of: file)
    let entry = try InputError.from {
      try GlossaryStore.change(file) { table in
        let place = try row.row(in: table, file)
        var entry: TermEntry
        do {
          entry = try table.entry(at: place, glossary: name)
        } catch let problem as TermProblem {
          throw EditError("\(file):\(table.rows[place].line): \(problem.message)")
        }
        try entry.set(set)
        trace.sign(&entry)
        table.set(place, to: try entry.checked(), name: name)
        table.sort()
        return entry
      }
    }
    switch format {
    case .json: try Console.json(EntryRecord(entry, layer: nil))
    case .text: Console.line("changed in \(file): \(entry.vi) → \(entry.en)")
    }
  }
}
