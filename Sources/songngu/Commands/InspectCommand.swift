import ArgumentParser
import Foundation
import Reporting
import Summarization
import TextModel
import Workflow

/// `songngu inspect`: every stage of one article.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Show every stage of one article, with the reasons.",
    discussion: "Example: songngu inspect seeds/004_a10ad76b1af9c316.txt")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "A file, or - for standard input.") var path: String
  @Option(help: "text or json.") var format = Format.text
  @Option(help: "The encoding of the input. Default: found from the bytes.") var encoding: String?
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let workbench = try shared.workbench()
    let input = Input([path])
    if input.documents.count > 1 {
      throw InputError("\(path): this is a folder; give one file")
    }
    var recipe = Recipe()
    recipe.encoding = encoding
    let reader = try workbench.articleReader()
    let works = try input.map { try workbench.work(on: $0, recipe: recipe, reader: reader) }
    guard let work = works.answers.first else { throw ExitCode(3) }
    let summary = workbench.summaryMaker.summarize([work.summaryDocument])
    switch format {
    case .json: try Console.write(Inspection(work).json())
    case .text: InspectionText(work: work, summary: summary, workbench: workbench).print()
    }
  }
}

/// The fixed JSON form of an inspection.
struct Inspection: Encodable {
  struct Part: Encodable {
    let role: BlockRole
    let text: String
    let start: Int
    let end: Int
    let reason: String
  }
  struct Sentence: Encodable {
    let text: String
    let start: Int
    let end: Int
    let block: Int
    let rule: String
    /// Present, and true, where a quotation goes over the sentence's start or end.
    let quoted: Bool?
  }

  let blocks: [Part]
  let sentences: [Sentence]
  let metadata: ArticleMetadata
  let repairs: [Brief.Repair]
  let encoding: SourceDocument.Encoding
  let findings: [Finding]
  let annotations: [Annotation]
  let ambiguities: [Ambiguity]
  let quotations: [Quotation]
  let persons: [Person]
  let unknowns: [String]

  init(_ work: ArticleWork) {
    let text = work.article.text
    blocks = work.article.blocks.map {
      Part(
        role: $0.role, text: text.string($0.span), start: $0.span.start, end: $0.span.end,
        reason: $0.reason)
    }
    sentences = work.article.sentences.map {
      Sentence(
        text: text.string($0.span), start: $0.span.start, end: $0.span.end, block: $0.block,
        rule: $0.rule,
        quoted: $0.startsInsideQuotation || $0.endsInsideQuotation ? true : nil)
    }
    metadata = work.article.metadata
    repairs = text.repairs.map {
      Brief.Repair(
        rule: $0.rule, source: SourceSpan($0.start, $0.end),
        before: String(decoding: work.source.bytes[$0.start..<$0.end], as: UTF8.self),
        after: String(decoding: $0.replacement, as: UTF8.self))
    }
    encoding = text.encoding
    findings = work.findings
    annotations = work.annotated.annotations
    ambiguities = work.annotated.ambiguities
    quotations = work.annotated.quotations
    persons = work.annotated.persons
    unknowns = work.annotated.unknowns.map(text.string)
  }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}

/// The same for a person at a terminal.
struct InspectionText {
  let work: ArticleWork
  let summary: Summary?
  let workbench: Workbench

  private func safe(_ text: String) -> String { Escaping.terminal(text) }

  func print() {
    let text = work.article.text
    let percent = Int((text.encoding.confidence * 100).rounded())
    line("Encoding: \(text.encoding.name), \(percent) % sure — \(text.encoding.evidence)")
    line("\nRepairs")
    for edit in text.repairs {
      let before = String(decoding: work.source.bytes[edit.start..<edit.end], as: UTF8.self)
      let after = String(decoding: edit.replacement, as: UTF8.self)
      line("  bytes \(edit.start)-\(edit.end)  \(edit.rule)  \(before) → \(after)")
    }
    line("\nBlocks")
    for (index, block) in work.article.blocks.enumerated() {
      line("  \(index)  \(block.role.rawValue)  \(text.string(block.span).prefix(100))")
      line("       \(block.reason)")
    }
    line("\nSentences")
    for sentence in work.article.sentences {
      line("  \(sentence.ordinal)  [\(sentence.rule)]  \(text.string(sentence.span))")
    }
    printSummary()
    line("\nTerms")
    for annotation in work.annotated.annotations {
      let evidence = annotation.evidence.map { "; \($0)" } ?? ""
      let value = annotation.value.map { ", \($0)" } ?? ""
      line(
        "  \(annotation.surface) → \(annotation.target)  (\(annotation.kind.rawValue)\(value), "
          + "\(annotation.origin)\(evidence))")
    }
    printOpen()
    printQuotations()
    for finding in work.findings { line("\n\(finding.description)") }
  }

  /// Senses that nothing decides between, and words that no glossary has.
  private func printOpen() {
    if !work.annotated.ambiguities.isEmpty { line("\nOpen senses") }
    for ambiguity in work.annotated.ambiguities {
      line("  \(ambiguity.surface): \(ambiguity.renderings.joined(separator: " or "))")
    }
    let unknowns = work.annotated.unknowns.map(work.article.text.string)
    if !unknowns.isEmpty { line("\nUnknown words\n  \(unknowns.joined(separator: ", "))") }
  }

  private func printQuotations() {
    if !work.annotated.quotations.isEmpty { line("\nQuotations") }
    for quotation in work.annotated.quotations {
      let title = quotation.title.map { ", \($0)" } ?? ""
      line("  “\(quotation.text)”")
      line("    \(quotation.speaker ?? "no speaker named")\(title)")
      if let evidence = quotation.evidence { line("    \(evidence)") }
    }
  }

  private func printSummary() {
    guard let summary else { return }
    for (title, candidates) in [("Taken", summary.selections), ("Left", summary.rejections)] {
      line("\n\(title)")
      for candidate in candidates {
        line(CandidateLine.text(candidate, in: work.article, workbench))
      }
    }
  }

  private func line(_ text: String) {
    Swift.print(
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { safe(String($0)) }.joined(separator: "\n"))
  }
}
