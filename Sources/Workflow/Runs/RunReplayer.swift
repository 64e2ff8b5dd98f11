import Reporting
import Segmentation
import TextModel

/// Makes results again, with inputs, options, glossaries and data of one's choice.
///
/// The stages are kept by the digests of their glossaries and data, so that another option or input
/// costs no new index.
final class RunReplayer {
  /// The stages made ready.
  struct Stages {
    fileprivate let digest: String
    fileprivate let bench: Workbench
    fileprivate let translator: SentenceTranslator

    /// The brief of one article alone.
    func brief(_ input: SourceDocument, recipe: Recipe) throws -> Brief? {
      try result([input], recipe: recipe).articles.first
    }

    /// The result for inputs that can be read.
    func result(_ inputs: [SourceDocument], recipe: Recipe) throws -> SetBrief {
      let reader = try bench.articleReader()
      let works = try inputs.map { try bench.work(on: $0, recipe: recipe, reader: reader) }
      return try BriefMaker(bench, recipe: recipe).brief(
        works, failures: [], translator: translator)
    }
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
    kept.append(
      Stages(
        digest: digest, bench: bench,
        translator: SentenceTranslator(bench, memory: MemoryBook())))
    if kept.count > Self.most { kept.removeFirst() }
    return kept[kept.count - 1]
  }
}
