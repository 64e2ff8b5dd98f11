import ArgumentParser
import Foundation
import Reporting
import Storage
import Workflow

/// `songngu diff`: what changed between two runs, and why.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "What changed between two runs, and why.",
    discussion: """
      Example: songngu diff previous latest

      A run is named by latest, previous, a number, the beginning of an id, a tag or a day; or give two \
      set.json reports, which need no workspace (then without causes).
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable { case text, markdown, html, json }
  enum Failing: String, ExpressibleByArgument, CaseIterable { case summary, terms, any }

  @Argument(help: "The earlier run, or a set.json.") var before = "previous"
  @Argument(help: "The later run, or a set.json.") var after = "latest"
  @Option(help: "text, markdown, html or json (with the steps as a JSON Patch).") var format = Form
    .text
  @Option(name: .shortAndLong, help: "The file to write. Default: standard output.") var output:
    String?
  @Option(help: "Exit with 1 when these differ: summary, terms or any.") var failOn: Failing?
  @Flag(help: "Do not look for causes.") var noCauses = false
  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    let (old, oldRun) = try side(before)
    let (new, newRun) = try side(after)
    var diff = RunDiffer().diff(old, new, names: (before, after))
    if !noCauses, !diff.isEmpty, let oldRun, let newRun {
      diff = try CauseFinder(oldRun, newRun, language: try LanguageData()).explaining(diff)
    }
    try write(try text(diff, old, new))
    if let failOn, failOn.fails(diff) { throw ExitCode(1) }
  }

  private func side(_ name: String) throws -> (SetBrief, RunContents?) {
    if name.hasSuffix(".json") {
      guard let data = FileManager.default.contents(atPath: name) else {
        throw InputError("\(name): this report cannot be read")
      }
      guard let set = try? JSONDecoder().decode(SetBrief.self, from: data) else {
        throw InputError("\(name): this is no set.json that this version of songngu wrote")
      }
      return (set, nil)
    }
    let contents = try Stored.orInputError {
      let store = try place.requiredStore(readOnly: true)
      return try store.contents(of: try store.find(name))
    }
    return (contents.result, contents)
  }

  private struct Document: Encodable {
    let diff: RunDiff
    let patch: RunPatch
  }

  private func text(_ diff: RunDiff, _ old: SetBrief, _ new: SetBrief) throws -> String {
    switch format {
    case .text: return DiffTextWriter(isColoured: output == nil && Terminal.isColoured).text(diff)
    case .markdown: return DiffMarkdownWriter().text(diff)
    case .html: return try DiffHTMLWriter().text(diff)
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      let document = Document(diff: diff, patch: try RunPatch(from: old, to: new))
      return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
    }
  }

  private func write(_ text: String) throws {
    guard let output else { return Console.write(text) }
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
    } catch {
      throw InputError("\(output): cannot be written; check the rights of its folder")
    }
  }
}

extension DiffCommand.Failing {
  /// Whether the diff holds what is asked to fail on.
  fileprivate func fails(_ diff: RunDiff) -> Bool {
    let kinds: Set<Change.Kind> =
      switch self {
      case .summary: [.entered, .left, .moved, .glance, .boundary]
      case .terms: [.rendering, .sense]
      case .any: Set(Change.Kind.allCases)
      }
    if self == .any { return !diff.isEmpty }
    return diff.changes.contains { kinds.contains($0.kind) }
  }
}

/// What standard output is.
enum Terminal {
  /// Whether it is a terminal that wants colour. Source: https://no-color.org
  static var isColoured: Bool {
    isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
  }
}
