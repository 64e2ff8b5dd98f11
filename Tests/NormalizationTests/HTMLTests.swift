import Foundation
import Normalization
import TestSupport
import Testing
import TextModel

@Suite struct HTMLTests {
  let normalizer: Normalizer

  init() throws { normalizer = try Repository.workbench().normalizer }

  private func text(_ page: String) throws -> String {
    try normalizer.normalize(Array("<!DOCTYPE html>\(page)".utf8)).text.text
  }

  @Test func blocksBecomeLinesAndCellsTabs() throws {
    #expect(
      try text("<h1>Một</h1><p>Hai <b>ba</b>\n  bốn<br>năm</p><tr><td>a</td><td>b</td></tr>")
        == "Một\nHai ba bốn\nnăm\na\tb")
  }

  @Test func scriptsStylesAndHiddenPartsAreNoText() throws {
    let page =
      "<head><title>T</title><style>p{}</style></head><p>a<script>alert(1)</script></p><p hidden>b</p><div style='display: none'>c<p>d</p></div><p>e</p>"
    #expect(try text(page) == "a\ne")
  }

  @Test func entitiesAreResolvedButNoneFromOutside() throws {
    #expect(try text("<p>R&amp;D &lt;b&gt; &eacute; &#7879; &nbsp;x</p>") == "R&D <b> é ệ \u{A0}x")
    let hostile =
      "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><html><p>a &x; b</p></html>"
    #expect(!(try normalizer.normalize(Array(hostile.utf8)).text.text.contains("root:")))
  }

  @Test func offsetsPointIntoThePage() throws {
    let page = Array(
      "<!DOCTYPE html><body><p>Ngày 7/12, <i>ông</i>\n nói &quot;đã&quot; rõ.</p></body>".utf8)
    let text = try normalizer.normalize(page).text
    let found = try #require(text.text.range(of: "ông"))
    let start = text.text[..<found.lowerBound].utf8.count
    let source = text.source(of: TextSpan(start, start + "ông".utf8.count))
    #expect(String(decoding: page[source.range], as: UTF8.self) == "ông")
    var bytes = page
    for step in text.steps { bytes = step.edits.apply(to: bytes) }
    #expect(bytes == text.bytes && text.map.apply(to: page) == text.bytes)
  }

  @Test(arguments: 0..<150) func anyPageReplays(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "<p>", "</p>", "<b>", "</div>", "<div class='x'>", "Việt Nam ", "t́nh h́nh ", "&amp;",
      "&#7879;", "<", ">", "\n  ", "<br/>", "<script>",
      "</script>", "<!-- c -->", "<td>", "&bogus;", "đă rơ", "<a href=\"", "\">", "]]>",
      "<![CDATA[x]]>",
    ]
    let page = Array(("<!DOCTYPE html>" + generator.text(of: pieces, count: 40)).utf8)
    let text = try normalizer.normalize(page).text
    #expect(text.map.apply(to: page) == text.bytes)
    #expect(String(validating: text.bytes, as: UTF8.self) != nil)
  }

  @Test func deepNestingIsNoTrouble() throws {
    let page = String(repeating: "<div>", count: 100_000) + "<p>đáy</p>"
    #expect(try text(page) == "đáy")
  }

  @Test func theHeadGivesMetadata() throws {
    let page = """
      <!DOCTYPE html><html><head><meta property="og:title" content="Đầu đề"><link rel="canonical" href="https://example.org/1">
      <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2024-04-18T23:00:00Z","author":[{"name":"An"},{"name":"Bình"}],"publisher":{"name":"Báo X"}}]}</script>
      </head><body><p>Thân bài</p></body></html>
      """
    let head = try normalizer.normalize(Array(page.utf8)).markup.head
    #expect(head.headline == "Đầu đề" && head.url == "https://example.org/1")
    #expect(head.published == "2024-04-19T06:00:00+07:00")
    #expect(head.author == "An - Bình" && head.outlet == "Báo X")
  }

  @Test func plainTextWithALessThanIsNoPage() throws {
    #expect(!HTMLExtractor.isPage(Array("Nếu a < b thì c > d.".utf8)))
  }
}
