import Evaluation
import Testing

/// Figures computed with sacreBLEU 2.6.0 (`CHRF()`, `BLEU()`, defaults).
@Suite struct TranslationScoreTests {
  static let cases: [(text: String, reference: String, chrF: Double, bleu: Double)] = [
    (
      "The minister said talks would resume on 12 January.",
      "The minister said that talks would resume on January 12.", 77.40742407954986,
      37.58250573982344
    ),
    (
      "He is 3.5% taller; \"very\" tall (they say).",
      "He's 3.5 % taller: \"really\" tall, they say.", 52.16002643662653, 15.310245441182436
    ),
    (
      "Prices rose 1,234.5 dollars in 2020-2021...",
      "Prices rose by 1,234.5 dollars in 2020-2021.", 87.06212142744651, 63.15552371794039
    ),
    ("a", "The cat sat on the mat & slept.", 5.154639175257731, 0),
    (
      "Nguyễn Văn Nam đọc sách.", "Nguyễn Văn Nam reads a book.", 48.83837559002109,
      27.482545710800192
    ),
    ("", "Nothing here.", 0, 0),
    (
      "U.S.-led forces withdrew, state-run TV said.",
      "US-led forces have withdrawn, state-run TV said.", 67.12226893388547, 33.18077402843942
    ),
  ]

  @Test func everyLineScoresAsSacreBLEUSays() {
    for item in Self.cases {
      var characters = CharacterFScore()
      var words = BLEUScore()
      characters.add(item.text, reference: item.reference)
      words.add(item.text, reference: item.reference)
      #expect(abs(characters.value - item.chrF) < 1e-9, "\(item.text)")
      #expect(abs(words.value - item.bleu) < 1e-9, "\(item.text)")
    }
  }

  @Test func theSetScoresAsSacreBLEUSays() {
    var characters = CharacterFScore()
    var words = BLEUScore()
    for item in Self.cases {
      characters.add(item.text, reference: item.reference)
      words.add(item.text, reference: item.reference)
    }
    #expect(abs(characters.value - 60.152853539702555) < 1e-9)
    #expect(abs(words.value - 31.53327374731798) < 1e-9)
  }

  @Test func theReferenceItselfScoresAHundred() {
    var characters = CharacterFScore()
    var words = BLEUScore()
    for item in Self.cases {
      characters.add(item.reference, reference: item.reference)
      words.add(item.reference, reference: item.reference)
    }
    #expect(abs(characters.value - 100) < 1e-9 && abs(words.value - 100) < 1e-9)
  }
}
