import ArgumentParser
import Foundation
import Terminology
import TextModel
import Workflow

/// `songngu glossary stats`: how much glossaries hold.
struct GlossaryStats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Count entries, spellings, tags, conditions and periods.",
    discussion: "Example: songngu glossary stats")

  @Argument(help: "Glossary files. Default: all shipped, and CLDR.") var files: [String] = []
  @Option(help: "text or json.") var format = OutputFormat.text
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let set = try InputError.from {
      try GlossarySet(folder: files.isEmpty ? shared.folder : nil, files: files)
    }
    Console.report(set.findings, quiet: shared.quiet)
    let glossaries = set.glossaries.filter { files.isEmpty || $0.name != "CLDR" }
    let counts = glossaries.map(GlossaryStatistics.init)
    switch format {
    case .json: try Console.json(counts)
    case .text:
      Console.line("glossary\tentries\tconcepts\tspellings\tcompound\twhen\tvalid\tbarred")
      for count in counts { printLine(count.name, count) }
      let total = counts.reduce(into: [0, 0, 0]) { sum, count in
        sum[0] += count.entries
        sum[1] += count.concepts
        sum[2] += count.spellings
      }
      Console.line("all\t\(total[0])\t\(total[1])\t\(total[2])")
    }
  }

  private func printLine(_ name: String, _ count: GlossaryStatistics) {
    Console.line(
      "\(name)\t\(count.entries)\t\(count.concepts)\t\(count.spellings)\t\(count.compound) %\t"
        + "\(count.conditions)\t\(count.dated)\t\(count.barred)")
  }
}
