import ArgumentParser
import Foundation
import Normalization
import Segmentation
import Summarization
import TextModel
import Workflow

/// `songngu summarize`: documents in, whole sentences of them out.
struct SummarizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summarize", abstract: "Choose the sentences that tell most.",
    discussion: "Example: songngu summarize --sentences 3 seeds/")

  @Argument(help: "Files, folders, or - for standard input.") var paths: [String] = ["-"]
  @Flag(help: "JSON Lines: {\"id\",\"documents\"} or {\"id\",\"text\"} on standard input.")
  var jsonl = false
  @Option(help: "The method: \(SummaryMaker.methodNames.joined(separator: ", ")).")
  var method = SummarizationOptions().method
  @OptionGroup var length: LengthOptions
  @OptionGroup var shared: SharedOptions

  private struct Document: Decodable {
    let id: String?
    let title: String?
    let lead: String?
    let text: String
    let published: String?
  }
  private struct Record: Decodable {
    let id: RecordID
    let documents: [Document]?
    let text: String?
  }
  private struct Result: Encodable {
    struct Selection: Encodable {
      let document: String
      let sentence: Int
      let text: String
      let score: Double
      let reason: String
    }
    let id: RecordID
    let summary: String
    let selections: [Selection]
  }

  func validate() throws {
    if !SummaryMaker.methodNames.contains(method) {
      throw ValidationError(
        "no method is named '\(method)'; methods are \(SummaryMaker.methodNames.joined(separator: ", "))"
      )
    }
  }

  func run() throws {
    let workbench = try shared.workbench()
    var options = SummarizationOptions()
    options.method = method
    options.budget = try length.budget(default: options.budget)
    if jsonl {
      let segmenter = try workbench.segmenter()
      return try JSONLines.run { (record: Record) in
        try Self.summarize(record, workbench, segmenter, options)
      }
    }
    let input = Input(paths)
    Console.report(input.failures)
    let reader = try workbench.articleReader()
    let works = try input.documents.map {
      try workbench.work(on: $0, recipe: Recipe(), reader: reader)
    }
    let summary = workbench.summaryMaker.summarize(works.map(\.summaryDocument), options: options)
    for selection in summary?.selections ?? [] {
      let article = works[selection.document].article
      for sentence in article.sentences where sentence.ordinal == selection.sentence {
        print(article.string(sentence))
      }
    }
    if !input.failures.isEmpty { throw ExitCode(3) }
  }

  private static func summarize(
    _ record: Record, _ workbench: Workbench, _ segmenter: borrowing SentenceSegmenter,
    _ options: SummarizationOptions
  ) throws -> Result {
    let given =
      record.documents
      ?? record.text.map { [Document(id: nil, title: nil, lead: nil, text: $0, published: nil)] }
    guard let given else {
      throw RecordError(
        code: "missing-field", message: "the record has neither 'documents' nor 'text'")
    }
    var documents: [SummaryDocument] = []
    var texts: [[String]] = []
    for document in given {
      let text = workbench.normalizer.normalize(document.text).text
      var pieces = try segmenter.sentences(text.bytes).enumerated().map { index, piece in
        (
          workbench.summarySentence(
            text.bytes, piece.span, ordinal: index + 1,
            startsInsideQuotation: piece.startsInsideQuotation), text.string(piece.span)
        )
      }
      if pieces.isEmpty, let lead = document.lead, !lead.isEmpty {
        let bytes = Array(lead.utf8)
        pieces = [(workbench.summarySentence(bytes, TextSpan(0, bytes.count), ordinal: 1), lead)]
      }
      texts.append(pieces.map(\.1))
      documents.append(
        SummaryDocument(
          title: workbench.keys(Array((document.title ?? "").utf8)),
          lede: workbench.keys(Array((document.lead ?? "").utf8)), sentences: pieces.map(\.0),
          published: document.published.flatMap { $0.isEmpty ? nil : $0 }))
    }
    let summary = workbench.summaryMaker.summarize(documents, options: options)
    let selections = (summary?.selections ?? []).map { candidate in
      Result.Selection(
        document: given[candidate.document].id ?? "\(candidate.document)",
        sentence: candidate.sentence, text: texts[candidate.document][candidate.sentence - 1],
        score: candidate.score.rounded6, reason: candidate.reason)
    }
    return Result(
      id: record.id, summary: selections.map(\.text).joined(separator: " "), selections: selections)
  }
}

/// How long a summary may be.
struct LengthOptions: ParsableArguments {
  @Option(help: "At most so many sentences. Default: 5.") var sentences: Int?
  @Option(help: "At most so many words, counted between white space.") var words: Int?

  func validate() throws {
    if sentences != nil, words != nil {
      throw ValidationError("give --sentences or --words, not both")
    }
    if let count = sentences ?? words, count < 1 {
      throw ValidationError("a summary of \(count) is none; give a number above 0")
    }
  }

  func budget(default fallback: SummaryBudget) throws -> SummaryBudget {
    sentences.map { .sentences($0) } ?? words.map { .words($0) } ?? fallback
  }
}
