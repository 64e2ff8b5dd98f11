import Annotation
import Foundation
import Normalization
import Segmentation
import TextModel
import Workflow

/// Times the stages against what ICU alone needs in C, on the same text in the same run.
///
/// Prints each stage's share of the bare chain's speed (higher is better). Before each round of a
/// stage the chain runs too, so that both meet the same machine. Each stage's answer is checked
/// against the first round's, so that nothing is timed that does not work.
@main
struct Bench {
  static func main() {
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      FileHandle.standardError.write(Data("songngu-bench: \(error.localizedDescription)\n".utf8))
      exit(3)
    }
  }

  private static func run(_ arguments: [String]) throws {
    var paths = arguments
    var only: String?
    if paths.first == "--stage", paths.count > 1 {
      only = paths[1]
      paths.removeFirst(2)
    }
    guard let first = paths.first, first != "--help" else {
      print(
        "usage: songngu-bench [--stage NAME] FILE…, or glossaries, summaries FILE…, reports FILE…"
      )
      exit(paths.isEmpty ? 2 : 0)
    }
    if paths == ["glossaries"] {
      let folder = FileManager.default.currentDirectoryPath + "/Glossaries"
      return try GlossaryBench(folder: folder, language: try LanguageData()).run()
    }
    if first == "summaries" {
      return try SummaryBench(paths: Array(paths.dropFirst()), workbench: workbench()).run()
    }
    if first == "reports" {
      return try ReportBench(paths: Array(paths.dropFirst()), workbench: workbench()).run()
    }
    let text = try paths.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }.reduce(Data(), +)
    var bytes: [UInt8] = []
    while bytes.count < 1 << 20 { bytes += text }
    try Bench(bytes: bytes, workbench: workbench(), only: only).run()
  }

  /// Subject glossaries that have about 15,000 entries together.
  private static let subjects = [
    "titles", "government-bodies", "organizations", "places", "people", "diplomacy", "economy",
    "energy-environment", "finance-trade", "law", "politics", "security", "society",
  ]

  private static func workbench(files: [String] = []) throws -> Workbench {
    let folder = FileManager.default.currentDirectoryPath + "/Glossaries"
    let glossaries = try GlossarySet(
      folder: files.isEmpty ? folder : nil, files: files.map { "\(folder)/\($0).tsv" })
    return Workbench(language: try LanguageData(), glossaries: glossaries)
  }

  let bytes: [UInt8]
  let workbench: Workbench
  /// The one stage to time. Default: nil, all.
  let only: String?
  /// At least so many rounds, and at least so many seconds of a stage.
  private static let rounds = 5
  private static let seconds = 0.5

  private func run() throws {
    let normalizer = workbench.normalizer
    let words = try workbench.wordSegmenter()
    let annotator = workbench.annotator
    let segmenter = try workbench.segmenter()
    let spans = try segmenter.sentences(bytes).map(\.span)
    print("\(bytes.count) bytes of \(spans.count) sentences, best round of each")
    try time("normalize") { try normalizer.normalize(bytes).text.bytes.count }
    try time("sentences") { try segmenter.sentences(bytes).count }
    try time("normalize and sentences") {
      try segmenter.sentences(normalizer.normalize(bytes).text.bytes).count
    }
    try time("words") { words.words(bytes).count }
    let fewer = try Self.workbench(files: Self.subjects).annotator
    try time("match 15,000 entries") { fewer.countWords(bytes, parts: spans) }
    try time("match") { annotator.countWords(bytes, parts: spans) }
    try time("annotate") { annotator.annotate(bytes, parts: spans).annotations.count }
  }

  /// Times a stage and the chain in turns and prints the share.
  private func time(_ name: String, _ work: () throws -> Int) throws {
    if let only, only != name { return }
    let expected = try work()
    let sentences = ICU.bareChain(bytes)
    var best = (stage: Double.infinity, chain: Double.infinity)
    var rounds = 0
    var total = 0.0
    while rounds < Self.rounds || total < Self.seconds {
      best.chain = min(best.chain, try seconds(name, sentences) { ICU.bareChain(bytes) })
      let stage = try seconds(name, expected, work)
      best.stage = min(best.stage, stage)
      total += stage
      rounds += 1
    }
    print(
      "\(name): \(speed(best.stage)) MB/s, \(rounded(best.chain / best.stage)) of the bare C chain"
        + " (\(speed(best.chain)) MB/s) · answer \(expected)")
  }

  /// Processor time of one round.
  private func seconds(_ name: String, _ expected: Int, _ work: () throws -> Int) throws -> Double {
    let start = clock()
    let found = try work()
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    guard found == expected else { throw BenchError(stage: name) }
    return seconds
  }

  private func speed(_ seconds: Double) -> String {
    rounded(Double(bytes.count) / seconds / 1_000_000)
  }
  private func rounded(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }
}

/// A stage that gave another answer in a later round.
struct BenchError: Error {
  let stage: String
}
