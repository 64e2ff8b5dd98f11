import Segmentation
import TestSupport
import Testing
import TextModel
import Vietnamese
import Workflow

@Suite struct WordTests {
  static let made = Result { try Repository.workbench().wordSegmenter() }

  private func words(_ text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    return try Self.made.get().words(bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test(arguments: [
    "Hà Nội|có|mưa|to|.", "Họ|trao đổi|thông tin|.", "Ông|ở|TP.|Hồ Chí Minh|.",
    "Quốc hội|đã|thông qua|luật|.", "Tổng thống|Mỹ|Donald Trump|tới|Paris|.",
    "Ngoại trưởng|Nga|Sergei Lavrov|phát biểu|.",
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

  @Test(arguments: 0..<50) func spansAreAscendingAndTheSameEveryTime(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "Hà Nội ", "HÀ ", "Hoà ", "đàm phán ", ". ", "\n", "20-25 ", "é", "× ", "G7", "“",
    ]
    let bytes = Array(generator.text(of: pieces, count: 40).utf8)
    let segmenter = try Self.made.get()
    let spans = segmenter.words(bytes)
    #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.end <= $1.start })
    #expect(spans.allSatisfy { $0.start < $0.end })
    #expect(segmenter.words(bytes) == spans)
    #expect(try Repository.workbench().wordSegmenter().words(bytes) == spans)
  }

  @Test func caseAndTonePlacementDoNotMatter() throws {
    #expect(try words("thoả thuận hoà bình") == ["thoả thuận", "hoà bình"])
    #expect(try words("thỏa thuận hòa bình") == ["thỏa thuận", "hòa bình"])
    #expect(try words("THỎA THUẬN") == ["THỎA THUẬN"])
  }

  @Test func noWordGoesOverALineEnd() throws {
    #expect(try words("ở Hà\nNội") == ["ở", "Hà", "Nội"])
  }

  @Test func aRangeIsCutByItself() throws {
    let bytes = Array("Họ ở Hà Nội.".utf8)
    let range = "Họ ở Hà".utf8.count..<bytes.count
    let found = try Self.made.get().words(bytes, in: range)
    #expect(found.map { String(decoding: bytes[$0.range], as: UTF8.self) } == ["Nội", "."])
  }

  @Test func aGlossaryRowChangesTheCut() throws {
    let workbench = try Repository.workbench()
    let tokenizer = Tokenizer(workbench.language.table)
    let lexicons = ["xúc tu", "tu"].map { word in
      var lexicon = WordLexicon(capacity: 8, tokenizer: tokenizer)
      let bytes = Array("\(word)\tthing".utf8)
      let end = word.utf8.count
      lexicon.insert(
        0..<end, of: bytes, kind: "v", band: 2, tag: "N", english: (end + 1)..<bytes.count)
      return lexicon
    }
    let model = try workbench.language.wordModel()
    let cuts = lexicons.map { lexicon in
      WordSegmenter(
        lexicon: lexicon, model: model, rules: workbench.language.sentenceRules,
        tokenizer: tokenizer
      ).words(Array("xúc tu".utf8)).count
    }
    #expect(cuts == [1, 2])
  }

  @Test func emptyTextHasNoWords() throws { #expect(try words(" \n").isEmpty) }

  @Test func aLongRunWithoutAStopIsNoTrouble() throws {
    #expect(try words(String(repeating: "đàm phán ", count: 3000)).count == 3000)
  }
}
