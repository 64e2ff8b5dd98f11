public import Reporting
import TextModel
public import Workflow

/// The brief of the sample articles.
public enum SeedBriefs {
  /// Briefs the articles as they stand in `seeds`.
  public static func make(_ workbench: Workbench) throws -> SetBrief {
    let reader = try workbench.articleReader()
    let works = try Repository.files(below: "seeds", ending: ".txt").map { name in
      let bytes = try Repository.bytes(name)
      let source = SourceDocument(id: Digest.sha256(bytes), origin: name, bytes: bytes)
      return try workbench.work(on: source, recipe: Recipe(), reader: reader)
    }
    return try BriefMaker(workbench, recipe: Recipe()).brief(works, failures: [])
  }
}
