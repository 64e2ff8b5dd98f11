import Foundation
import TestSupport
import Testing
import TextModel

@testable import Reporting
@testable import Terminology

/// Text that nobody may trust, in every field of a brief: every writer shows it as text.
@Suite struct HostileTextTests {
  static let pieces = [
    "<script>alert(1)</script>", "]]>", "<![CDATA[", "\u{1B}[31m", "\u{202E}gnp", "\u{2066}x",
    "a|b",
    "`c`", "=1+1", "+cmd", "@SUM(A1)", "-2", "🙂👩‍👩‍👧", "\u{0}", "\u{B}", "\u{85}", "\u{FFFE}", "&amp;",
    "&#0;",
    "'\"><img src=x onerror=alert(1)>", "</style><script>", "{{main}}", "{{{title}}}", "\\", "\\n",
    "\r\n", "\t",
    "# a", "1. b", "- c", "> d", "![i](x)", "[l](javascript:alert(1))", "*e*", "~~f~~", "$g$", "%h",
    "”", "Nga ",
    "e\u{301}\u{323}", String(repeating: "dài", count: 120), "--", "?>", "<!--",
  ]

  /// A set whose every text is made of hostile pieces.
  struct Source {
    var generator: SeededGenerator

    mutating func text() -> String {
      generator.text(of: HostileTextTests.pieces, count: Int.random(in: 1...4, using: &generator))
    }

    mutating func mention() -> Brief.Mention {
      .init(vi: text(), en: text(), value: text(), isInferred: true, sentences: [0, 1])
    }

    mutating func point(_ number: Int) -> Brief.Point {
      let head = text()
      let surface = text()
      let start = head.utf8.count
      let span = TextSpan(start, start + surface.utf8.count)
      let vi = head + surface + text()
      let unknown = text()
      return Brief.Point(
        article: 1, sentence: number, vi: vi,
        english: TranslatedSentence(
          text: text() + unknown, engine: text(), confidence: 0.5, joints: 0,
          words: [
            TranslatedWord(text: unknown, span: nil, entry: "unknown", rules: [], alternatives: [])
          ]),
        span: TextSpan(0, vi.utf8.count), source: SourceSpan(0, vi.utf8.count),
        annotations: [
          Annotation(
            span: span, surface: surface, target: text(), kind: .term, origin: text(),
            evidence: text(), value: text(), refersTo: text())
        ], score: 0.5, parts: [ScorePart(text(), 0.5)], reason: text())
    }

    mutating func brief() -> Brief {
      var metadata = ArticleMetadata()
      (metadata.outlet, metadata.author, metadata.published) = (text(), text(), text())
      (metadata.place, metadata.url, metadata.section) = (text(), text(), text())
      let quotation = Quotation(
        span: TextSpan(0, 1), text: text(), speaker: text(), mention: text(), title: text(),
        verb: text(), verbTarget: text(), isClosed: false, evidence: text())
      let quote = Brief.Quote(
        quotation, sentences: [1], source: SourceSpan(0, 1), isVerbatim: false)
      return Brief(
        id: String(repeating: "0", count: 64), origin: text(), slug: "a",
        headline: .init(vi: text(), en: text()), metadata: metadata,
        encoding: .init(name: text(), confidence: 1, evidence: text()), glance: [point(1)],
        points: [point(2), point(3)], leftOut: [point(4)], people: [mention()],
        organizations: [mention()], places: [mention()], dates: [mention()], figures: [mention()],
        terms: [mention()], quotations: [quote],
        repairs: [.init(rule: text(), source: SourceSpan(0, 1), before: text(), after: text())],
        ambiguities: [.init(span: TextSpan(0, 1), surface: text(), renderings: [text(), text()])],
        unknowns: [text()], findings: [Finding(.note, "x", text(), fix: text())])
    }

    mutating func set() -> SetBrief {
      let (first, second) = (brief(), brief())
      let side = StoryBrief.Conflict.Side(article: 1, sentence: 2, figure: text(), vi: text())
      return SetBrief(
        title: text(), articles: [first, second], points: first.points, leftOut: [],
        stories: [
          StoryBrief(
            headline: .init(vi: text(), en: text()), articles: [1, 2],
            reprints: [.init(article: 2, original: 1)],
            points: [.init(point: first.points[0], alsoIn: [2])],
            conflicts: [.init(first: side, second: side)])
        ], failures: [Finding(.error, "x", text())],
        signature: Signature(
          tool: "0", icu: "0", unicode: "0", cldr: "0", recipe: "r", glossaries: "g", inputs: "i",
          run: "0"))
    }
  }

  private func files(_ seed: UInt64, _ formats: [String]) throws -> [ReportFile] {
    var source = Source(generator: SeededGenerator(seed: seed))
    return try Reports.files(source.set(), formats: formats)
  }

