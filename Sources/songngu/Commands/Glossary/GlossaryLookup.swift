import ArgumentParser
import Foundation
import Terminology
import TextModel
import Workflow

/// `songngu glossary lookup`: entries for a word, in both directions.
struct GlossaryLookup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lookup",
    abstract: "Find entries by Vietnamese or English; marks may be left out, slips are forgiven.",
    discussion: "Example: songngu glossary lookup 'dai su'")

  @Argument(help: "The word or phrase.") var query: String
  @Option(help: "How many entries at most.") var limit = 10
  @Option(help: "An article or folder for examples (may be repeated).") var corpus: [String] = []
  @Option(help: "text or json.") var format = OutputFormat.text
  @OptionGroup var shared: SharedOptions

  private struct Found: Encodable {
    let entry: EntryRecord
    let found: String
    let match: String
    let distance: Int
    let examples: [String]
  }

  func run() throws {
    let set = try shared.glossarySet()
    let hits = TermLookup(set.glossaries).search(query, limit: limit)
    let examples = try corpus.isEmpty ? nil : Examples(corpus, set, shared)
    let found = hits.map { hit in
      Found(
        entry: EntryRecord(hit.entry, layer: set.layer(of: hit.entry.origin.glossary)),
        found: hit.text, match: "\(hit.match)", distance: hit.distance,
        examples: examples?.lines(hit.entry) ?? [])
    }
    switch format {
    case .json: try Console.json(found)
    case .text:
      for (hit, found) in zip(hits, found) {
        let entry = hit.entry
        let how = hit.match == .near ? "near, \(hit.distance)" : "\(hit.match)"
        let place = entry.origin.line == 0 ? "" : ":\(entry.origin.line)"
        Console.line(
          "\(entry.vi)\t\(entry.tag.rawValue)\t\(entry.en)\t\(entry.origin.glossary)\(place)"
            + " (\(found.entry.layer?.rawValue ?? "-"))\t\(how)")
        if !entry.condition.isEmpty { Console.line("    when \(entry.condition.cell)") }
        for barred in entry.avoid { Console.line("    not '\(barred.text)': \(barred.reason)") }
        for example in found.examples { Console.line("    \(example)") }
      }
    }
    if hits.isEmpty { throw ExitCode(1) }
  }

  /// Sentences of articles with a term.
  private struct Examples {
    let text: GlossaryText
    let language: LanguageData

    init(_ paths: [String], _ set: GlossarySet, _ shared: SharedOptions) throws {
      let input = Input(paths)
      Console.report(input.failures)
      language = try shared.language()
      text = try Workbench(language: language, glossaries: set).glossaryText(input.documents).text
    }

    func lines(_ entry: TermEntry) -> [String] {
      let concordance = language.concordance([entry.vi] + entry.variants)
      var lines: [String] = []
      for source in text.sources {
        for span in source.spans where lines.count < 3 {
          lines += concordance.lines(source.text.bytes, in: span.range).prefix(1).map {
            "\(source.origin): …\($0.left)[\($0.keyword)]\($0.right)…"
          }
        }
      }
      return lines
    }
  }
}
