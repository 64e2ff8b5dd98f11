import ArgumentParser
import Foundation
import Terminology
import TextModel
import Workflow

/// `songngu glossary remove`: one row less.
struct GlossaryRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove one row of a glossary file.",
    discussion: "Example: songngu glossary remove desk.tsv --vi 'phái đoàn' --en delegation")

  @Argument(help: "The glossary file.") var file: String
  @OptionGroup var row: RowOptions
  @Option(help: "text or json.") var format = OutputFormat.text

  private struct Removed: Encodable {
    let vi: String
    let tag: String
    let en: String
    let line: Int
  }

  func run() throws {
    let removed = try InputError.from {
      try GlossaryStore.change(file) { table in
        let place = try row.row(in: table, file)
        let removed = Removed(
          vi: table[place, .vi], tag: table[place, .tag], en: table[place, .en],
          line: table.rows[place].line)
        table.rows.remove(at: place)
        return removed
      }
    }
    switch format {
    case .json: try Console.json(removed)
    case .text: Console.line("removed from \(file): \(removed.vi) → \(removed.en)")
    }
  }
}
