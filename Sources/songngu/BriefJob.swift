import Foundation
import Reporting
import Storage
import TextModel
import Workflow

/// The main job: articles to briefs to report files, kept as a run where there is a workspace.
struct BriefJob {
  let tools: BriefTools
  let recipe: Recipe
  let formats: [String]
  let folder: ReportFolder
  /// The templates of the HTML pages; nil for the shipped ones.
  var template: HouseTemplate?
  /// Where the run is kept; nil to keep none.
  let store: RunStore?
  let isQuiet: Bool
  /// Makes the English of a run that is not in the store; nil for the gist without a memory.
  var translator: ((Workbench) throws -> SentenceTranslator)?
  /// The approved sentences that the options name; nil where they name none.
  var memory: [MemoryUnit]?
  /// Whether stages of earlier runs are taken from the store. Default: true.
  var takesStages = true

  /// What came out.
  struct Outcome {
    let set: SetBrief
    let failures: [Finding]
    /// The run as stored; nil where there is no workspace.
    let run: RunSummary?
    /// What made the English; nil when it came from the store.
    let translator: SentenceTranslator?
  }

  /// Briefs the articles, keeps the run, then writes the reports.
  /// - Throws: `InputError` when no article could be read; then nothing was written.
  func run(_ input: Input) throws -> Outcome {
    let started = Clock.now
    let known = try stages(input)
    let taken = known?.result
    let (set, failures, translator) = try taken.map { ($0, [Finding](), nil) } ?? made(input, known)
    for article in set.articles { Console.report(article.findings, quiet: isQuiet) }
    let isWhole = set.failures.isEmpty && translator?.standIns ?? 0 == 0
    let kept = try keep(
      set, input.documents, started, isKnown: taken != nil, isWhole: isWhole)
    var shown = try recipe.style.map { try set.styled($0) } ?? set
    if let store, let kept {
      shown.recent = try Stored.orInputError { try store.recentChanges(in: set, of: kept) }
    }
    let options = try ReportOptions(dates: recipe.style?.dates ?? DateForm(), template: template)
    try folder.write(try Reports.files(shown, formats: formats, options: options))
    return Outcome(set: shown, failures: failures, run: kept, translator: translator)
  }

  /// What earlier runs have of this one; nil where nothing may be taken, or where an input is missing.
  private func stages(_ input: Input) throws -> KnownStages? {
    guard let store, takesStages, input.failures.isEmpty else { return nil }
    return try Stored.orInputError { try store.stages(try keys(input.documents)) }
  }

  private func keys(_ documents: [SourceDocument]) throws -> RunKeys {
    try RunKeys(
      program: BriefTools.program, recipe: recipe, glossaries: tools.glossaries,
      language: tools.language, inputs: documents)
  }

  private func made(
    _ input: Input, _ known: KnownStages?
  ) throws -> (SetBrief, [Finding], SentenceTranslator?) {
    let reader = try tools.workbench.articleReader()
    let (works, failures) = try input.map {
      try tools.workbench.work(on: $0, recipe: recipe, reader: reader)
    }
    guard !works.isEmpty else { throw InputError("no article could be read; nothing was written") }
    let translator = try translator?(tools.workbench)
    let set = try BriefMaker(tools.workbench, recipe: recipe).brief(
      works, failures: failures, translator: translator,
      known: known?.articles.compactMap { $0 } ?? [])
    return (set, failures, translator)
  }

  /// Keeps the run. Its stages are kept only where it is whole: what failed may succeed next time.
  private func keep(
    _ set: SetBrief, _ documents: [SourceDocument], _ started: String, isKnown: Bool,
    isWhole: Bool
  ) throws -> RunSummary? {
    guard let store else { return nil }
    var sources = Dictionary(grouping: documents) { $0.origin }
    let inputs = set.articles.compactMap { brief -> SourceDocument? in
      guard let index = sources[brief.origin]?.firstIndex(where: { $0.id == brief.id }) else {
        return nil
      }
      return sources[brief.origin]?.remove(at: index)
    }
    return try Stored.orInputError {
      try store.record(
        RunContents(
          started: started, recipe: recipe, glossaries: tools.glossaries.files,
          data: tools.language.files, memory: memory, inputs: inputs, result: set),
        keys: isWhole ? keys(inputs) : nil, isKnown: isKnown)
    }
  }
}

/// Language data and glossaries, and the stages made of them when they are needed: a run that is in the
/// store already needs none.
final class BriefTools {
  let language: LanguageData
  let glossaries: GlossarySet
  private(set) lazy var workbench = Workbench(
    language: language, glossaries: glossaries, annotates: true)

  init(_ shared: SharedOptions) throws {
    language = try shared.language()
    glossaries = try shared.glossarySet()
  }

  /// What tells this build of the program from another: size and time of its file.
  static let program: String = {
    let path = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
    let attributes = (try? FileManager.default.attributesOfItem(atPath: path)) ?? [:]
    let changed = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    return "\(attributes[.size] ?? 0) \(changed)"
  }()
}
