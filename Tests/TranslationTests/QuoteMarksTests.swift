import TestSupport
import Testing
import TextModel
import Vietnamese

@testable import Translation
@testable import Workflow

@Suite struct QuoteMarksTests {
  private func marks(_ text: String) throws -> (opening: Int, closing: Int, inside: Int) {
    let bytes = Array(text.utf8)
    let tokens = Tokenizer(try Repository.workbench().language.table).tokens(bytes, in: nil)
    let marks = QuoteMarks(bytes, tokens)
    #expect(marks.isInside.count == tokens.count)
    #expect(marks.opening.isDisjoint(with: marks.closing))
    return (marks.opening.count, marks.closing.count, marks.isInside.count { $0 })
  }

  @Test func everyKindOfMarkOpensAndCloses() throws {
    for (open, close) in [("“", "”"), ("«", "»"), ("‘", "’"), ("\"", "\"")] {
      let found = try marks("Ông nói \(open)tôi đến\(close) hôm nay.")
      #expect(found == (1, 1, 0))
    }
  }

  @Test func aFewWordsInMarksAreNoSpeech() throws {
    #expect(try marks("Ông nói “tôi sẽ đến Hà Nội hôm nay”.") == (1, 1, 7))
  }

  @Test func aMarkWithoutItsMateHarmsNothing() throws {
    #expect(try marks("Ông nói “tôi đến hôm nay.") == (1, 0, 5))
    #expect(try marks("tôi đến” hôm nay.") == (0, 1, 0))
    #expect(try marks("\"\"\"") == (1, 2, 0))
    #expect(try marks("Nhân viên Sainsbury's đến.") == (0, 0, 0))
  }

  @Test func whatIsQuotedIsPartOfTheSentence() throws {
    let engine = try Repository.workbench().gistEngine()
    for (vi, en) in [
      ("Ông có thể \"thay thế họ\".", "He could \"replace them\"."),
      ("Đây là \"sai lầm lớn\" của ông.", "This was his \"large mistake\"."),
      ("Ông nói: \"Họ sẽ đến.\"", "He said: \"They will arrive.\""),
    ] {
      let bytes = Array(vi.utf8)
      #expect(engine.translate(bytes, in: 0..<bytes.count).text == en)
    }
  }
}
