import Evaluation
import Foundation
import Normalization
import Segmentation
import Summarization
import TextModel
import Workflow

/// The scores of one summary.
struct SummaryScores {
  let rouge: Rouge
  let measures: SummaryMeasures
}

/// Makes summaries of records and scores them.
struct SummaryEvaluation {
  let workbench: Workbench
  let options: SummarizationOptions

  /// The records of a file, every one with references.
  static func records(_ file: String) throws -> [SummaryRecord] {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw InputError("\(file): this file cannot be read")
    }
    let decoder = JSONDecoder()
    var records: [SummaryRecord] = []
    for (number, line) in data.split(separator: 0x0A).enumerated() {
      guard let record = try? decoder.decode(SummaryRecord.self, from: Data(line)) else {
        throw InputError("\(file):\(number + 1): this line is no record with documents")
      }
      guard record.references?.isEmpty == false else {
        throw InputError("\(file):\(number + 1): the record has no references")
      }
      records.append(record)
    }
    if records.isEmpty { throw InputError("\(file): no record stands in this file") }
    return records
  }

  /// How many tokens of a summary are scored: as many as the budget allows.
  private var limit: Int? {
    switch options.budget {
    case .words(let count), .syllables(let count): count
    case .sentences, .characters, .ratio: nil
    }
  }

  func scores(
    _ records: [SummaryRecord], method: String, measuring: Bool
  ) throws -> [SummaryScores] {
    let segmenter = try workbench.segmenter()
    var options = options
    options.method = method
    return try records.map { record in
      let documents = try record.read(workbench, segmenter, lede: options.lede)
      let summary = workbench.summaryMaker.summarize(documents.map(\.document), options: options)
      let chosen = summary?.selections ?? []
      let text = chosen.map { documents[$0.document].string($0.sentence) }.joined(separator: " ")
      let references = (record.references ?? []).map {
        workbench.normalizer.normalize($0).text.text
      }
      return SummaryScores(
        rouge: Rouge(text, against: references, limit: limit),
        measures: measuring
          ? workbench.measures(of: chosen, from: documents)
          : SummaryMeasures(summary: [], source: []))
    }
  }
}

/// Scores of several methods as a table with tabs.
struct SummaryTable {
  let names: [String]
  let scores: [[SummaryScores]]

  var lines: [String] {
    let columns: [(String, (SummaryScores) -> Double)] = [
      ("ROUGE-1", { $0.rouge.one }), ("ROUGE-2", { $0.rouge.two }),
      ("ROUGE-L", { $0.rouge.longest }), ("names", { $0.measures.names }),
      ("figures", { $0.measures.figures }), ("quotations", { $0.measures.quotations }),
      ("redundancy", { $0.measures.redundancy }), ("lead bias", { $0.measures.leadBias }),
    ]
    var lines = [
      "# percent, with 95 % bootstrap intervals over \(scores.first?.count ?? 0) records"
    ]
    lines.append((["method"] + columns.map(\.0)).joined(separator: "\t"))
    for (name, own) in zip(names, scores) {
      lines.append(
        ([name] + columns.map { column in Self.text(Bootstrap(own.map(column.1))) })
          .joined(separator: "\t"))
    }
    if let base = scores.last, let last = names.last, names.count > 1 {
      for (name, own) in zip(names, scores).dropLast() {
        let differences = columns.map { column in
          Self.text(Bootstrap(own.map(column.1), minus: base.map(column.1)), signed: true)
        }
        lines.append((["\(name) − \(last)"] + differences).joined(separator: "\t"))
      }
    }
    return lines
  }

  private static func text(_ value: Bootstrap, signed: Bool = false) -> String {
    func number(_ value: Double) -> String {
      let tenths = Int((value * 1000).rounded())
      let sign = tenths < 0 ? "-" : signed ? "+" : ""
      return "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
    return "\(number(value.mean)) [\(number(value.low)), \(number(value.high))]"
  }
}
