import Foundation
import Normalization
import Segmentation
import Summarization
import TextModel
import Workflow

/// Counts the articles summarized in a second of processor time, three sentences of each.
///
/// `Tests/Scripts/sumy_speed.py` prints the same of sumy's LexRank, for the same run.
struct SummaryBench {
  let paths: [String]
  let workbench: Workbench
  /// So many passes over the files make a round.
  private static let passes = 20
  private static let rounds = 5

  func run() throws {
    let segmenter = try workbench.segmenter()
    let maker = workbench.summaryMaker
    let texts = try paths.map {
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: $0)), as: UTF8.self)
    }
    func read() throws -> [SummaryDocument] {
      try texts.map {
        try PlainDocument(
          title: nil, lead: nil, text: $0, published: nil, workbench: workbench,
          segmenter: segmenter
        ).document
      }
    }
    let size = texts.reduce(0) { $0 + $1.utf8.count } / max(1, texts.count)
    print("\(texts.count) articles of \(size) bytes; articles a second")
    let documents = try read()
    for method in ["coverage", "lexrank"] {
      var options = SummarizationOptions()
      options.method = method
      options.budget = .sentences(3)
      print("choosing, \(method)\t\(try perSecond { choose(documents) })")
      print("reading and choosing, \(method)\t\(try perSecond { choose(try read()) })")

      func choose(_ documents: [SummaryDocument]) -> Int {
        documents.reduce(0) {
          $0 + (maker.summarize([$1], options: options)?.selections.count ?? 0)
        }
      }
    }
  }

  private func perSecond(_ work: () throws -> Int) throws -> Int {
    let expected = try work()
    var best = Double.infinity
    for _ in 0..<Self.rounds {
      let start = clock()
      for _ in 0..<Self.passes {
        guard try work() == expected else { throw BenchError(stage: "summaries") }
      }
      best = min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC))
    }
    return Int(Double(paths.count * Self.passes) / best)
  }
}
