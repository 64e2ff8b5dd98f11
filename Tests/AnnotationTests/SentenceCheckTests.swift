import TestSupport
import Testing
import TextModel
import Workflow

/// What only the translation of one sentence must keep.
@Suite struct SentenceCheckTests {
  private func codes(_ vi: String, _ en: String) throws -> [String] {
    let bytes = Array(vi.utf8)
    return try Repository.workbench().annotator.checkSentence(
      bytes, in: TextSpan(0, bytes.count), against: en
    ).map(\.finding.code)
  }

  @Test(arguments: [
    (
      "Hai nước đã ký thỏa thuận ngừng bắn.", "The two countries have signed ceasefire agreements."
    ), ("Ông nói: “Không có gì bí mật”.", "He said: \"Nothing is secret\"."),
    (
      "Ngày 12/1, 27 nhà ngoại giao Nga rời Mỹ.", "On 12 January, 27 Russian diplomats left the US."
    ),
  ]) func aFaithfulTranslationHasNoFlag(_ vi: String, _ en: String) throws {
    #expect(try codes(vi, en).isEmpty)
  }

  @Test(arguments: [
    (
      "Hai nước đã ký thỏa thuận ngừng bắn.", "The two countries have signed a paper.",
      "term-missing"
    ),
    ("Ông nói: “Không có gì bí mật”.", "He said that nothing is secret.", "quotation-missing"),
    ("Ông nói không có gì bí mật.", "He said \"nothing is secret\".", "quotation-added"),
    ("Trời đã mưa rất to trong nhiều giờ liền.", "It rained heavily.", "too-short"),
    (
      "Trời đã mưa rất to trong nhiều giờ liền.",
      "Here is the translation that you asked for: it has rained very heavily for many hours on end.",
      "too-long"
    ),
  ]) func whatIsLostOrAddedIsFlagged(_ vi: String, _ en: String, _ code: String) throws {
    #expect(try codes(vi, en) == [code])
  }

  @Test func faultsOfTheSourceAreNotTheTranslations() throws {
    #expect(
      try codes("Thứ Hai, ngày 13/1/2022, trời mưa.", "On Monday, 13 January 2022, it rained.")
        .isEmpty)
  }
}
