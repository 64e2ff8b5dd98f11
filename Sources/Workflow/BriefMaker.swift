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
  /// - Parameter known: briefs of articles made before with the same data and options, whose English is
  ///   taken. Default: none.
  /// - Throws: when the options cannot be encoded.
  public func brief(
    _ works: [ArticleWork], failures: [Finding], translator: SentenceTranslator? = nil,
    known: [Brief] = []
  ) throws -> SetBrief {
    let translator = translator ?? SentenceTranslator(workbench, memory: MemoryBook())
    let works = works.sorted {
      ($0.summaryDocument.published ?? "", $0.source.origin)
        < ($1.summaryDocument.published ?? "", $1.source.origin)
    }
    let slugs = Slugs.make(works.map(\.source.origin))
    let known = Dictionary(known.map { (KnownName($0.id, $0.origin), $0) }) { first, _ in first }
    let merges = NameMerges(workbench).findings(works)
    let english = works.map { work in
      let name = KnownName(work.source.id, work.source.origin)
      return ArticleEnglish(work, translator, known: known[name]?.english ?? [:])
    }
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
        recipe: recipe, glossaries: workbench.glossaries, language: workbench.language,
        inputs: works.map(\.source.id)))
  }

  private func summary(of works: [ArticleWork], lede: LedePolicy) -> Summary {
    var options = recipe.summarization
    if options.lede != .candidate { options.lede = lede }
    return workbench.summaryMaker.summarize(works.map(\.summaryDocument), options: options)
      ?? Summary(method: recipe.summarization.method, selections: [], rejections: [])
  }
}

/// What an article is known by from run to run: its bytes and where they were read.
private struct KnownName: Hashable {
  let id: String
  let origin: String

  init(_ id: String, _ origin: String) {
    self.id = id
    self.origin = origin
  }
}

extension Brief {
  /// The English of its sentences by their numbers, so that none is translated twice.
  fileprivate var english: [Int: TranslatedSentence] {
    Dictionary((points + leftOut + glance).map { ($0.sentence, $0.english) }) { first, _ in first }
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
