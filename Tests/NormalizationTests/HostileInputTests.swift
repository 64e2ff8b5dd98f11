import Normalization
import TestSupport
import Testing
import TextModel

/// Input made to hurt: each must be read in time that grows with its length, and the map must hold.
@Suite(.timeLimit(.minutes(2))) struct HostileInputTests {
  let normalizer: Normalizer

  init() throws { normalizer = try Repository.workbench().normalizer }

  /// Words of 300 kB without a space; quadratic time would be hours.
  @Test(arguments: [
    "ă", "Ð", "tŕnhrơđă", "ViÖtNam", "Viá»‡tNam", "e\u{301}", "a?b", "\u{202E}", "\"",
  ])
  func aTextWithoutASpaceIsRead(piece: String) throws {
    let start = "t́nh h́nh đă rơ, t́nh h́nh đă rơ\n"
    let source = Array((start + String(repeating: piece, count: 300_000 / piece.utf8.count)).utf8)
    let text = try normalizer.normalize(source).text
    #expect(text.map.apply(to: source) == text.bytes)
    #expect(ICU.isNFC(text.bytes))
  }

  @Test func endlessMarksAreCutIntoRuns() throws {
    let source = Array(("a" + String(repeating: "\u{301}\u{323}", count: 50_000)).utf8)
    let text = try normalizer.normalize(source).text
    #expect(text.steps.contains { $0.edits.edits.contains { $0.rule.contains("stream-safe") } })
    #expect(ICU.isNFC(text.bytes) && text.map.apply(to: source) == text.bytes)
    #expect(try normalizer.normalize(text.bytes).text.bytes == text.bytes)
  }

  @Test func deepElementsWithTextAreReadAndNamed() throws {
    let page = Array(
      ("<!DOCTYPE html>" + String(repeating: "<div class=\"a b\">x ", count: 100_000)).utf8)
    let result = try normalizer.normalize(page)
    #expect(result.text.text.split(separator: "\n").count == 100_000)
    let finding = try #require(result.findings.first { $0.code == "page-limit" })
    #expect(finding.place.byte.map { $0 > 0 && $0 < 10_000 } == true)
  }

  @Test func elementsAfterDeepOnesKeepTheirPath() throws {
    let deep = String(repeating: "<div>", count: 300) + String(repeating: "</div>", count: 300)
    let page = "<!DOCTYPE html><article>\(deep)<p>Một câu.</p></article><p>Sau.</p>"
    let runs = try normalizer.normalize(Array(page.utf8)).markup.runs
    #expect(runs.first?.path.map(\.name).suffix(2) == ["article", "p"])
    #expect(runs.last?.path.map(\.name).contains("article") == false)
  }

  @Test func aTagWithEndlessAttributesIsCut() throws {
    let attributes = (0..<50_000).map { "a\($0)='>'" }.joined(separator: " ")
    let result = try normalizer.normalize(Array("<!DOCTYPE html><p \(attributes)>Hết.</p>".utf8))
    #expect(result.text.text.hasSuffix("Hết."))
    #expect(result.findings.contains { $0.code == "page-limit" })
  }

  @Test func textAfterANULInAPageIsNotLost() throws {
    let page = Array(
      "<!DOCTYPE html><p>Trước\0sau</p><p>Hết một câu khá dài.</p>".utf8)
    let result = try normalizer.normalize(page)
    #expect(result.text.text == "Trước\u{FFFD}sau\nHết một câu khá dài.")
    #expect(result.findings.first?.place.byte == 26)
    #expect(result.text.map.apply(to: page) == result.text.bytes)
  }

  @Test func aHalfLetterAtTheEndIsNamed() throws {
    let sample = try Repository.text("Tests/Fixtures/gold/003_body.txt")
    for tail in [[0xE1], [0xE1, 0xBA], [0xC4], [0xF0, 0x9F, 0x98]] as [[UInt8]] {
      let source = Array(sample.utf8) + tail
      let result = try normalizer.normalize(source)
      #expect(
        result.findings.contains {
          $0.code == "undecodable-bytes" && $0.place.byte == sample.utf8.count
        })
    }
    let units: [UInt8] = sample.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let half: [UInt8] = [0xFF, 0xFE] + units + [0x41]
    let result = try normalizer.normalize(half)
    #expect(result.findings.contains { $0.place.byte == half.count - 1 })
  }
}
