import ArgumentParser
import Foundation
import Normalization
import Segmentation
import Summarization
import TextModel
import Workflow

/// `songngu summarize`: documents in, whole sentences of them out.
struct SummarizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summarize", abstract: "Choose the sentences that tell most.",
    discussion: "Example: songngu summarize --sentences 3 seeds/")

  @Argument(help: "Files, folders, or - for standard input.") var paths: [String] = ["-"]
  @Flag(help: "JSON Lines: {\"id\",\"documents\"} or {\"id\",\"text\"} on standard input.")
  var jsonl = false
  @Flag(help: "Say of every sentence, taken or left, what its score is made of, and why.")
  var explain = false
  @OptionGroup var choice: SummaryChoiceOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let workbench = try choice.workbench(shared)
    let options = try choice.options(workbench)
    if jsonl {
      let segmenter = try workbench.segmenter()
      return try JSONLines.run { (record: SummaryRecord) in
        let documents = try record.read(workbench, segmenter, lede: options.lede)
        return SummaryResult(
          record, documents, try choice.summary(documents.map(\.document), options, workbench),
          explainedBy: explain ? workbench : nil)
      }
    }
    let reader = try workbench.articleReader()
    let (works, failures) = try Input(paths).map {
      try workbench.work(on: $0, recipe: Recipe(), reader: reader)
    }
    guard !works.isEmpty else { throw ExitCode(3) }
    let summary = try choice.summary(works.map(\.summaryDocument), options, workbench)
    Console.report(summary.notes, quiet: shared.quiet)
    print(summary, works, workbench)
    if !failures.isEmpty { throw ExitCode(3) }
  }

  private func print(_ summary: Summary, _ works: [ArticleWork], _ workbench: Workbench) {
    for (title, candidates) in [("Taken", summary.selections), ("Left", summary.rejections)] {
      if explain { Swift.print(title) } else if title == "Left" { continue }
      for candidate in candidates {
        let article = works[candidate.document].article
        for sentence in article.sentences where sentence.ordinal == candidate.sentence {
          if explain {
            let origin = works.count > 1 ? "article \(candidate.document + 1), " : ""
            Swift.print(CandidateLine.text(candidate, origin: origin, in: article, workbench))
          }
          Swift.print(explain ? "    \(article.string(sentence))" : article.string(sentence))
        }
      }
    }
  }
}
