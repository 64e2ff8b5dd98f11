import Foundation
import Normalization
import TestSupport
import Testing
import TextModel
import Workflow

/// The laws of every repair, on generated text and on sound lines.
@Suite struct RepairLawTests {
  let normalizer: Normalizer

  init() throws { normalizer = try Repository.workbench().normalizer }

  private static let pieces = [
    "tình hình ", "t́nh ", "đă ", "rơ ", "Viá»‡t ", "ViÖt ", "\u{AD}", "a\u{200B}b", "\u{1}",
    "e\u{302}\u{323}",
    "Ðông ", "Ａ１", "“", "”", "\n", "â€œ", "🙂", "日本", "São ", ". ", "\u{202E}", "Nga ", "\u{85}",
    "ń",
  ]

  @Test(arguments: 0..<200) func stepsReplayAndTheMapAgrees(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let source = generator.text(of: Self.pieces, count: 30)
    let text = normalizer.normalize(source).text
    var bytes = Array(source.utf8)
    for step in text.steps { bytes = step.edits.apply(to: bytes) }
    #expect(bytes == text.bytes)
    #expect(text.map.apply(to: Array(source.utf8)) == text.bytes)
    #expect(ICU.isNFC(text.bytes))
  }

  @Test(arguments: 0..<200) func normalizingAgainChangesNothing(seed: UInt64) {
    var generator = SeededGenerator(seed: seed &+ 1000)
    let once = normalizer.normalize(generator.text(of: Self.pieces, count: 30)).text
    let twice = normalizer.normalize(once.text).text
    #expect(twice.bytes == once.bytes)
  }

  @Test func soundLinesComeThroughUntouched() throws {
    for line in try Repository.lines("Tests/Fixtures/sound/lines.txt") {
      #expect(normalizer.normalize(line).text.text == line)
    }
    let spaced = "Ông đã nêu rõ.\n\u{A0}\nBà đồng ý.\n\u{A0}\n\u{A0} Hết.\n"
    #expect(normalizer.normalize(String(repeating: spaced, count: 20)).text.steps.isEmpty)
    let all = try Repository.text("Tests/Fixtures/sound/lines.txt")
    #expect(normalizer.normalize(all).text.text == all)
  }

  @Test func linesOfWesternLanguagesAreNoVietnameseInAnOldEncoding() throws {
    for line in try Repository.lines("Tests/Fixtures/sound/western.txt") {
      let parts = line.split { ",;:.?!".contains($0) }.map(String.init)
      for text in [line] + parts { #expect(normalizer.normalize(text).text.text == text) }
    }
  }

  @Test(arguments: 0..<100) func anyBytesGiveTextOrAClearError(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &generator) }
    do throws(DecodingError) {
      let text = try normalizer.normalize(bytes).text
      #expect(String(validating: text.bytes, as: UTF8.self) != nil)
      #expect(text.map.apply(to: bytes) == text.bytes)
    } catch {
      #expect(error.description.contains("byte"))
    }
  }
}
