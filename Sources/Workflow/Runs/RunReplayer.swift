import Reporting
import TextModel

/// Makes results again, with inputs, options and glossaries of one's choice.
///
/// Workbenches are kept by the digest of their glossaries, so that a choice of options or inputs
/// costs no new index.
final class RunReplayer {
  private let language: LanguageData
  private var benches: [(digest: String, bench: Workbench)] = []
  /// Workbenches kept at a time; each takes as much memory as the glossaries.
  private static let kept = 3

  init(language: LanguageData) { self.language = language }

  private func bench(_ files: [GlossarySource]) -> Workbench {
    let set = GlossarySet(files)
    if let known = benches.first(where: { $0.digest == set.digest }) { return known.bench }
    let bench = Workbench(language: language, glossaries: set)
    benches.append((set.digest, bench))
    if benches.count > Self.kept { benches.removeFirst() }
    return bench
  }

  /// The result for inputs that can be read; what cannot is left out, as in the run.
  func result(_ inputs: [SourceDocument], recipe: Recipe, glossaries: [GlossarySource]) throws
    -> SetBrief
  {
    let bench = bench(glossaries)
    let reader = try bench.articleReader()
    let works = try inputs.map { try bench.work(on: $0, recipe: recipe, reader: reader) }
    return try BriefMaker(bench, recipe: recipe).brief(works, failures: [])
  }

  /// The brief of one article alone.
  func brief(_ input: SourceDocument, recipe: Recipe, glossaries: [GlossarySource]) throws -> Brief?
  {
    try result([input], recipe: recipe, glossaries: glossaries).articles.first
  }
}
