import ArgumentParser
import Foundation
import Reporting
import Storage
import Terminology
import TextModel
import Workflow

/// `songngu glossary impact`: what an edited glossary would change, before it is saved.
struct GlossaryImpactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "impact",
    abstract: "Show what an edited glossary would change in articles, their briefs or stored runs.",
    discussion: """
      Example: songngu glossary impact --edited new/diplomacy.tsv seeds/
               songngu glossary impact --edited new/diplomacy.tsv --run latest
      """)

  @Option(
    help: "The edited file; it stands for the shipped one of its name (may be repeated).")
  var edited: [String]
  @Argument(help: "Articles: files, folders, or - for standard input.") var paths: [String] = []
  @Option(
    name: .customLong("run"),
    help: "A stored run: latest, previous, a number, id, tag or day (may be repeated).")
  var named: [String] = []
  @Flag(help: "All stored runs, newest first.") var runs = false
  @Flag(help: "Exit with 1 when something changes.") var check = false
  @Option(help: "text or json.") var format = OutputFormat.text
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var shared: SharedOptions

  /// A stored run and what would change in it.
  private struct RunReport: Encodable {
    let run: RunSummary
    let diff: RunDiff
  }

  private struct Report: Encodable {
    let changes: [GlossaryImpact.Change]
    let points: [GlossaryImpact.Points]
    let runs: [RunReport]
  }

  func validate() throws {
    if paths.isEmpty, named.isEmpty, !runs {
      throw ValidationError("name articles, or stored runs with --run or --runs")
    }
  }

  func run() throws {
    let language = try shared.language()
    let input = paths.isEmpty ? nil : Input(paths)
    Console.report(input?.failures ?? [])
    let impact = try input.map { try articleImpact($0.documents, language) }
    let stored = try runReports()
    switch format {
    case .json:
      try Console.json(
        Report(changes: impact?.changes ?? [], points: impact?.points ?? [], runs: stored))
    case .text:
      if let impact { printLines(impact) }
      for report in stored { Console.write(DiffTextWriter().text(report.diff)) }
      if !stored.isEmpty {
        let changed = stored.count { !$0.diff.isEmpty }
        Console.line("\(stored.count.of("stored run")), \(changed) of them would change")
      }
    }
    if let input, !input.failures.isEmpty { throw ExitCode(3) }
    let isSame =
      impact.map { $0.changes.isEmpty && $0.points.isEmpty } ?? true
      && stored.allSatisfy(\.diff.isEmpty)
    if check, !isSame { throw ExitCode(1) }
  }

  private func articleImpact(
    _ documents: [SourceDocument], _ language: LanguageData
  ) throws -> GlossaryImpact {
    let before = Workbench(language: language, glossaries: try shared.glossarySet())
    let after = Workbench(
      language: language, glossaries: try shared.glossarySet(replacing: edited))
    do {
      return try before.impact(of: after, on: documents)
    } catch {
      throw InputError("\(error)")
    }
  }

  private func runReports() throws -> [RunReport] {
    if named.isEmpty, !runs { return [] }
    let files = try edited.map { path in
      GlossarySource(
        path: path, kind: .user, bytes: try InputError.from { try GlossaryStore.bytes(path) })
    }
    for file in files {
      let name = GlossaryStore.name(of: file.path)
      Console.report(
        Glossary(name: name, tsv: file.bytes, file: file.path).findings, quiet: shared.quiet)
    }
    let impact = RunImpact(edited: files)
    return try Stored.orInputError {
      let store = try place.requiredStore(readOnly: true)
      let chosen = try runs ? store.runs() : named.map { try store.find($0) }
      return try chosen.map { summary in
        let contents = try store.contents(of: summary)
        return RunReport(
          run: summary, diff: try impact.diff(of: contents, name: "run \(summary.number)"))
      }
    }
  }

  private func printLines(_ impact: GlossaryImpact) {
    for change in impact.changes {
      let place = change.sentence.map { "sentence \($0)" } ?? "outside"
      Console.line(
        "\(change.file)\t\(place)\(change.isInBrief ? ", in the brief" : "")\t\(change.surface)\t"
          + "\(change.before ?? "-") → \(change.after ?? "-")\t\(change.origin)")
    }
    for points in impact.points {
      Console.line(
        "\(points.file)\tpoints of the brief: sentences \(points.removed) go, \(points.added) come")
    }
    Console.line(
      "other renderings in \(impact.changes.count.of("place")), "
        + "\(impact.changes.count { $0.isInBrief }) of them in points of briefs")
  }
}
