import Reporting
import TestSupport
import Testing
import TextModel
import Workflow

/// What counts as a change between two runs.
@Suite struct RunDifferTests {
  @Test(arguments: 1...60) func aRunDoesNotDifferFromItself(seed: Int) {
    var generated = GeneratedBriefs(seed: UInt64(seed))
    let set = generated.set()
    #expect(RunDiffer().diff(set, set, names: ("a", "a")).isEmpty)
  }

  @Test(arguments: 1...60) func articlesThatDifferAreListed(seed: Int) {
    var generated = GeneratedBriefs(seed: UInt64(seed))
    let before = generated.set()
    let after = generated.set(keeping: before)
    let diff = RunDiffer().diff(before, after, names: ("a", "b"))
    let unplaced = before.articles.map { $0.placed(article: 1, slug: "") }
    let same = after.articles.count { unplaced.contains($0.placed(article: 1, slug: "")) }
    #expect(diff.unchanged == same)
    #expect(
      diff.articles.count { $0.status != .gone } == after.articles.count - same)
  }

  private func brief(_ sentences: [String], chosen: Set<Int>, target: String = "Russia") -> Brief {
    let points = sentences.enumerated().map { index, text in
      Brief.Point(
        article: 1, sentence: index + 1, vi: text,
        english: TranslatedSentence(
          text: "\(target) \(text)", engine: "gist", confidence: 1, joints: 0, words: []),
        span: TextSpan(0, text.utf8.count), source: SourceSpan(0, text.utf8.count),
        annotations: [
          Annotation(
            span: TextSpan(0, 3), surface: "Nga", target: target, kind: .place,
            origin: "places:Nga", evidence: nil)
        ], score: 1, parts: [], reason: "")
    }
    return Brief(
      id: "x", origin: "a", slug: "a", headline: .init(vi: "Nga", en: nil),
      metadata: ArticleMetadata(), encoding: .init(name: "UTF-8", confidence: 1, evidence: ""),
      glance: [],
      points: points.filter { chosen.contains($0.sentence) },
      leftOut: points.filter { !chosen.contains($0.sentence) }, people: [], organizations: [],
      places: [], dates: [], figures: [], terms: [], repairs: [], ambiguities: [], unknowns: [],
      findings: [])
  }

  private static let text = ["Nga và Mỹ họp hôm nay.", "Nga nêu đề xuất mới.", "Nga chờ trả lời."]

  @Test func sentencesThatEnterAndLeaveAreNamed() {
    let changes = BriefDiffer().changes(
      from: brief(Self.text, chosen: [1, 2]), to: brief(Self.text, chosen: [1, 3]))
    #expect(changes.map(\.kind) == [.entered, .left])
    #expect(changes.map(\.sentences) == [[3], [2]])
  }

  @Test func anEditAtTheSourceShowsItsWords() {
    var edited = Self.text
    edited[1] = "Nga nêu đề xuất cũ."
    let changes = BriefDiffer().changes(
      from: brief(Self.text, chosen: [1]), to: brief(edited, chosen: [1]))
    #expect(changes.map(\.kind) == [.source])
    #expect(
      changes.first?.words == [
        WordEdit(.same, "Nga nêu đề xuất"), WordEdit(.removed, "mới."), WordEdit(.added, "cũ."),
      ])
  }

  @Test func otherBoundariesAreNoEdit() {
    let joined = [Self.text[0], Self.text[1] + " " + Self.text[2]]
    let changes = BriefDiffer().changes(
      from: brief(Self.text, chosen: [1]), to: brief(joined, chosen: [1]))
    #expect(changes.map(\.kind) == [.boundary])
  }

  @Test func aRenderingIsToldOnceWithAllItsSentences() {
    let changes = BriefDiffer().changes(
      from: brief(Self.text, chosen: [1]), to: brief(Self.text, chosen: [1], target: "the Russians")
    )
    let rendering = changes.filter { $0.kind == .rendering }
    #expect(rendering.count == 1)
    #expect(rendering.first?.sentences == [1, 2, 3])
    #expect(changes.count { $0.kind == .gist } == 3)
  }

  @Test func anotherTextIsIncomparable() {
    let other = ["Giá vàng tăng mạnh.", "Người mua xếp hàng.", "Chợ đông từ sáng."]
    let changes = BriefDiffer().changes(
      from: brief(Self.text, chosen: [1]), to: brief(other, chosen: [1]))
    #expect(changes.map(\.kind) == [.incomparable])
  }
}
