import Normalization
import TestSupport
import Testing
import TextModel

/// Markdown: what is taken out, what stays, and where each character stands in the file.
@Suite struct MarkdownTests {
  let normalizer: Normalizer

  init() throws { normalizer = try Repository.workbench().normalizer }

  private func result(_ text: String) throws -> Normalizer.Result {
    try normalizer.normalize(Array(text.utf8), name: "a.md")
  }

  static let cases: [(String, String)] = [
    ("# Một *hai*\n\nBa", "Một hai\nBa"),
    ("Một\nhai\n\nba", "Một hai\nba"),
    ("Một\n===\nhai\n---", "Một\nhai"),
    ("> Một\n> hai\n\nba", "Một hai\nba"),
    ("- một\n- **hai**\n\n3. ba", "một\nhai\n3. ba"),
    ("a **b** _c_ ~~d~~ `e*f*`", "a b c d e*f*"),
    ("5 * 3 * 2 và a_b_c và **hở", "5 * 3 * 2 và a_b_c và **hở"),
    ("[chữ](https://a.vn/b_(c) \"t\") và [x][1].\n\n[1]: https://a.vn", "chữ và x."),
    ("[sic] và [a](không đóng", "[sic] và [a](không đóng"),
    ("Trước ![Ảnh: TTXVN](a.jpg) sau", "Trước \nẢnh: TTXVN\nsau"),
    ("R&amp;D &#7879; &bogus; \\*sao\\*", "R&D ệ &bogus; *sao*"),
    ("<b>Đậm</b> <https://x.vn> a < b", "Đậm https://x.vn a < b"),
    ("| a | b |\n|---|---|\n| c | d |", "a\tb\nc\td"),
    ("```\nx *y*\n```\nhết", "x *y*\nhết"),
    ("Một\n\n***\n\nhai", "Một\nhai"),
  ]

  @Test(arguments: cases) func markupIsTakenOut(source: String, text: String) throws {
    #expect(try result(source).text.text == text)
  }

  @Test func elementsAreThoseOfAPage() throws {
    let runs = try result("# Đầu đề\n\n> trích [nối](/a)\n\n![ảnh](b)").markup.runs
    #expect(
      runs.map { $0.path.map(\.name) } == [
        ["h1"], ["blockquote", "p"], ["blockquote", "p", "a"], ["figcaption"],
      ])
  }

  @Test func frontMatterGivesMetadata() throws {
    let head = try result(
      "---\ntitle: \"Đầu đề\"\ndate: 2024-03-12\nurl: https://example.org/1\n---\nThân bài."
    )
    #expect(head.text.text == "Thân bài." && head.markup.head.headline == "Đầu đề")
    #expect(head.markup.head.published == "2024-03-12")
    #expect(head.markup.head.url == "https://example.org/1")
  }

  @Test func itIsFoundByItsContent() {
    for text in [
      "# Một\n\nĐoạn [nối](https://a.vn).", "## Một\n\n## Hai", "**Một** và **hai** nữa",
      "---\ntitle: Một\n---\nHai",
    ] {
      #expect(InputKind.detect(Array(text.utf8)) == .markdown, "\(text)")
    }
    for text in [
      "# Một đầu đề\nHết.", "#thể_thao #bóng_đá", "Giá 5 * 3 [sic] (xem: https://a.vn)",
      "- một\n- hai", "---\nMột\n---\nHai", "1. Một\n2. Hai",
    ] {
      #expect(InputKind.detect(Array(text.utf8)) == .text, "\(text)")
    }
    #expect(InputKind.detect(Array("<p>a</p> # b".utf8), name: "a.md") == .page)
  }

  @Test(arguments: 0..<300) func anyMarkdownReplaysAndKeepsItsLetters(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "# ", "> ", "- ", "1. ", "\n", "\n\n", "*", "**", "_", "`", "```\n", "[", "](", ")", "![",
      "\\", "&amp;", "&#7879;", "<", ">", "|", "---\n", "Việt Nam ", "tình hình ", "a", "~~", "\t",
    ]
    let source = Array(generator.text(of: pieces, count: 40).utf8)
    let text = try normalizer.normalize(source, name: "a.md").text
    #expect(text.map.apply(to: source) == text.bytes)
    #expect(String(validating: text.bytes, as: UTF8.self) != nil)
  }

  @Test func plainParagraphsKeepEveryByte() throws {
    let text = try Repository.lines("Tests/Fixtures/gold/003_body.txt").joined(separator: "\n\n")
    let found = try result(text).text.text
    #expect(found == text.replacing("\n\n", with: "\n"))
  }
}
