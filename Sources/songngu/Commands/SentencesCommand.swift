import ArgumentParser
import Foundation
import Normalization
import Segmentation
import TextModel
import Workflow

/// `songngu sentences`: text in, sentences out.
struct SentencesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sentences", abstract: "Cut text into sentences.",
    discussion: "Example: songngu sentences article.txt")

  @Argument(help: "Files, folders, or - for standard input.") var paths: [String] = ["-"]
  @Flag(help: "JSON Lines: {\"id\",\"text\"} on standard input.") var jsonl = false
  @Flag(help: "Print every place where a sentence may end, with the rule that decided.")
  var explain = false
  @OptionGroup var shared: SharedOptions

  private struct Record: Encodable {
    struct Sentence: Encodable {
      let text: String
      let start: Int
      let end: Int
    }
    let id: RecordID
    let sentences: [Sentence]
  }

  func run() throws {
    if jsonl { return try runLines() }
    let workbench = try shared.workbench()
    let segmenter = try workbench.segmenter()
    let input = Input(paths)
    Console.report(input.failures)
    for document in input.documents {
      let text = try workbench.normalizer.normalize(document.bytes).text
      if explain {
        for candidate in try segmenter.candidates(text.bytes) {
          let before = String(decoding: text.bytes[..<candidate.end], as: UTF8.self).suffix(30)
            .replacing("\n", with: "⏎")
          print(
            "\(candidate.end)\t\(candidate.isBoundary ? "end" : "-")\t\(candidate.rule)\t\(before)")
        }
      } else {
        for piece in try segmenter.sentences(text.bytes) { print(text.string(piece.span)) }
      }
    }
    if !input.failures.isEmpty { throw ExitCode(3) }
  }

  /// Sentences of the text as given: no repair, so that offsets fit.
  private func runLines() throws {
    let language = try LanguageData()
    let segmenter = try SentenceSegmenter(rules: language.sentenceRules, table: language.table)
    try JSONLines.run { (record: TextRecord) in
      let bytes = Array(record.text.utf8)
      let sentences = try segmenter.sentences(bytes).map { piece in
        Record.Sentence(
          text: String(decoding: bytes[piece.span.range], as: UTF8.self), start: piece.span.start,
          end: piece.span.end)
      }
      return Record(id: record.id, sentences: sentences)
    }
  }
}
