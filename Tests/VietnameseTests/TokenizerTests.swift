import TestSupport
import Testing
import Vietnamese
import Workflow

@Suite struct TokenizerTests {
  let tokenizer: Tokenizer

  init() throws { tokenizer = Tokenizer(try Repository.workbench().language.table) }

  private func texts(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return tokenizer.tokens(bytes).map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
  }

  @Test func cutsWordsNumbersAndMarks() {
    #expect(
      texts("Ngày 7/12, giá 1.234,5 USD (15:09).")
        == ["Ngày", "7/12", ",", "giá", "1.234,5", "USD", "(", "15:09", ")", "."])
  }

  @Test func keepsApostrophesAndLettersWithDigits() {
    #expect(
      texts("xã Ea H’leo, mạng 5G, G7") == ["xã", "Ea", "H’leo", ",", "mạng", "5G", ",", "G7"])
  }

  @Test(arguments: 0..<100) func tokensCoverAllButWhiteSpace(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "Việt", " ", "1.2", ".", "“", "\n", "x́", "9", "’", "\u{200B}", "🙂", "AFP", "-", "/",
    ]
    let bytes = Array(generator.text(of: pieces, count: 40).utf8)
    let tokens = tokenizer.tokens(bytes)
    var done = 0
    for token in tokens {
      #expect(token.start >= done && token.end > token.start)
      let gap = String(decoding: bytes[done..<token.start], as: UTF8.self)
      #expect(gap.unicodeScalars.allSatisfy { Tokenizer.isSpace($0.value) })
      done = token.end
    }
  }
}
