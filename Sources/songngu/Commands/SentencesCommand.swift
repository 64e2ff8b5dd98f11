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
  @Option(help: "A table of your own rules, asked before the built-in ones.") var rules: String?
  @Option(help: "Rules in SRX 2.0, in place of the built-in ones.") var srx: String?
  @Flag(name: .customLong("export-srx"), help: "Print the built-in rules as SRX 2.0.")
  var exportSRX = false
  @OptionGroup var shared: SharedOptions

  private struct Record: Encodable {
    struct Sentence: Encodable {
      let text: String
      let start: Int
      let end: Int
      /// Present, and true, where a quotation goes over the sentence's start or end.
      let quoted: Bool?
    }
    let id: RecordID
    let sentences: [Sentence]
  }

  func run() throws {
    if exportSRX {
      return Console.write(SRXWriter(try shared.language().sentenceRules).text)
    }
    if jsonl { return try runLines() }
    let workbench = try shared.workbench()
    let segmenter = try workbench.segmenter(custom: try customRules())
    try Input(paths).forEach { document in
      let text = try workbench.normalizer.normalize(document.bytes, name: document.origin).text
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
  }

  /// The rules that the user gave; a table comes before SRX.
  private func customRules() throws -> BreakRules? {
    let table = try rules.map { BreakRules.read(DataTable(try read($0)), file: $0) }
    let list = try srx.map { path in
      do {
        return try BreakRules.read(srx: try read(path), file: path)
      } catch let error as SRXError {
        throw InputError("\(path):\(error.line): \(error.problem)")
      }
    }
    let custom = list?.preceded(by: table) ?? table
    Console.report(custom?.findings ?? [], quiet: shared.quiet)
    return custom
  }

  private func read(_ path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw InputError("\(path): there is no file of this name, or it cannot be read")
    }
    guard String(validating: data, as: UTF8.self) != nil else {
      throw InputError("\(path): the file is not UTF-8; save it so")
    }
    return Array(data)
  }

  /// Sentences of the text as given: no repair, so that offsets fit.
  private func runLines() throws {
    let language = try shared.language()
    let segmenter = try SentenceSegmenter(
      rules: language.sentenceRules, table: language.table, custom: try customRules())
    try JSONLines.run { (record: TextRecord) in
      let bytes = Array(record.text.utf8)
      let sentences = try segmenter.sentences(bytes).map { piece in
        Record.Sentence(
          text: String(decoding: bytes[piece.span.range], as: UTF8.self), start: piece.span.start,
          end: piece.span.end,
          quoted: piece.startsInsideQuotation || piece.endsInsideQuotation ? true : nil)
      }
      return Record(id: record.id, sentences: sentences)
    }
  }
}
