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
  @Flag(help: "Look for the causes of all changes, however long it takes.") var allCauses = false
  @Option(
    help:
      "Columns of the text form; from 100 on both sides stand side by side. Default: the terminal's."
  )
  var width: Int?
  @OptionGroup var place: WorkspaceOptions

  func validate() throws {
    if let width, width < 40 { throw ValidationError("--width takes columns, 40 or more") }
  }

  func run() throws {
    let isStored = !before.hasSuffix(".json") && !after.hasSuffix(".json")
    let diff = try isStored && format != .json ? stored() : whole()
    if let failOn, failOn.fails(diff) { throw ExitCode(1) }
  }

  /// Two stored runs: of articles that are the same object in both nothing is read but an outline.
  private func stored() throws -> RunDiff {
    let (pair, names) = try Stored.orInputError {
      let store = try place.requiredStore(readOnly: true)
      let runs = (try store.find(before), try store.find(after))
      return (
        try store.shownPair(runs.0, runs.1), (label(before, runs.0), label(after, runs.1))
      )
    }
    let words = SegmentedWords(pair.after)
    let differ = BriefDiffer { words($0) }
    var diff = RunDiffer(differ).diff(pair, names: names)
    if !noCauses, !diff.isEmpty {
      diff = try explained(diff, pair.before, pair.after, differ)
    }
    try write(try text(diff))
    return diff
  }

  /// Two whole results, from the store or from report files; of files no causes are known.
  private func whole() throws -> RunDiff {
    let (old, oldRun, oldName) = try side(before)
    let (new, newRun, newName) = try side(after)
    let words = newRun.map { SegmentedWords($0) }
    let differ = words.map { words in BriefDiffer { words($0) } } ?? BriefDiffer()
    var diff = RunDiffer(differ).diff(old, new, names: (oldName, newName))
    if !noCauses, !diff.isEmpty, let oldRun, let newRun {
      diff = try explained(diff, oldRun, newRun, differ)
    }
    try write(try format == .json ? document(diff, old, new) : text(diff))
    return diff
  }

  private func explained(
    _ diff: RunDiff, _ before: RunContents, _ after: RunContents, _ differ: BriefDiffer
  ) throws -> RunDiff {
    var limits = CauseFinder.Limits()
    if allCauses { limits.text = nil }
    return try CauseFinder(before, after, differ: differ, limits: limits).explaining(diff)
  }

  /// What the user called a run, with its number: `latest` is another run tomorrow.
  private func label(_ word: String, _ run: RunSummary) -> String {
    let number = "#\(run.number)"
    return word == "\(run.number)" || word == number ? number : "\(word) (\(number))"
  }

  private func side(_ name: String) throws -> (SetBrief, RunContents?, String) {
    if name.hasSuffix(".json") {
      guard let data = FileManager.default.contents(atPath: name) else {
        throw InputError("\(name): this report cannot be read")
      }
      guard let set = try? StoredForms.decode(SetBrief.self, from: data) else {
        throw InputError("\(name): this is no set.json that songngu wrote")
      }
      return (set, nil, name)
    }
    let (contents, run) = try Stored.orInputError {
      let store = try place.requiredStore(readOnly: true)
      let run = try store.find(name)
      return (try store.contents(of: run).styled(), run)
    }
    return (contents.result, contents, label(name, run))
  }

  private struct Document: Encodable {
    let diff: RunDiff
    let patch: RunPatch
  }

  private func document(_ diff: RunDiff, _ old: SetBrief, _ new: SetBrief) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let document = Document(diff: diff, patch: try RunPatch(from: old, to: new))
    return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
  }

  private func text(_ diff: RunDiff) throws -> String {
    switch format {
    case .markdown: DiffMarkdownWriter().text(diff)
    case .html: try DiffHTMLWriter().text(diff)
    case .text, .json:
      DiffTextWriter(
        isColoured: output == nil && Terminal.isColoured,
        width: width ?? (output == nil ? Terminal.width : nil)
      ).text(diff)
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
      case .summary: [.entered, .left, .moved, .glance, .boundary, .story]
      case .terms: [.rendering, .sense, .figure, .date]
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

  /// Its columns; nil when it is no terminal.
  static var width: Int? {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 else {
      return nil
    }
    return size.ws_col > 0 ? Int(size.ws_col) : nil
  }
}
