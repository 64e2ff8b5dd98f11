import Reporting
import TestSupport
import Testing

/// The forms of a diff.
@Suite struct DiffWriterTests {
  private static let words = [
    WordEdit(.same, "Hơn"), WordEdit(.removed, "1.200"), WordEdit(.added, "1.400"),
    WordEdit(.same, "hộ dân phải sơ tán trong đêm"), WordEdit(.same, ".", isGlued: true),
  ]

  private func diff(_ headline: String = "Mưa lớn") -> RunDiff {
    let change = Change(
      .source, "sentence edited", before: "Hơn 1.200 hộ dân phải sơ tán trong đêm.",
      after: "Hơn 1.400 hộ dân phải sơ tán trong đêm.", sentences: [2], words: Self.words,
      causes: [Cause(.input, "bytes a → b")])
    let long = Change(
      .left, "key point", before: String(repeating: "漢字 dài ", count: 30), after: nil,
      sentences: [3])
    let side = { (name: String) in
      RunDiff.Side(
        name: name, title: "t",
        signature: Signature(
          tool: "0", icu: "0", unicode: "0", cldr: "0", recipe: "r", glossaries: "g", inputs: "i",
          run: "r"))
    }
    return RunDiff(
      before: side("a"), after: side("b"),
      articles: [
        ArticleDiff(
          key: "c.txt", headline: .init(vi: headline, en: nil), status: .changed,
          changes: [change, long])
      ], set: [], same: [.init(key: "d.txt", headline: .init(vi: "Nắng", en: nil))], metrics: [])
  }

  /// Columns by hand: wide letters take two, marks that combine none.
  private func columns(_ line: Substring) -> Int {
    line.reduce(0) { sum, letter in
      sum + (letter.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } ? 2 : 1)
    }
  }

  @Test(arguments: [100, 101, 120, 200]) func bothSidesFitTheWidth(width: Int) {
    let text = DiffTextWriter(width: width).text(diff())
    let rows = text.split(separator: "\n").filter { $0.contains(" │ ") }
    #expect(rows.count > 3)
    #expect(rows.allSatisfy { columns($0) <= width })
    let places = Set(rows.map { columns($0.prefix { $0 != "│" }) })
    #expect(places.count == 1)
    #expect(rows.contains { $0.contains("[-1.200-]") && $0.contains("{+1.400+}") })
  }

  @Test func aNarrowTerminalHasOneSide() {
    for width in [nil, 99] {
      let text = DiffTextWriter(width: width).text(diff())
      #expect(!text.contains("│"))
      #expect(text.contains("Hơn [-1.200-] {+1.400+} hộ dân phải sơ tán trong đêm."))
    }
  }

  @Test func colourStandsOnlyWhereItIsWanted() {
    #expect(!DiffTextWriter(width: 120).text(diff()).contains("\u{1B}"))
    let coloured = DiffTextWriter(isColoured: true, width: 120).text(diff())
    #expect(coloured.contains("\u{1B}[31m1.200\u{1B}[0m"))
    #expect(coloured.contains("\u{1B}[32m1.400\u{1B}[0m"))
  }

  @Test func aPageHasBothSwitchesAndNothingFromOutside() throws {
    let page = try DiffHTMLWriter().text(diff())
    for part in [
      "id=\"only\"", "id=\"largest\"", "--size:2", "class=\"same\"", "#only:checked", "Nắng",
    ] {
      #expect(page.contains(part), "\(part)")
    }
    #expect(!page.contains("<script") && !page.contains("http:") && !page.contains("https:"))
  }

  @Test func hostileTextIsShownAsText() throws {
    let hostile = diff("<script>alert(1)</script>\u{1B}[31m\u{202E}")
    #expect(try !DiffHTMLWriter().text(hostile).contains("<script"))
    #expect(!DiffMarkdownWriter().text(hostile).contains("<script"))
    #expect(!DiffTextWriter(width: 120).text(hostile).contains("\u{1B}"))
  }
}
