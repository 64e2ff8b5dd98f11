import ArgumentParser
import Foundation
import Normalization
import Segmentation
import TextModel
import Workflow

/// `songngu words`: text in, words out.
struct WordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "words", abstract: "Cut text into words; a word may have several syllables.",
    discussion: "Example: songngu words seeds/003_6816ffcc3dfd9e1f.txt")

  @Argument(help: "Files, folders, or - for standard input.") var paths: [String] = ["-"]
  @Flag(help: "JSON Lines: {\"id\",\"text\"} on standard input.") var jsonl = false
  @OptionGroup var shared: SharedOptions

  private struct Record: Encodable {
    let id: RecordID
    let words: [String]
  }

  func run() throws {
    let workbench = try shared.workbench()
    let segmenter = workbench.wordSegmenter()
    if jsonl {
      return try JSONLines.run { (record: TextRecord) in
        let bytes = Array(record.text.utf8)
        let words = segmenter.words(bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }
        return Record(id: record.id, words: words)
      }
    }
    let input = Input(paths)
    Console.report(input.failures)
    let sentences = try workbench.segmenter()
    for document in input.documents {
      let text = try workbench.normalizer.normalize(document.bytes, name: document.origin).text
      for piece in try sentences.sentences(text.bytes) {
        print(
          segmenter.words(text.bytes, in: piece.span.range).map(text.string).joined(
            separator: " | "))
      }
    }
    if !input.failures.isEmpty { throw ExitCode(3) }
  }
}
