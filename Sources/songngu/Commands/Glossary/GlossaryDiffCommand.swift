import ArgumentParser
import Foundation
import Terminology
import TextModel
import Workflow

/// `songngu glossary diff`: what changed, sense by sense.
struct GlossaryDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Compare two glossary files by senses and cells, not by lines.",
    discussion: "Example: songngu glossary diff old.tsv new.tsv")

  @Argument(help: "The first file.") var first: String
  @Argument(help: "The second file.") var second: String
  @Option(help: "text or json.") var format = OutputFormat.text

  func run() throws {
    let files = try InputError.from { try [first, second].map { try GlossaryStore.read($0) } }
    let diff = GlossaryDiff(files[0], files[1])
    switch format {
    case .json: try Console.json(diff)
    case .text:
      for change in diff.changes {
        switch change.kind {
        case .added: Console.line("+ \(change.vi) (\(change.tag)) → \(change.en)")
        case .removed: Console.line("- \(change.vi) (\(change.tag)) → \(change.en)")
        case .changed:
          Console.line("~ \(change.vi) (\(change.tag)) → \(change.en)")
          for field in change.fields {
            Console.line("    \(field.column): '\(field.before)' → '\(field.after)'")
          }
        }
      }
    }
    if !diff.changes.isEmpty { throw ExitCode(1) }
  }
}
