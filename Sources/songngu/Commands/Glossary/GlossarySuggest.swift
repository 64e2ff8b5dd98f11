import ArgumentParser
import Foundation
import Terminology
import TextModel
import Workflow

/// `songngu glossary suggest`: terms, names and acronyms that might be added.
struct GlossarySuggest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Propose new terms from articles; what a glossary has is never proposed.",
    discussion: "Example: songngu glossary suggest seeds/ --minimum 3")

  @Argument(help: "Files, folders, or - for standard input.") var paths: [String]
  @Option(help: "The fewest times a term or name must stand.") var minimum = 2
  @Option(help: "How many of each kind at most; 0 for all.") var limit = 20
  @Option(help: "text, json, or tsv: rows to complete, with the status draft.")
  var format = Format.text
  @OptionGroup var shared: SharedOptions

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, tsv }

  func run() throws {
    let workbench = try shared.workbench()
    let input = Input(paths)
    let (text, findings) = try workbench.glossaryText(input.documents)
    let failures = input.failures + findings
    Console.report(failures)
    var options = TermMiner.Options()
    options.minimum = minimum
    let all = try workbench.suggestions(text, options: options)
    let found = [TermCandidate.Kind.acronym, .name, .term].flatMap { kind in
      let some = all.filter { $0.kind == kind }
      return limit == 0 ? some : Array(some.prefix(limit))
    }
    switch format {
    case .json: try Console.json(found)
    case .tsv: Console.write(rows(found))
    case .text: for candidate in found { printLine(candidate) }
    }
    if !failures.isEmpty { throw ExitCode(3) }
  }

  private func printLine(_ candidate: TermCandidate) {
    let vi = candidate.full.isEmpty ? candidate.vi : "\(candidate.vi) = \(candidate.full)"
    let score =
      candidate.kind == .term
      ? "\tC-value \(candidate.cValue), keyness \(candidate.keyness)" : ""
    Console.line(
      "\(candidate.kind.rawValue)\t\(vi)\t\(candidate.count) in \(candidate.documents)\(score)")
    for context in candidate.contexts.prefix(1) { Console.line("    \(context.prefix(120))") }
  }

  /// A file to complete: the rendering is a question mark.
  private func rows(_ found: [TermCandidate]) -> String {
    var file = GlossaryFile()
    for candidate in found {
      var entry = TermEntry()
      entry.vi = candidate.full.isEmpty ? candidate.vi : candidate.full
      entry.variants = candidate.full.isEmpty ? [] : [candidate.vi]
      entry.tag = candidate.kind == .term ? .noun : .properName
      entry.en = "?"
      entry.status = "draft"
      entry.example = String(candidate.contexts.first?.map { $0 == "\t" ? " " : $0 } ?? [])
      file.insert(entry, name: "")
    }
    return file.text
  }
}
