import Reporting
import Segmentation
import TextModel
import Translation

/// Makes results again, with inputs, options, glossaries and data of one's choice.
///
/// The stages are kept by the digests of their glossaries and data, so that another option or input
/// costs no new index.
final class RunReplayer {
  /// The stages made ready, for any number of workers.
  struct Stages: Sendable {
    fileprivate let digest: String
    fileprivate let bench: Workbench
    fileprivate let gist: GistEngine

    /// The result for inputs that can be read, in the style of the options.
    /// - Parameter memory: as `memory(_:)` gave it.
    /// - Parameter recorded: what an outside engine answered. Default: nil.
    func result(
      _ inputs: [SourceDocument], recipe: Recipe, memory: TranslationMemory?,
      recorded: RecordedAnswers? = nil
    ) throws -> SetBrief {
      let reader = try bench.articleReader()
      let works = try inputs.map { try bench.work(on: $0, recipe: recipe, reader: reader) }
      let threshold = recipe.fuzzy ?? SentenceTranslator.defaultThreshold
      let engine = memory.flatMap { memory in
        recipe.engine == MemoryEngine.engineName
          ? MemoryEngine(memory, threshold: threshold) : nil
      }
      let made = try BriefMaker(bench, recipe: recipe).brief(
        works, failures: [],
        translator: SentenceTranslator(
          bench, gist: gist, engine: engine, memory: memory, threshold: threshold,
          recorded: recorded))
      return try recipe.style.map { try made.styled($0) } ?? made
    }

    /// The approved ones of some units, ready to be searched.
    func memory(_ units: [MemoryUnit]) -> TranslationMemory? { bench.memory(units) }
  }

  private var kept: [Stages] = []
  /// Stages kept at a time; each takes as much memory as the glossaries.
  private static let most = 3

  /// The stages for glossary and data files; files that are not given are the shipped ones.
  func stages(_ files: [GlossarySource], _ data: [DataFile]) throws -> Stages {
    let digest = "\(GlossarySet.digest(files)) \(data.digest)"
    if let known = kept.first(where: { $0.digest == digest }) { return known }
    let bench = Workbench(
      language: try LanguageData(DataFiles(data)), glossaries: GlossarySet(files))
    kept.append(Stages(digest: digest, bench: bench, gist: bench.gistEngine()))
    if kept.count > Self.most { kept.removeFirst() }
    return kept[kept.count - 1]
  }
}
