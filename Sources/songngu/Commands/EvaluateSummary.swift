import ArgumentParser
import Evaluation
import Foundation
import Normalization
import Segmentation
import Summarization
import TextModel
import Workflow

/// `songngu evaluate summary`: summaries against references, with intervals.
struct EvaluateSummary: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: "Score summaries against references: ROUGE on syllables, with intervals.",
    discussion: """
      Example: songngu evaluate summary clusters.jsonl --words 180 --methods coverage,round-robin

      Each line: {"id","documents":[{"title"?,"lead"?,"text","published"?}],"references":[text]}.
      """)

  @Argument(help: "A file of JSON Lines with documents and references.") var file: String
  @Option(help: "Methods to compare, separated by commas; differences are from the last.")
  var methods = "coverage,round-robin"
  @Flag(help: "Print the scores of every record instead of the means.") var each = false
  @OptionGroup var choice: SummaryChoiceOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    for name in names where !SummaryMaker.methodNames.contains(name) {
      throw ValidationError(
        "no method is named '\(name)'; methods are \(SummaryMaker.methodNames.joined(separator: ", "))"
      )
    }
  }

  private var names: [String] { methods.split(separator: ",").map(String.init) }

  func run() throws {
    let workbench = try choice.workbench(shared)
    let runner = SummaryEvaluation(workbench: workbench, options: try choice.options(workbench))
    let items = try SummaryEvaluation.records(file)
    var all: [[SummaryScores]] = []
    for name in names { all.append(try runner.scores(items, method: name, measuring: !each)) }
    if each {
      for (index, item) in items.enumerated() {
        for (place, name) in names.enumerated() {
          let score = all[place][index]
          let numbers = [score.rouge.one, score.rouge.two, score.rouge.longest].map { "\($0)" }
          print(([item.id.text, name] + numbers).joined(separator: "\t"))
        }
      }
    } else {
      for line in SummaryTable(names: names, scores: all).lines { print(line) }
    }
  }
}

/// `songngu evaluate features`: what the weights of the default method are fitted on.
struct EvaluateFeatures: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "features",
    abstract: "Print the features of the default method and what they should foretell.",
    discussion: """
      Example: songngu evaluate features clusters.jsonl > features.jsonl

      The input is that of 'evaluate summary'; Tests/Scripts/fit_summary.py reads the output.
      """)

  @Argument(help: "A file of JSON Lines with documents and references.") var file: String
  @OptionGroup var choice: SummaryChoiceOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let workbench = try choice.workbench(shared)
    let options = try choice.options(workbench)
    let segmenter = try workbench.segmenter()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    for item in try SummaryEvaluation.records(file) {
      let documents = try item.read(workbench, segmenter, lede: options.lede)
      var wanted: [[[UInt64]]] = []
      for reference in item.references ?? [] {
        let bytes = workbench.normalizer.normalize(reference).text.bytes
        wanted.append(
          try segmenter.sentences(bytes).map { workbench.keys(bytes, in: $0.span.range) })
      }
      let features = workbench.summaryMaker.features(
        documents.map(\.document), options: options, wanted: wanted)
      print(String(decoding: try encoder.encode(features), as: UTF8.self))
    }
  }
}
