import ArgumentParser
import Foundation
import Terminology
import TextModel
import Workflow

/// `songngu glossary add`: a new row, in its place.
struct GlossaryAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a row to a glossary file; the file is made when missing.",
    discussion:
      "Example: songngu glossary add desk.tsv --vi 'đặc phái viên' --tag TT --en 'special envoy'")

  @Argument(help: "The glossary file.") var file: String
  @Option(help: "The headword.") var vi: String
  @Option(help: "The tag. Default: N.") var tag = "N"
  @Option(help: "The rendering.") var en: String
  @Option(help: "Another cell, as column=value (may be repeated).") var set: [String] = []
  @Flag(help: "Add the row though one with the same term, tag and rendering is there.")
  var force = false
  @Option(help: "text or json.") var format = OutputFormat.text
  @OptionGroup var trace: TraceOptions

  func run() throws {
    var entry = TermEntry()
    try entry.set(["vi=\(vi)", "tag=\(tag)", "en=\(en)"] + set)
    trace.sign(&entry)
    let new = try entry.checked()
    try InputError.from {
      try GlossaryStore.change(file, create: true) { table in
        let twin = table.rows.indices.first {
          table[$0, .vi] == new.vi && table[$0, .tag] == new.tag.rawValue
            && table[$0, .en] == new.en
        }
        if let twin, !force {
          throw EditError(
            "\(file):\(table.rows[twin].line): this row is there already; change it with edit")
        }
        table.insert(new, name: GlossaryStore.name(of: file))
      }
    }
    switch format {
    case .json: try Console.json(EntryRecord(new, layer: nil))
    case .text: Console.line("added to \(file): \(new.vi) → \(new.en)")
    }
  }
}
