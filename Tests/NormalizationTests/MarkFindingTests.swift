import Normalization
import TestSupport
import Testing
import TextModel

/// Direction marks, stray marks, control characters and lost letters: each named with its byte.
@Suite struct MarkFindingTests {
  let normalizer: Normalizer

  init() throws { normalizer = try Repository.workbench().normalizer }

  private func findings(_ text: String, _ code: String) throws -> [Finding] {
    try normalizer.normalize(Array(text.utf8)).findings.filter { $0.code == code }
  }

  @Test func directionMarksAreNamedAndStay() throws {
    let text = "Hà Nội \u{202E}abc\u{202C} nắng \u{200F}."
    let found = try findings(text, "direction-mark")
    #expect(found.map(\.place.byte) == [10, 16, 27])
    #expect(found[0].message.contains("U+202E RIGHT-TO-LEFT OVERRIDE"))
    #expect(found.map(\.severity) == [.warning, .warning, .note])
    #expect(try normalizer.normalize(Array(text.utf8)).text.text == text)
  }

  @Test func aMarkWithoutALetterIsNamed() throws {
    #expect(try findings("tin \u{301}về", "stray-mark").map(\.place.byte) == [4])
    #expect(try findings("ti\u{301}n ṃ a\u{325}", "stray-mark").isEmpty)
  }

  @Test func controlCharactersAreNamedOnce() throws {
    let text = "Ông đến Hà Nội\0 và nói về tình hình an ninh khu vực trong thời gian tới."
    let all = try normalizer.normalize(Array(text.utf8)).findings
    #expect(all.map(\.code) == ["control-character"])
    #expect(all[0].place.byte == "Ông đến Hà Nội".utf8.count && all[0].message.contains("NUL"))
  }

  @Test func lostLettersAreNamedOneByOneWithTheirWord() throws {
    let found = try findings("Vi?t Nam, ?ng M? ký th?a thuận.", "lossy-text")
    #expect(found.map(\.place.byte) == [2, 10, 15, 23])
    #expect(found[0].message.contains("'Vi?t'") && found[3].message.contains("'th?a'"))
    #expect(try findings("Ông đến chưa? Rồi. Ai biết? Không.", "lossy-text").isEmpty)
  }

  @Test func theEncodingThatLacksTheLostLettersIsNamed() throws {
    let lost = "Vi?t Nam và H?i Phòng ký th?a thu?n v? kinh t? tr??c ngày mai, ông nói ?i?u ?ó."
    let sum = try #require(try findings(lost, "lossy-text").last)
    #expect(sum.message.contains("windows-1252"))
    let other = try #require(try findings(lost + " Đủ chữ.", "lossy-text").last)
    #expect(!other.message.contains("windows-1252"))
  }
}
