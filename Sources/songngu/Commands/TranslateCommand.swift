import ArgumentParser
import Foundation
import Normalization
import Segmentation
import TextModel
import Translation
import Workflow

/// `songngu translate`: Vietnamese in, an English gist out.
struct TranslateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translate",
    abstract:
      "Translate sentences into English by glossary and grammar: a gist, not a translation.",
    discussion: "Example: songngu translate seeds/002_08239fbb93926ba0.txt")

  @Argument(help: "Files, folders, or - for standard input.") var paths: [String] = ["-"]
  @Flag(help: "JSON Lines: {\"id\",\"text\"} on standard input.") var jsonl = false
  @Flag(help: "Print how each sentence was translated: rules, entries, source spans.")
  var explain = false
  @Option(help: "The article's date (ISO 8601), for senses that hold in a period.")
  var date: String?
  @OptionGroup var shared: SharedOptions

  private struct Record: Encodable {
    let id: RecordID
    let text: String
    let sentences: [TranslatedSentence]?
  }

  func run() throws {
    let workbench = try shared.workbench()
    let engine = workbench.gistEngine()
    Console.report(engine.findings, quiet: shared.quiet)
    let segmenter = try workbench.segmenter()
    if jsonl {
      return try JSONLines.run { (record: TextRecord) in
        let bytes = Array(record.text.utf8)
        let gists = try segmenter.sentences(bytes).map {
          engine.translate(bytes, in: $0.span.range, published: date)
        }
        return Record(
          id: record.id, text: gists.map(\.text).joined(separator: " "),
          sentences: explain ? gists.map { $0.traced(by: engine) } : nil)
      }
    }
    let input = Input(paths)
    Console.report(input.failures)
    let reader = try workbench.articleReader()
    var recipe = Recipe()
    recipe.date = date
    for document in input.documents {
      let normalized = try workbench.normalizer.normalize(document.bytes)
      let article = try reader.read(normalized.text, markup: normalized.markup)
      let bytes = article.text.bytes
      for sentence in article.sentences {
        let gist = engine.translate(
          bytes, in: sentence.span.range, published: article.metadata.published ?? date)
        print(gist.text)
        if explain { explain(gist, engine, bytes) }
      }
    }
    if !input.failures.isEmpty { throw ExitCode(3) }
  }

  /// The derivation under a sentence: rules and entries with the bytes they came from.
  private func explain(_ gist: GistSentence, _ engine: GistEngine, _ bytes: [UInt8]) {
    let trace = gist.traced(by: engine)
    let unknown = trace.unknown.isEmpty ? "" : "; unknown: \(trace.unknown.joined(separator: ", "))"
    print("  confidence \(trace.confidence), \(trace.joints) joints\(unknown)")
    for line in gist.tree(engine, bytes: bytes) { print("  \(line)") }
    for word in trace.words where !word.alternatives.isEmpty {
      print("  \(word.text): or \(word.alternatives.joined(separator: ", "))")
    }
  }
}
