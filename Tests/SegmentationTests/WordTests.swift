import Segmentation
import TestSupport
import Testing
import TextModel
import Workflow

@Suite struct WordTests {
  static let made = Result { try Repository.workbench().wordSegmenter() }

  private func words(_ text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    return try Self.made.get().words(bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test(arguments: [
    "Hà Nội|có|mưa|to|.", "Họ|trao đổi|thông tin|.", "Ông|ở|TP.|Hồ Chí Minh|.",
    "Quốc hội|đã|thông qua|luật|.",
  ])
  func cutsAsAReaderWould(_ gold: String) throws {
    let parts = gold.split(separator: "|").map(String.init)
    let text = parts.dropFirst().reduce(parts[0]) { $1 == "." ? $0 + $1 : "\($0) \($1)" }
    #expect(try words(text) == parts)
  }

  @Test(arguments: 0..<100) func wordsCoverAllVisibleText(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "Nga ", "ngoại giao ", "TP", ".", "“", "1.234,5 ", "\n", "Rebholz ", "a", "’", "x́ ", "🙂",
      "đàm phán", " ", "-", "G7 ",
    ]
    let text = generator.text(of: pieces, count: 30)
    #expect(
      try words(text).joined().filter { !$0.isWhitespace } == text.filter { !$0.isWhitespace })
  }

  @Test func emptyTextHasNoWords() throws { #expect(try words(" \n").isEmpty) }

  @Test func aLongRunWithoutAStopIsNoTrouble() throws {
    #expect(try words(String(repeating: "đàm phán ", count: 3000)).count == 3000)
  }
}
