import ArgumentParser
import Foundation
import Terminology
import TextModel
import Workflow

/// `songngu glossary impact`: what an edited glossary would change, before it is saved.
struct GlossaryImpactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "impact",
    abstract: "Show what an edited glossary would change in articles and their briefs.",
    discussion: "Example: songngu glossary impact --edited new/diplomacy.tsv seeds/")

  @Option(
    help: "The edited file; it stands for the shipped one of its name (may be repeated).")
  var edited: [String]
  @Argument(help: "Articles: files, folders, or - for standard input.") var paths: [String]
  @Flag(help: "Exit with 1 when something changes.") var check = false
  @Option(help: "text or json.") var format = OutputFormat.text
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let language = try shared.language()
    let before = Workbench(language: language, glossaries: try shared.glossarySet())
    let after = Workbench(
      language: language, glossaries: try shared.glossarySet(replacing: edited))
    let input = Input(paths)
    Console.report(input.failures)
    let impact: GlossaryImpact
    do {
      impact = try before.impact(of: after, on: input.documents)
    } catch {
      throw InputError("\(error)")
    }
    switch format {
    case .json: try Console.json(impact)
    case .text: printLines(impact)
    }
    if !input.failures.isEmpty { throw ExitCode(3) }
    if check, !impact.changes.isEmpty || !impact.points.isEmpty { throw ExitCode(1) }
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
