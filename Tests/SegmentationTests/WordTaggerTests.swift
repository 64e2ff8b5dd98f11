import Segmentation
import TestSupport
import Testing
import TextModel
import Workflow

@Suite struct WordTaggerTests {
  static let made = Result { try Repository.workbench().wordTagger() }

  private func tagged(_ text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    return try Self.made.get().taggedWords(bytes).map {
      "\(String(decoding: bytes[$0.span.range], as: UTF8.self))/\($0.tag.rawValue)"
    }
  }

  @Test func tagsAsAReaderWould() throws {
    #expect(
      try tagged("Quốc hội đã thông qua luật mới tại Hà Nội.") == [
        "Quốc hội/NOUN", "đã/ADV", "thông qua/VERB", "luật/NOUN", "mới/ADJ", "tại/ADP",
        "Hà Nội/PROPN", "./PUNCT",
      ])
  }

  @Test(arguments: 0..<50) func eachWordHasOneTag(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let text = generator.text(
      of: ["Nga ", "TP.", "“", "1,5 ", "\n", "Rebholz ", "đàm phán ", "! ", "🙂", "và "], count: 30)
    let bytes = Array(text.utf8)
    let tagger = try Self.made.get()
    let words = tagger.segmenter.words(bytes)
    #expect(tagger.tags(words, bytes).count == words.count)
    #expect(tagger.taggedWords(bytes).map(\.span) == words)
    #expect(tagger.tags(words, bytes) == tagger.tags(words, bytes))
  }

  @Test func linesAndSentencesAreTaggedByThemselves() throws {
    let alone = try tagged("Mưa to.")
    #expect(try tagged("Họ nói\nMưa to.").suffix(3) == alone[...])
    #expect(try tagged("Họ nói. Mưa to.").suffix(3) == alone[...])
  }

  @Test func noWordsHaveNoTags() throws { #expect(try Self.made.get().tags([], []).isEmpty) }
}
