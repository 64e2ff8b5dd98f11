import ArgumentParser
import Foundation
import Normalization
import TextModel
import Workflow

/// `songngu normalize`: bytes in, sound text out, every change explained.
struct NormalizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "normalize",
    abstract: "Repair encodings and compose letters; explain every change.",
    discussion: "Example: songngu normalize --explain seeds/001_0b471a42a0e955ed.txt")

  @Argument(help: "Files, folders, or - for standard input.") var paths: [String] = ["-"]
  @Flag(help: "JSON Lines: {\"id\",\"text\"} on standard input.") var jsonl = false
  @Flag(help: "Print the repairs instead of the text.") var explain = false
  @Option(help: "The encoding of the input, or list to see all. Default: found from the bytes.")
  var encoding: String?
  @OptionGroup var shared: SharedOptions

  private struct Record: Encodable {
    struct Repair: Encodable {
      let rule: String
      let start: Int
      let end: Int
      let before: String
      let after: String
    }
    let id: RecordID
    let text: String
    let repairs: [Repair]
  }

  func run() throws {
    if encoding == "list" { return Self.listEncodings() }
    let workbench = try shared.workbench()
    if jsonl {
      try JSONLines.run { (record: TextRecord) in
        let source = Array(record.text.utf8)
        let text = workbench.normalizer.normalize(record.text).text
        return Record(id: record.id, text: text.text, repairs: Self.repairs(text.map.edits, source))
      }
      return
    }
    try Input(paths).forEach { document in
      let result = try workbench.normalizer.normalize(
        document.bytes, encoding: encoding, name: document.origin)
      Console.report(result.findings.map { $0.inFile(document.origin) }, quiet: shared.quiet)
      if explain { printRepairs(result.text, document) } else { Console.write(result.text.bytes) }
    }
  }

  private static func repairs(_ edits: [Edit], _ source: [UInt8]) -> [Record.Repair] {
    edits.map { edit in
      Record.Repair(
        rule: edit.rule, start: edit.start, end: edit.end,
        before: String(decoding: source[edit.start..<edit.end], as: UTF8.self),
        after: String(decoding: edit.replacement, as: UTF8.self))
    }
  }

  private static func listEncodings() {
    for encoding in EncodingName.all {
      print("\(encoding.name)\t\(encoding.summary)\t\(encoding.labels.joined(separator: " "))")
    }
  }

  private func printRepairs(_ text: NormalizedText, _ document: SourceDocument) {
    let encoding = text.encoding
    let percent = Int((encoding.confidence * 100).rounded())
    print("\(document.origin): \(encoding.name), \(percent) % sure (\(encoding.evidence))")
    for repair in Self.repairs(text.repairs, document.bytes) {
      print(
        "bytes \(repair.start)-\(repair.end)\t\(repair.rule)\t\(repair.before) → \(repair.after)")
    }
  }
}
