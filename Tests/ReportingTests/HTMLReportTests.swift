import Foundation
import TestSupport
import Testing
import TextModel

@testable import Reporting

@Suite struct HTMLReportTests {
  private static let made = Result<SetBrief, any Error> {
    try SeedBriefs.make(try Repository.workbench())
  }

  private func pages() throws -> [ReportFile] {
    try Reports.files(Self.made.get(), formats: ["html"])
  }

  private func matches(_ pattern: String, _ text: String) throws -> [String] {
    try text.matches(of: Regex(pattern)).map { String($0.output[1].substring ?? "") }
  }

  @Test func everyPageIsSmallAndFetchesNothing() throws {
    for page in try pages() {
      #expect(page.bytes.count < 150_000, "\(page.name)")
      #expect(!page.content.contains("http-equiv=\"refresh\"") && !page.content.contains("@import"))
      for attribute in try matches("(?:src|href)=\"([^\"]*)\"", page.content) {
        #expect(!attribute.contains("//"), "\(page.name): \(attribute)")
      }
    }
  }

  @Test func everySentenceStandsInBothLanguages() throws {
    let set = try Self.made.get()
    for (brief, page) in zip(set.articles, try pages().filter { $0.name.hasPrefix("articles/") }) {
      for point in brief.glance + brief.points + brief.leftOut {
        #expect(page.content.contains("id=\"s\(point.sentence)\""))
        #expect(page.content.contains(PointHTML.english(point.english)))
      }
    }
  }

  @Test func everyReferenceHasItsTargetAndNoNameStandsTwice() throws {
    for page in try pages() {
      let names = try matches(" id=\"([^\"]*)\"", page.content)
      #expect(Set(names).count == names.count, "\(page.name)")
      for target in try matches("href=\"#([^\"]*)\"", page.content) {
        #expect(names.contains(target), "\(page.name): \(target)")
      }
      for card in try matches("aria-describedby=\"([^\"]*)\"", page.content) {
        #expect(names.contains(card))
      }
    }
  }

  @Test func aTermHasACardWithItsEntryAndItsEvidence() throws {
    let term = Annotation(
      span: TextSpan(0, 3), surface: "Nga", target: "Russia", kind: .place, origin: "places:Nga",
      evidence: "no title before it")
    let card = TermCard(term).html(id: "c")
    for part in ["role=\"tooltip\"", "<b>Russia</b>", "places:Nga", "no title before it"] {
      #expect(card.contains(part))
    }
  }

  @Test func wordsLeftInVietnameseAreVietnameseRuns() {
    let word = TranslatedWord(
      text: "chạn", span: nil, entry: "unknown", rules: [], alternatives: [])
    let sentence = TranslatedSentence(
      text: "A chạn & co", engine: "gist", confidence: 1, joints: 0, words: [word])
    #expect(
      PointHTML.english(sentence)
        == "A <i class=\"unknown\" lang=\"vi\">chạn</i> &amp; co")
  }

  @Test func theTimelineIsInOrderOfTime() {
    var briefs = GeneratedBriefs(seed: 1)
    let brief = briefs.brief("a").with(dates: [
      .init(vi: "sau", en: "later", value: nil, isInferred: false, sentences: []),
      .init(vi: "b", en: "b", value: "2022-01-13", isInferred: true, sentences: [1]),
      .init(vi: "a", en: "a", value: "2021-12-07", isInferred: false, sentences: [1]),
    ])
    let html = ListsHTML(brief: brief, dates: DateForm()).timeline
    let order = ["7 December 2021", "13 January 2022", "later"].compactMap {
      html.firstRange(of: $0)?.lowerBound
    }
    #expect(order.count == 3 && order == order.sorted())
    #expect(html.contains("<time datetime=\"2021-12-07\">") && html.contains("year inferred"))
  }

  @Test func coverageCountsWhatThePointsHold() {
    var briefs = GeneratedBriefs(seed: 3)
    let brief = briefs.brief("a")
    let given = Set((brief.glance + brief.points).map(\.sentence))
    let text = BriefCoverage(brief).text
    #expect(
      text.contains("\(given.count) of \(brief.points.count + brief.leftOut.count) sentences"))
    #expect(text.contains("\(given.contains(1) ? 1 : 0) of 1 figures"))
  }

  @Test func aPictureOfStoriesSaysTheSameInWords() {
    var briefs = GeneratedBriefs(seed: 4)
    let (first, second) = (briefs.brief("a"), briefs.brief("b"))
    let point = (first.points + first.leftOut)[0]
    let story = StoryBrief(
      headline: first.headline, articles: [1, 2], reprints: [.init(article: 2, original: 1)],
      points: [.init(point: point, alsoIn: [2])], conflicts: [])
    let set = SetBrief(
      title: "T", articles: [first, second], points: [], leftOut: [], stories: [story],
      failures: [], signature: briefs.set().signature)
    let html = StoryPicture(set).html
    #expect(html.components(separatedBy: "<circle").count == 3)
    #expect(html.contains("class=\"reprint\"") && html.contains("class=\"shared\""))
    #expect(html.contains("Story 1: articles 1, 2; 1 and 2 share 1, 2 repeats 1."))
    #expect(
      StoryPicture(
        SetBrief(
          title: "T", articles: [], points: [], leftOut: [], failures: [], signature: set.signature)
      ).html.isEmpty)
  }

  @Test func theIndexListsEveryArticleWithItsStory() throws {
    let page = try #require(try pages().first { $0.name == "index.html" })
    #expect(try matches("(<tr><td)", page.content).count == 5)
    #expect(
      page.content.contains("data-sort=\"number\"") && page.content.contains("<time datetime="))
  }

  @Test func aQuotationLinksToItsSentences() throws {
    let set = try Self.made.get()
    let quotes = set.articles.flatMap(\.quotations)
    #expect(!quotes.isEmpty)
    for brief in set.articles where !brief.quotations.isEmpty {
      let html = ListsHTML(brief: brief, dates: DateForm()).quotations
      for quote in brief.quotations {
        #expect(html.contains(HTMLText.text(quote.vi)))
        for sentence in quote.sentences { #expect(html.contains("href=\"#s\(sentence)\"")) }
      }
    }
  }
}

extension Brief {
  fileprivate func with(dates: [Mention]) -> Brief {
    Brief(
      id: id, origin: origin, slug: slug, headline: headline, metadata: metadata,
      encoding: encoding, glance: glance, points: points, leftOut: leftOut, people: people,
      organizations: organizations, places: places, dates: dates, figures: figures, terms: terms,
      repairs: repairs, ambiguities: ambiguities, unknowns: unknowns, findings: findings)
  }
}