  @Test(arguments: 0..<25) func noTextFormHoldsControlsOrOverrides(seed: UInt64) throws {
    for file in try files(seed, Reports.formats.filter { $0 != "docx" }) {
      let isData = file.name.hasSuffix(".json")
      for scalar in file.content.unicodeScalars {
        let isControl = scalar.value < 0x20 && !["\n", "\t", "\r"].contains(scalar)
        let isOverride =
          (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        #expect(
          !isControl && (isData || !isOverride && scalar.value != 0x85),
          "\(file.name): \(scalar.value)")
      }
    }
  }

  @Test(arguments: 0..<25) func theFormsInXMLParse(seed: UInt64) throws {
    let files = try files(seed, ["xlf", "xliff", "tmx"])
    #expect(files.count == 9)
    for file in files {
      let root = try Terminology.XMLElement(parsing: file.bytes)
      let wanted = file.name.hasPrefix("set") ? 8 : 4
      #expect(root.all("source").count + root.all("tuv").count / 2 >= wanted, "\(file.name)")
    }
  }

  @Test(arguments: 0..<25) func theXMLHoldsTheSentencesAsTheyAre(seed: UInt64) throws {
    var source = Source(generator: SeededGenerator(seed: seed))
    let set = source.set()
    let file = try Reports.files(set, formats: ["xliff"])[0]
    let found = try Terminology.XMLElement(parsing: file.bytes).all("source").map(\.text)
    for point in set.articles.flatMap(\.points) {
      let wanted = Escaping.visible(point.vi).replacing("\r\n", with: "\n").replacing(
        "\u{FFFE}", with: "\u{FFFD}")
      #expect(
        found.contains { $0.replacing("\r\n", with: "\n") == wanted }, "\(wanted.debugDescription)")
    }
  }

  @Test(arguments: 0..<25) func thePartsOfAWordDocumentParse(seed: UInt64) throws {
    var source = Source(generator: SeededGenerator(seed: seed))
    let set = source.set()
    let writer = DOCXWriter(try ReportOptions())
    for (name, text) in writer.parts(writer.body(set.articles[0], in: set), title: set.title) {
      _ = try Terminology.XMLElement(parsing: Array(text.utf8))
      #expect(!text.unicodeScalars.contains("\u{0}"), "\(name)")
    }
  }

  @Test(arguments: 0..<25) func noTextBecomesMarkup(seed: UInt64) throws {
    for file in try files(seed, ["html", "md"]) {
      let text = file.content.lowercased()
      let scripts = text.components(separatedBy: "<script").count - 1
      #expect(scripts == (file.name.hasSuffix(".html") ? 1 : 0), "\(file.name)")
      #expect(!text.contains("<img"), "\(file.name)")
      #expect(!text.contains("]]>") || file.name.hasSuffix(".md"), "\(file.name)")
      let links = text.components(separatedBy: "](javascript:").dropLast()
      let isEscaped = links.allSatisfy { $0.hasSuffix("\\") }
      #expect(file.name.hasSuffix(".html") || isEscaped, "\(file.name)")
      #expect(text.components(separatedBy: "</style").count - 1 <= 1)
    }
  }

  @Test(arguments: 0..<25) func everyJSONIsJSONAndEveryCellIsNoFormula(seed: UInt64) throws {
    for file in try files(seed, ["json", "csv"]) {
      if file.name.hasSuffix(".json") {
        _ = try JSONSerialization.jsonObject(with: Data(file.bytes))
      } else {
        let rows = Self.rows(file.content)
        #expect(rows.allSatisfy { $0.count == rows[0].count } && rows.count > 4)
        for cell in rows.joined() where cell.count > 1 && Int(cell) == nil {
          #expect(!["=", "+", "-", "@"].contains(cell.first), "\(cell)")
        }
      }
    }
  }

  /// The cells of a file of RFC 4180, apostrophes and all.
  private static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var cells: [String] = []
    var cell = ""
    var isQuoted = false
    for character in text {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        cells.append(cell)
        cell = ""
      case "\n" where !isQuoted:
        rows.append(cells + [cell])
        (cells, cell) = ([], "")
      default: cell.append(character)
      }
    }
    return rows
  }

  @Test(arguments: 0..<25) func noLineOfTextIsWiderThanTheTerminal(seed: UInt64) throws {
    for file in try files(seed, ["txt"]) where !file.name.hasPrefix("index") {
      for line in file.content.split(separator: "\n") {
        #expect(DisplayWidth.columns(line) <= 82, "\(line)")
      }
    }
  }

  @Test(arguments: 0..<10) func twoRunsGiveTheSameBytes(seed: UInt64) throws {
    #expect(try files(seed, Reports.formats) == files(seed, Reports.formats))
  }

  @Test func markdownEscapesWhatWouldOpenABlock() {
    #expect(Escaping.markdown("1. a") == "1\\. a")
    #expect(Escaping.markdown("- a") == "\\- a")
    #expect(Escaping.markdown("1.200 a - b") == "1.200 a - b")
    #expect(Escaping.markdown("12)") == "12\\)")
  }
}
