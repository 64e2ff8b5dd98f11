import ArgumentParser
import Foundation
import Terminology
import TextModel
import Workflow

/// `songngu glossary coverage`: words of articles without an entry.
struct GlossaryCoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage", abstract: "List content words of articles that no glossary has.",
    discussion: "Example: songngu glossary coverage seeds/")

  @Argument(help: "Files, folders, or - for standard input.") var paths: [String]
  @Option(help: "How many words at most; 0 for all.") var limit = 50
  @Option(help: "Exit with 1 when less than so many percent are covered.") var atLeast: Double?
  @Option(help: "text or json.") var format = OutputFormat.text
  @OptionGroup var shared: SharedOptions

  private struct Report: Encodable {
    let words: Int
    let known: Int
    let percent: Double
    let gaps: [GlossaryCoverage.Gap]
  }

  func run() throws {
    let workbench = try shared.workbench()
    let input = Input(paths)
    let (text, findings) = try workbench.glossaryText(input.documents)
    let failures = input.failures + findings
    Console.report(failures)
    let coverage = workbench.coverage(text)
    let gaps = limit == 0 ? coverage.gaps : Array(coverage.gaps.prefix(limit))
    switch format {
    case .json:
      try Console.json(
        Report(
          words: coverage.words, known: coverage.known, percent: coverage.percent, gaps: gaps))
    case .text:
      Console.line(
        "\(coverage.known) of \(coverage.words) content words have an entry "
          + "(\(coverage.percent) %); \(coverage.gaps.count) different words have none")
      for gap in gaps {
        Console.line(
          "\(gap.count)\t\(gap.vi)\t\(gap.isName ? "name" : "word")\t\(gap.context.prefix(80))")
      }
    }
    if !failures.isEmpty { throw ExitCode(3) }
    if let atLeast, coverage.percent < atLeast { throw ExitCode(1) }
  }
}
