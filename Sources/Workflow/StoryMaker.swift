import Reporting
import Summarization
import TextModel

/// Makes the briefs of stories: articles of a set that tell the same.
struct StoryMaker {
  let works: [ArticleWork]
  let workbench: Workbench
  let recipe: Recipe
  /// The point of a sentence, by article and candidate.
  let point: (Candidate) -> Brief.Point?
  /// The headlines of the articles.
  let headlines: [Brief.Bilingual]

  /// An article that holds this share of a point's topic pairs says it too.
  private static let mostOfIt = 0.4
  /// The longest list of conflicts that helps an editor.
  private static let conflictLimit = 12

  /// The stories of two or more articles, in the order of their oldest ones.
  func stories(_ groups: [StoryGroup]) -> [StoryBrief] {
    groups.filter { $0.documents.count > 1 }.map(story)
  }

  private func story(_ group: StoryGroup) -> StoryBrief {
    let originals = group.originals
    let documents = originals.map { works[$0].summaryDocument }
    let summary = workbench.summaryMaker.summarize(documents, options: recipe.summarization)
    let points = (summary?.selections ?? []).compactMap { candidate -> StoryBrief.Point? in
      let place = originals[candidate.document]
      guard let point = point(candidate.moved(to: place)) else { return nil }
      let keys = documents[candidate.document].sentences.first {
        $0.ordinal == candidate.sentence
      }?.keys
      let support = workbench.summaryMaker.support(of: keys ?? [], in: documents)
      let others = originals.indices.filter {
        $0 != candidate.document && support[$0] >= Self.mostOfIt
      }
      return StoryBrief.Point(point: point, alsoIn: others.map { originals[$0] + 1 })
    }
    return StoryBrief(
      headline: headlines[group.documents[0]], articles: group.documents.map { $0 + 1 },
      reprints: group.reprints.map {
        StoryBrief.Reprint(article: $0.document + 1, original: $0.original + 1)
      },
      points: points,
      conflicts: FigureConflicts(works: works).conflicts(originals, limit: Self.conflictLimit))
  }
}

extension Candidate {
  /// The same with another document.
  func moved(to document: Int) -> Candidate {
    Candidate(
      document: document, sentence: sentence, score: score, parts: parts, reason: reason,
      adds: adds, repeats: repeats, margin: margin, phrases: phrases)
  }
}
