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
  @Flag(help: "Give each word its Universal part of speech.") var tags = false
  @OptionGroup var shared: SharedOptions

  private struct Record: Encodable {
    let id: RecordID
    let words: [String]
    let tags: [UniversalTag]?
  }

  func run() throws {
    let workbench = try shared.workbench()
    let tagger = tags ? try workbench.wordTagger() : nil
    let segmenter = try tagger?.segmenter ?? workbench.wordSegmenter()
    if jsonl {
      return try JSONLines.run { (record: TextRecord) in
        let bytes = Array(record.text.utf8)
        let spans = segmenter.words(bytes)
        return Record(
          id: record.id, words: spans.map { String(decoding: bytes[$0.range], as: UTF8.self) },
          tags: tagger?.tags(spans, bytes))
      }
    }
    let sentences = try workbench.segmenter()
    try Input(paths).forEach { document in
      let text = try workbench.normalizer.normalize(document.bytes, name: document.origin).text
      for piece in try sentences.sentences(text.bytes) {
        let spans = segmenter.words(text.bytes, in: piece.span.range)
        var words = spans.map(text.string)
        if let tagger {
          words = zip(words, tagger.tags(spans, text.bytes)).map { "\($0)/\($1.rawValue)" }
        }
        print(words.joined(separator: " | "))
      }
    }
  }
}
