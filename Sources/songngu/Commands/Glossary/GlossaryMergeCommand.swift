import ArgumentParser
import Foundation
import Terminology
import TextModel
import Workflow

/// `songngu glossary merge`: three-way merge by cells.
struct GlossaryMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Put two changed files together; conflicts are named and leave ours.",
    discussion: """
      Example: songngu glossary merge base.tsv ours.tsv theirs.tsv --output ours.tsv

      As a merge driver of git: songngu glossary merge %O %A %B --output %A
      """)

  @Argument(help: "The file both sides began with.") var base: String
  @Argument(help: "Our file.") var ours: String
  @Argument(help: "Their file.") var theirs: String
  @Option(name: .shortAndLong, help: "Where the result goes. Default: standard output.")
  var output: String?
  @Option(help: "text or json: how conflicts are told.") var format = OutputFormat.text

  private struct Report: Encodable {
    let rows: Int
    let conflicts: [GlossaryMerge.Conflict]
  }

  func run() throws {
    let files = try InputError.from { try [base, ours, theirs].map { try GlossaryStore.read($0) } }
    let merge = GlossaryMerge(base: files[0], ours: files[1], theirs: files[2])
    if let output {
      try InputError.from { try GlossaryStore.write(merge.result.text, to: output) }
    } else if format == .text {
      Console.write(merge.result.text)
    }
    switch format {
    case .json:
      try Console.json(Report(rows: merge.result.rows.count, conflicts: merge.conflicts))
    case .text:
      for conflict in merge.conflicts {
        Console.error(
          "conflict: \(conflict.vi) (\(conflict.tag)), \(conflict.column): base "
            + "'\(conflict.base)', ours '\(conflict.ours)', theirs '\(conflict.theirs)'")
      }
    }
    if !merge.conflicts.isEmpty { throw ExitCode(1) }
  }
}
