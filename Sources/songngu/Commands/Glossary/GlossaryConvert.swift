import ArgumentParser
import Foundation
import Terminology
import TextModel
import Workflow

/// `songngu glossary convert`: to and from the formats of other programs.
struct GlossaryConvert: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Convert a glossary; says first what the target cannot hold.",
    discussion: """
      Example: songngu glossary convert Glossaries/diplomacy.tsv --to tbx --output diplomacy.tbx

      Formats: \(Exchange.formats.map(\.name).joined(separator: ", ")).
      """)

  @Argument(help: "The file to read.") var file: String
  @Option(help: "The format of the file. Default: told from its name and first line.")
  var from: String?
  @Option(help: "The format to write.") var to: String
  @Option(name: .shortAndLong, help: "Where it goes. Default: standard output.") var output: String?
  @Flag(help: "Exit with 1 and write nothing when something would be lost.") var strict = false
  @Flag(help: "Replace a file that is there.") var force = false
  @Option(help: "text or json: how losses are told.") var format = OutputFormat.text

  private struct Report: Encodable {
    struct Loss: Encodable {
      let what: String
      let count: Int
    }
    let from: String
    let to: String
    let entries: Int
    let losses: [Loss]
    let findings: [Finding]
  }

  func validate() throws {
    for name in [from, to].compactMap({ $0 }) where Exchange.format(name) == nil {
      let names = Exchange.formats.map(\.name).joined(separator: ", ")
      throw ValidationError("no format is named '\(name)'; formats are \(names)")
    }
    if format == .json, output == nil { throw ValidationError("--format json needs --output") }
  }

  func run() throws {
    let bytes = try InputError.from { try GlossaryStore.bytes(file) }
    guard let source = from.flatMap(Exchange.format) ?? Exchange.format(of: file, bytes) else {
      throw InputError("\(file): the format is not clear; name it with --from")
    }
    guard let target = Exchange.format(to) else { return }
    let imported = source.read(bytes, file: file)
    let losses = Exchange.losses(imported.entries, to: target)
    let report = Report(
      from: source.name, to: target.name, entries: imported.entries.count,
      losses: losses.map { .init(what: $0.what, count: $0.count) }, findings: imported.findings)
    try tell(report)
    if imported.entries.isEmpty, !imported.findings.isEmpty {
      throw InputError("\(file): nothing could be read")
    }
    if strict, !losses.isEmpty { throw ExitCode(1) }
    try write(target.write(imported.entries, name: GlossaryStore.name(of: file)))
    if !imported.findings.isEmpty { throw ExitCode(1) }
  }

  private func tell(_ report: Report) throws {
    if format == .json { return try Console.json(report) }
    Console.report(report.findings)
    if report.losses.isEmpty { return }
    let losses = report.losses.map { "\($0.what) (\($0.count))" }.joined(separator: ", ")
    Console.error(
      "\(report.to) has no place for some cells of \(report.entries.of("row")): \(losses)")
  }

  private func write(_ text: String) throws {
    guard let output else { return Console.write(text) }
    if FileManager.default.fileExists(atPath: output), !force {
      throw InputError("\(output): this file is there already; use --force to replace it")
    }
    try InputError.from { try GlossaryStore.write(text, to: output) }
  }
}
