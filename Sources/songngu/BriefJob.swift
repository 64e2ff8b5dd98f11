import Foundation
import Reporting
import Storage
import TextModel
import Workflow

/// The main job: articles to briefs to report files, kept as a run where there is a workspace.
struct BriefJob {
  let workbench: Workbench
  let recipe: Recipe
  let formats: [String]
  let folder: ReportFolder
  /// The templates of the HTML pages; nil for the shipped ones.
  var template: HouseTemplate?
  /// Where the run is kept; nil to keep none.
  let store: RunStore?
  let isQuiet: Bool
  /// Makes the English; nil for the gist without a memory.
  var translator: SentenceTranslator?

  /// What came out.
  struct Outcome {
    let set: SetBrief
    let failures: [Finding]
    /// The run as stored; nil where there is no workspace.
    let run: RunSummary?
  }

  /// Briefs the articles, keeps the run, then writes the reports.
  /// - Throws: `InputError` when no article could be read; then nothing was written.
  func run(_ input: Input) throws -> Outcome {
    let started = Clock.now
    var (works, failures) = try read(input.documents)
    failures = input.failures + failures
    Console.report(failures)
    guard !works.isEmpty else { throw InputError("no article could be read; nothing was written") }
    for work in works { Console.report(work.findings, quiet: isQuiet) }
    let set = try BriefMaker(workbench, recipe: recipe).brief(
      works, failures: failures, translator: translator)
    let kept = try keep(set, works, started)
    let shown = try recipe.style.map { try set.styled($0) } ?? set
    let options = try ReportOptions(dates: recipe.style?.dates ?? DateForm(), template: template)
    try folder.write(try Reports.files(shown, formats: formats, options: options))
    return Outcome(set: shown, failures: failures, run: kept)
  }

  private func read(_ documents: [SourceDocument]) throws -> ([ArticleWork], [Finding]) {
    let reader = try workbench.articleReader()
    var works: [ArticleWork] = []
    var failures: [Finding] = []
    for document in documents {
      do {
        works.append(try workbench.work(on: document, recipe: recipe, reader: reader))
      } catch {
        failures.append(
          Finding(.error, "unreadable-input", "\(error)", at: .init(file: document.origin)))
      }
    }
    return (works, failures)
  }

  private func keep(
    _ set: SetBrief, _ works: [ArticleWork], _ started: String
  ) throws -> RunSummary? {
    guard let store else { return nil }
    var sources = Dictionary(grouping: works.map(\.source)) { $0.origin }
    let inputs = set.articles.compactMap { brief -> SourceDocument? in
      guard let index = sources[brief.origin]?.firstIndex(where: { $0.id == brief.id }) else {
        return nil
      }
      return sources[brief.origin]?.remove(at: index)
    }
    return try Stored.orInputError {
      try store.record(
        RunContents(
          started: started, recipe: recipe, glossaries: workbench.glossaries.files, inputs: inputs,
          result: set))
    }
  }
}
