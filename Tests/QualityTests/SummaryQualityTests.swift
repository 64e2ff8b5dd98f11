import Evaluation
import Foundation
import Segmentation
import Summarization
import TestSupport
import Testing
import TextModel
import Workflow

/// Floors of the default summaries on news clusters that are not part of the package.
@Suite struct SummaryQualityTests {
  private static let data = Repository.root.deletingLastPathComponent()
    .appendingPathComponent("shared/data/vmds_dev.jsonl")
  /// How many clusters are scored here; the script that fits the weights scores all.
  private static let clusters = 25

  private struct Cluster: Decodable {
    struct Document: Decodable {
      let title: String
      let sapo: String
      let time: String
      let body: String
    }
    let docs: [Document]
    let refs: [String]
  }

  private static func read() throws -> [Cluster] {
    try Data(contentsOf: data).split(separator: 0x0A).prefix(clusters).map {
      try JSONDecoder().decode(Cluster.self, from: Data($0))
    }
  }

  private static func iso(_ time: String) -> String {
    let parts = time.split { "/: ".contains($0) }.map(String.init)
    guard parts.count == 5 else { return "" }
    return "\(parts[2])-\(parts[1])-\(parts[0])T\(parts[3]):\(parts[4])"
  }

  @Test(.enabled("the clusters are not here") { FileManager.default.fileExists(atPath: data.path) })
  func theDefaultBeatsOneBodySentenceOfEachArticleInTurn() throws {
    let floors = try Repository.floors()
    let workbench = try Repository.workbench()
    let segmenter = try workbench.segmenter()
    var scores: [String: [Double]] = [:]
    for cluster in try Self.read() {
      var documents: [PlainDocument] = []
      for document in cluster.docs {
        documents.append(
          try PlainDocument(
            title: document.title, lead: document.sapo, text: document.body,
            published: Self.iso(document.time), workbench: workbench, segmenter: segmenter))
      }
      for method in ["coverage", "round-robin"] {
        var options = SummarizationOptions()
        options.method = method
        options.budget = .words(180)
        let summary = try #require(
          workbench.summaryMaker.summarize(documents.map(\.document), options: options))
        let text = summary.selections.map { documents[$0.document].string($0.sentence) }
        let rouge = Rouge(text.joined(separator: " "), against: cluster.refs, limit: 180)
        scores[method, default: []].append(rouge.two)
      }
    }
    let own = Bootstrap(scores["coverage"] ?? [])
    let gain = Bootstrap(scores["coverage"] ?? [], minus: scores["round-robin"] ?? [])
    #expect(own.mean >= (try #require(floors["summary_rouge2"])), "\(own.mean)")
    #expect(gain.mean >= (try #require(floors["summary_gain"])), "\(gain.mean)")
  }
}
