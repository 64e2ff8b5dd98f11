import Annotation
import ArgumentParser
import Foundation
import Reporting
import TextModel
import Workflow

/// `songngu check`: a source, and an English text made from it, in; what does not agree, out.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find contradictions in a source, and what its English lost or changed.",
    discussion: """
      Figures and dates are compared by value, names by any accepted rendering.

      Example: songngu check --source seeds/002_08239fbb93926ba0.txt --target english.txt

      Exit codes: 0 nothing found, 1 findings, 2 usage, 3 unreadable input.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(help: "The Vietnamese text or page.") var source: String
  @Option(help: "The English text. Default: none, only the source is checked.")
  var target: String?
  @Option(help: "The article's date (ISO 8601), where the page gives none.") var date: String?
  @Option(help: "text or json.") var format = Format.text
  @OptionGroup var shared: SharedOptions

  private struct Report: Encodable {
    let source: String
    let target: String?
    let findings: [Finding]
  }

  func run() throws {
    let workbench = try shared.workbench()
    let document = try read(source)
    var recipe = Recipe()
    recipe.date = date
    let english = try target.map { try read($0) }
    let findings = try workbench.check(document, against: english, recipe: recipe)
    switch format {
    case .text: for finding in findings { print(Escaping.terminal(finding.description)) }
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      let report = Report(source: source, target: target, findings: findings)
      Console.write(String(decoding: try encoder.encode(report), as: UTF8.self) + "\n")
    }
    if findings.contains(where: { $0.severity > .note }) { throw ExitCode(1) }
  }

  private func read(_ path: String) throws -> SourceDocument {
    let input = Input([path])
    guard input.documents.count == 1, let document = input.documents.first else {
      throw InputError(
        input.failures.first?.description ?? "\(path): this is a folder; give one file")
    }
    return document
  }
}
