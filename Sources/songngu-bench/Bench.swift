import Annotation
import Foundation
import Normalization
import Segmentation
import TextModel
import Workflow

/// Times the stages against what ICU alone needs in C, on the same text in the same run.
///
/// Prints each stage's share of the bare chain's speed (higher is better); each stage's answer is
/// checked against the first round's, so that nothing is timed that does not work.
@main
struct Bench {
  static func main() throws {
    let paths = Array(CommandLine.arguments.dropFirst())
    guard !paths.isEmpty else {
      print("usage: songngu-bench FILE…")
      exit(2)
    }
    let text = try paths.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }.reduce(Data(), +)
    var bytes: [UInt8] = []
    while bytes.count < 1 << 20 { bytes += text }
    try Bench(bytes: bytes, workbench: workbench()).run()
  }

  private static func workbench() throws -> Workbench {
    let folder = FileManager.default.currentDirectoryPath + "/Glossaries"
    return Workbench(language: try LanguageData(), glossaries: try GlossarySet(folder: folder))
  }

  let bytes: [UInt8]
  let workbench: Workbench
  private static let rounds = 5

  private func run() throws {
    let normalizer = workbench.normalizer
    let words = try workbench.wordSegmenter()
    let annotator = workbench.annotator
    let spans = try workbench.segmenter().sentences(bytes).map(\.span)
    print("\(bytes.count) bytes of \(spans.count) sentences, \(Self.rounds) rounds, best of each")
    let chain = try time("bare C chain (decode, NFC check, sentences)", against: nil) {
      ICU.bareChain(bytes)
    }
    _ = try time("normalize", against: chain) { try normalizer.normalize(bytes).text.bytes.count }
    _ = try time("sentences", against: chain) { try workbench.segmenter().sentences(bytes).count }
    _ = try time("normalize and sentences", against: chain) {
      try workbench.segmenter().sentences(normalizer.normalize(bytes).text.bytes).count
    }
    _ = try time("words", against: chain) { words.words(bytes).count }
    _ = try time("annotate", against: chain) {
      annotator.annotate(bytes, parts: spans).annotations.count
    }
  }

  /// Processor time of the fastest round, in seconds.
  private func time(_ name: String, against chain: Double?, _ work: () throws -> Int) throws
    -> Double
  {
    let expected = try work()
    var best = Double.infinity
    for _ in 0..<Self.rounds {
      let start = clock()
      let found = try work()
      let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
      guard found == expected else { throw BenchError(stage: name) }
      best = min(best, seconds)
    }
    let speed = Double(bytes.count) / best / 1_000_000
    let share = chain.map { " · \(rounded($0 / best)) of the chain" } ?? ""
    print("\(name): \(rounded(speed)) MB/s\(share) · answer \(expected)")
    return best
  }

  private func rounded(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }
}

/// A stage that gave another answer in a later round.
struct BenchError: Error {
  let stage: String
}
