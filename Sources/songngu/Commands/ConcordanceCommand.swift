import ArgumentParser
import Foundation
import Terminology
import TextModel
import Workflow

/// `songngu concordance`: a term in its contexts.
struct ConcordanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concordance", abstract: "Show a term in its contexts (key word in context).",
    discussion: "Example: songngu concordance 'đàm phán' seeds/")

  enum Order: String, ExpressibleByArgument, CaseIterable { case place, left, right }

  @Argument(help: "The Vietnamese term.") var term: String
  @Argument(help: "Files, folders, or - for standard input.") var paths: [String]
  @Option(help: "Characters of context on each side.") var width = 40
  @Option(help: "The order: place, left (the word before) or right (the word after).")
  var order = Order.place
  @Flag(help: "Find the term's variants in the glossaries too.") var variants = false
  @Option(help: "text or json.") var format = OutputFormat.text
  @OptionGroup var shared: SharedOptions

  private struct Hit: Encodable {
    let file: String
    let start: Int
    let end: Int
    let left: String
    let keyword: String
    let right: String
  }

  func run() throws {
    let workbench = try shared.workbench()
    let input = Input(paths)
    let (text, findings) = try workbench.glossaryText(input.documents)
    let failures = input.failures + findings
    Console.report(failures)
    let concordance = workbench.language.concordance(spellings(workbench.glossaries))
    let hits = sorted(
      text.sources.flatMap { source in
        source.spans.flatMap { concordance.lines(source.text.bytes, in: $0.range, width: width) }
          .map {
            Hit(
              file: source.origin, start: $0.span.start, end: $0.span.end, left: $0.left,
              keyword: $0.keyword, right: $0.right)
          }
      })
    switch format {
    case .json: try Console.json(hits)
    case .text:
      for hit in hits {
        let space = String(repeating: " ", count: max(0, width - hit.left.count))
        Console.line("\(space)\(hit.left)[\(hit.keyword)]\(hit.right)")
      }
    }
    if !failures.isEmpty { throw ExitCode(3) }
    if hits.isEmpty { throw ExitCode(1) }
  }

  private func spellings(_ set: GlossarySet) -> [String] {
    let term = Composition.composed(term) ?? term
    if !variants { return [term] }
    let hits = TermLookup(set.glossaries).search(term).filter { $0.match <= .exact }
    return [term] + hits.filter { !$0.isEnglish }.flatMap { [$0.entry.vi] + $0.entry.variants }
  }

  private func sorted(_ hits: [Hit]) -> [Hit] {
    func key(_ hit: Hit) -> String {
      switch order {
      case .place: ""
      case .left: hit.left.split(separator: " ").last.map { $0.lowercased() } ?? ""
      case .right: hit.right.split(separator: " ").first.map { $0.lowercased() } ?? ""
      }
    }
    if order == .place { return hits }
    return hits.enumerated().sorted { (key($0.element), $0.offset) < (key($1.element), $1.offset) }
      .map(\.element)
  }
}
