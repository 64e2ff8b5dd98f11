import Reporting
import TestSupport
import Testing
import Workflow

/// What a diff of runs says of stories, and of fields it has no words for.
@Suite struct StoryDifferTests {
  /// A set of three articles with one story of the first two.
  private func set(
    headline: String = "Nga và Mỹ họp", articles: [Int] = [1, 2], figure: String = "27"
  ) -> SetBrief {
    var generated = GeneratedBriefs(seed: 5)
    var set = generated.set()
    while set.articles.count < 3 { set = generated.set() }
    let side = { (number: Int, figure: String) in
      StoryBrief.Conflict.Side(
        article: number, sentence: 1, figure: figure, vi: "Có \(figure) người.")
    }
    let story = StoryBrief(
      headline: .init(vi: headline, en: nil), articles: articles, reprints: [], points: [],
      conflicts: [.init(first: side(articles[0], "20"), second: side(articles[1], figure))])
    return SetBrief(
      title: set.title, articles: set.articles, points: set.points, leftOut: [], stories: [story],
      failures: [], signature: set.signature)
  }

  private func changes(_ before: SetBrief, _ after: SetBrief) -> [Change] {
    RunDiffer().diff(before, after, names: ("a", "b")).set
  }

  @Test func theSameStoriesGiveNothing() { #expect(changes(set(), set()).isEmpty) }

  @Test func anotherArticleInAStoryIsNamed() {
    let found = changes(set(), set(articles: [1, 3]))
    #expect(found.contains { $0.kind == .story && $0.before != nil && $0.after != nil })
  }

  @Test func figuresThatDifferNowComeFirst() {
    let found = changes(set(), set(figure: "31"))
    #expect(found.map(\.kind) == [.figure, .figure])
    #expect(found.last?.after?.contains("31") == true)
  }

  @Test func aStoryThatWentIsNamed() {
    let none = SetBrief(
      title: set().title, articles: set().articles, points: set().points, leftOut: [], failures: [],
      signature: set().signature)
    let found = changes(set(), none)
    #expect(found.map(\.kind) == [.story])
    #expect(found.first?.after == nil)
  }

  @Test func aHeadlineOfAStoryIsCompared() {
    #expect(changes(set(), set(headline: "Nga họp")).map(\.kind) == [.headline])
  }

  /// A differ that has no words for a field must still say that it differs.
  @Test func everyFieldOfABriefIsSpokenOf() throws {
    var generated = GeneratedBriefs(seed: 9)
    let brief = generated.brief("a")
    let labels = Mirror(reflecting: brief).children.compactMap(\.label)
    #expect(labels.count > 15)
    #expect(BriefDiffer().changes(from: brief, to: brief).isEmpty)
    #expect(!BriefDiffer().changes(from: brief, to: generated.brief("a")).isEmpty)
  }
}
