import TestSupport
import Testing
import TextModel
import Vietnamese
import Workflow

@testable import Segmentation

@Suite struct WordScannerTests {
  /// A scanner that knows some spellings finds the tokens that the tokenizer finds, known or not.
  @Test(arguments: 0..<200) func tokensAreThoseOfTheTokenizer(seed: UInt64) throws {
    let tokenizer = Tokenizer(try Repository.workbench().language.table)
    var numbers = SyllableNumbers()
    let known = Array("hà nội Đàm phán hoà Ở USA G7 1,5 é".utf8)
    for token in tokenizer.tokens(known) { _ = numbers.insert(token, known) }
    var generator = SeededGenerator(seed: seed)
    let text = generator.text(
      of: [
        "Hà ", "HÀ", "nội", " ", "đàm", "hòa ", "ở", "usa ", "G7", "1,5", "é", "’", "'", "×", "÷",
        "\u{301}", "\n", ".", "–", "🙂", "\u{A0}", "ứ", "ß", "Ð", "7/12", "\u{2028}", "ǰ",
        "\u{1E9E}",
      ], count: 25)
    let bytes = Array(text.utf8)
    let expected = tokenizer.tokens(bytes)
    let scanner = WordScanner(numbers: numbers, tokenizer: tokenizer)
    let found = scanner.tokens(bytes, in: 0..<bytes.count)
    #expect(found.map(\.start) == expected.map(\.start))
    #expect(found.map(\.end) == expected.map(\.end))
    #expect(found.map(\.shape) == expected.map { WordToken.Shape($0, bytes) })
    #expect(found.map { scanner.key($0, bytes) } == expected.map(\.key))
  }

  @Test func firstTokensAreThoseOfTextsLinesAndSentences() throws {
    let tokenizer = Tokenizer(try Repository.workbench().language.table)
    let scanner = WordScanner(numbers: SyllableNumbers(), tokenizer: tokenizer)
    let bytes = Array("Mưa to. Gió\nlớn, lạnh".utf8)
    let tokens = scanner.tokens(bytes, in: 0..<bytes.count)
    #expect(tokens.map(\.isFirst) == [true, false, false, true, true, false, false])
    #expect(tokens.map(\.startsLine) == [true, false, false, false, true, false, false])
  }
}
