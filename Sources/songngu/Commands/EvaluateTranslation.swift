import ArgumentParser
import Evaluation
import Foundation
import Segmentation
import TextModel
import Translation
import Workflow

/// `songngu evaluate translation`: chrF2 and BLEU against references.
struct EvaluateTranslation: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translation",
    abstract: "Score the gist against references: lines of Vietnamese, tab, English.",
    discussion: "Example: songngu evaluate translation Tests/Fixtures/gold/translation.tsv")

  @Argument(help: "A file of lines: Vietnamese, tab, reference; with three columns, the last two.")
  var file: String
  @Option(help: "List so many of the worst sentences, with what may be the cause.") var worst = 0
  @Flag(help: "Print chrF2, confidence and its features of every segment, for fit_confidence.py.")
  var features = false
  @OptionGroup var shared: SharedOptions

  private struct Case {
    let vi: String
    let reference: String
    let text: String
    let score: Double
    let unknown: [String]
    let joints: Int
  }

  func run() throws {
    let workbench = try shared.workbench()
    let engine = workbench.gistEngine()
    Console.report(engine.findings, quiet: shared.quiet)
    let segmenter = try workbench.segmenter()
    if features { return try printFeatures(engine, segmenter) }
    var characters = CharacterFScore()
    var words = BLEUScore()
    var cases: [Case] = []
    for (vi, reference) in try pairs() {
      let bytes = Array(vi.utf8)
      let gists = try self.gists(bytes, engine, segmenter).map { $0.traced(by: engine) }
      let text = gists.map(\.text).joined(separator: " ")
      characters.add(text, reference: reference)
      words.add(text, reference: reference)
      var own = CharacterFScore()
      own.add(text, reference: reference)
      cases.append(
        Case(
          vi: vi, reference: reference, text: text, score: own.value,
          unknown: gists.flatMap(\.unknown), joints: gists.reduce(0) { $0 + $1.joints }))
    }
    let unknown = cases.count { !$0.unknown.isEmpty }
    let whole = cases.count { $0.joints == 0 }
    print("segments\t\(cases.count)")
    print("chrF2\t\(Self.round(characters.value))")
    print("BLEU\t\(Self.round(words.value))")
    print("segments with unknown words\t\(unknown)")
    print("segments parsed whole\t\(whole)")
    report(cases)
  }

  /// The sentences of a segment, each knowing those before it.
  private func gists(
    _ bytes: [UInt8], _ engine: GistEngine, _ segmenter: borrowing SentenceSegmenter
  ) throws -> [GistSentence] {
    var context = GistContext()
    return try segmenter.sentences(bytes).map {
      engine.translate(bytes, in: $0.span.range, published: nil, context: &context)
    }
  }

  /// A row for each segment: chrF2, confidence, features; means over its sentences by their words.
  private func printFeatures(_ engine: GistEngine, _ segmenter: borrowing SentenceSegmenter) throws
  {
    print((["chrF2", "confidence"] + ConfidenceFeatures.names).joined(separator: "\t"))
    for (vi, reference) in try pairs() {
      let bytes = Array(vi.utf8)
      let gists = try self.gists(bytes, engine, segmenter)
      var own = CharacterFScore()
      own.add(gists.map(\.text).joined(separator: " "), reference: reference)
      var sums = [Double](repeating: 0, count: 1 + ConfidenceFeatures.names.count)
      var words = 0.0
      for gist in gists {
        guard let features = gist.confidenceFeatures(engine) else { continue }
        let weight = Double(features.words)
        words += weight
        for (index, value) in ([gist.confidence(engine)] + features.values).enumerated() {
          sums[index] += weight * value
        }
      }
      let means = sums.map { String(format: "%.6f", words > 0 ? $0 / words : 0) }
      print(([Self.round(own.value)] + means).joined(separator: "\t"))
    }
  }

  private func report(_ cases: [Case]) {
    let ranked = cases.enumerated().sorted {
      ($0.element.score, $0.offset) < ($1.element.score, $1.offset)
    }
    for (number, item) in ranked.prefix(max(0, worst)) {
      print("\n\(number + 1)\tchrF2 \(Self.round(item.score))\t\(Self.cause(item))")
      print("  \(item.vi)\n  \(item.reference)\n  \(item.text)")
    }
  }

  /// What can be told without reading: unknown words, phrases not joined, else words or order.
  private static func cause(_ item: Case) -> String {
    if !item.unknown.isEmpty { return "unknown: \(item.unknown.joined(separator: ", "))" }
    return item.joints > 1 ? "no parse: \(item.joints) joints" : "words or order"
  }

  private static func round(_ value: Double) -> String { String(format: "%.2f", value) }

  private func pairs() throws -> [(vi: String, reference: String)] {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw InputError("\(file): this file cannot be read")
    }
    var pairs: [(String, String)] = []
    for (number, line) in String(decoding: data, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 2 || cells.count == 3 else {
        throw InputError("\(file):\(number + 1): the line has \(cells.count) columns, not 2 or 3")
      }
      pairs.append((cells[cells.count - 2], cells[cells.count - 1]))
    }
    return pairs
  }
}
