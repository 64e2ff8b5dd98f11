public import Reporting
import Summarization
public import TextModel

/// Makes briefs from articles that went through the stages.
public struct BriefMaker: Sendable {
  private let workbench: Workbench
  private let recipe: Recipe

  /// Makes a maker.
  public init(_ workbench: Workbench, recipe: Recipe) {
    self.workbench = workbench
    self.recipe = recipe
  }

  /// The brief of a set: articles in order of publication, then of origin.
  /// - Parameter translator: makes the English. Default: nil, the gist without a memory.
  /// - Throws: when the options cannot be encoded.
  public func brief(
    _ works: [ArticleWork], failures: [Finding], translator: SentenceTranslator? = nil
  ) throws -> SetBrief {
    let translator = translator ?? SentenceTranslator(workbench, memory: MemoryBook())
    let works = works.sorted {
      ($0.summaryDocument.published ?? "", $0.source.origin)
        < ($1.summaryDocument.published ?? "", $1.source.origin)
    }
    let slugs = Slugs.make(works.map(\.source.origin))
    let merges = NameMerges(workbench).findings(works)
    let english = works.map { ArticleEnglish($0, translator) }
    let articles = works.enumerated().map { index, work in
      BriefAssembly(
        work: work, article: index + 1, slug: slugs[index], workbench: workbench,
        english: english[index]
      )
      .brief(summary(of: [work], lede: .shown), findings: merges[index])
    }
    let groups = workbench.summaryMaker.stories(works.map(\.summaryDocument))
    let point = { (candidate: Candidate) in
      BriefAssembly(
        work: works[candidate.document], article: candidate.document + 1,
        slug: slugs[candidate.document], workbench: workbench, english: english[candidate.document]
      ).point(candidate)
    }
    let originals = groups.flatMap(\.originals).sorted()
    let set = summary(of: originals.map { works[$0] }, lede: recipe.summarization.lede)
    let stories = StoryMaker(
      works: works, workbench: workbench, recipe: recipe, point: point,
      headlines: articles.map(\.headline)
    ).stories(groups)
    let count = works.count
    return SetBrief(
      title: recipe.title ?? "Brief of \(count) article\(count == 1 ? "" : "s")",
      articles: articles,
      points: set.selections.compactMap { point($0.moved(to: originals[$0.document])) },
      leftOut: set.rejections.compactMap { point($0.moved(to: originals[$0.document])) },
      stories: stories, failures: failures,
      signature: try Versions.signature(
        recipe: recipe, glossaries: workbench.glossaries, inputs: works.map(\.source.id)))
  }

  private func summary(of works: [ArticleWork], lede: LedePolicy) -> Summary {
    var options = recipe.summarization
    if options.lede != .candidate { options.lede = lede }
    return workbench.summaryMaker.summarize(works.map(\.summaryDocument), options: options)
      ?? Summary(method: recipe.summarization.method, selections: [], rejections: [])
  }
}

/// Names for report files: the origin's file name in letters, digits and hyphens, made unique.
enum Slugs {
  static func make(_ origins: [String]) -> [String] {
    var used: [String: Int] = [:]
    return origins.map { origin in
      let name = origin.split(separator: "/").last.map(String.init) ?? origin
      let stem = name.split(separator: ".").dropLast().joined(separator: ".")
      let plain = (stem.isEmpty ? name : stem).map { character in
        character.isASCII && (character.isLetter || character.isNumber) ? character : "-"
      }
      let slug = String(plain.prefix(60)).isEmpty ? "article" : String(plain.prefix(60))
      used[slug, default: 0] += 1
      let count = used[slug, default: 1]
      return count == 1 ? slug : "\(slug)-\(count)"
    }
  }
}
