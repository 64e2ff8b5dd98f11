import Reporting
import TestSupport
import Testing
import TextModel
import Workflow

/// What an index says changed, and what stays dismissed.
@Suite struct RecentFinderTests {
  private func brief(_ target: String, entry: String = "places:Nga") -> Brief {
    var generated = GeneratedBriefs(seed: 3)
    let base = generated.brief("a")
    let point = Brief.Point(
      article: 1, sentence: 1, vi: "Nga họp.",
      english: TranslatedSentence(text: "x", engine: "gist", confidence: 1, joints: 0, words: []),
      span: TextSpan(0, 9), source: SourceSpan(0, 9),
      annotations: [
        Annotation(
          span: TextSpan(0, 3), surface: "Nga", target: target, kind: .place, origin: entry,
          evidence: nil)
      ], score: 1, parts: [], reason: "")
    return Brief(
      id: base.id, origin: "a", slug: "a", headline: base.headline, metadata: base.metadata,
      encoding: base.encoding, glance: [], points: [point], leftOut: [], people: [],
      organizations: [], places: [], dates: [], figures: [], terms: [], repairs: [],
      ambiguities: [], unknowns: [], findings: [])
  }

  private func set(_ brief: Brief) -> SetBrief {
    SetBrief(
      title: "t", articles: [brief], points: [], leftOut: [], failures: [],
      signature: Signature(
        tool: "0", icu: "0", unicode: "0", cldr: "0", recipe: "r", glossaries: "g", inputs: "i",
        run: "r"))
  }

  private func recent(_ now: Brief, dismissed: Set<String> = []) -> RecentChanges? {
    RecentFinder(
      accepted: ["a": .init(brief: brief("the Russians"), time: "2026-03-01T08:00:00Z")],
      dismissed: dismissed
    ).changes(in: set(now), pair: nil, name: "")
  }

  @Test func nothingToCompareWithGivesNothing() {
    let finder = RecentFinder(accepted: [:], dismissed: [])
    #expect(finder.changes(in: set(brief("Russia")), pair: nil, name: "") == nil)
  }

  @Test func aChangeSinceTheAcceptedBriefIsShown() throws {
    let found = try #require(recent(brief("Russia")))
    #expect(found.articles.first?.changes.map(\.kind) == [.rendering])
    #expect(found.articles.first?.since == "accepted 2026-03-01T08:00:00Z")
    #expect(found.summary == "since what was accepted: 1 changed")
    #expect(recent(brief("the Russians"))?.unchanged == 1)
  }

  @Test func aDismissedChangeComesBackWithAnotherTextOrRule() throws {
    let change = try #require(recent(brief("Russia"))?.articles.first?.changes.first)
    let dismissed: Set<String> = [change.dismissalKey(article: "a")]
    let hidden = try #require(recent(brief("Russia"), dismissed: dismissed))
    #expect(hidden.articles.isEmpty && hidden.dismissed == 1 && hidden.unchanged == 1)
    #expect(recent(brief("Muscovy"), dismissed: dismissed)?.articles.count == 1)
    let other = brief("Russia", entry: "desk:Nga")
    #expect(recent(other, dismissed: dismissed)?.articles.count == 1)
  }

  @Test func everyIndexSaysWhatChanged() throws {
    var shown = set(brief("Russia"))
    let plain = try Reports.files(shown, formats: Reports.standard)
    shown.recent = recent(brief("Russia"))
    let files = try Reports.files(shown, formats: Reports.standard)
    for (before, now) in zip(plain, files) {
      let isIndex = now.name.hasPrefix("index.")
      #expect((before.content == now.content) != isIndex, "\(now.name)")
      #expect(!isIndex || now.content.contains("the Russians"), "\(now.name)")
    }
  }
}
