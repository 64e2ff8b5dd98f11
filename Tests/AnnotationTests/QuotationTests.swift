import Annotation
import Foundation
import TestSupport
import Testing
import TextModel
import Workflow

/// Who says what.
@Suite struct QuotationTests {
  let workbench: Workbench

  init() throws { workbench = try Repository.workbench() }

  private func annotate(_ sentences: [String]) -> AnnotatedText {
    let bytes = Array(sentences.joined(separator: " ").utf8)
    var parts: [TextSpan] = []
    var start = 0
    for sentence in sentences {
      parts.append(TextSpan(start, start + sentence.utf8.count))
      start += sentence.utf8.count + 1
    }
    return workbench.annotator.annotate(bytes, parts: parts)
  }

  @Test(arguments: [
    ("Tổng thống Nga Vladimir Putin nói: “Đã xong.”", "Vladimir Putin", "Russian President"),
    ("“Đã xong”, Tổng thống Nga Vladimir Putin nói.", "Vladimir Putin", "Russian President"),
    (
      "Theo Tổng thống Nga Vladimir Putin, đây là “bước tiến”.", "Vladimir Putin",
      "Russian President"
    ),
    ("Bộ Ngoại giao Nga tuyên bố: \"Đã xong.\"", "Russian Foreign Ministry", nil),
  ])
  func speakers(text: String, speaker: String, title: String?) throws {
    let found = try #require(annotate([text]).quotations.first)
    #expect(found.speaker == speaker && found.title == title, "\(found)")
  }

  @Test func aQuotationThatFillsTheNextSentenceGoesOn() {
    let found = annotate(["\"Đã xong\", ông Dmitry Peskov nói.", "\"Chúng tôi sẽ về.\""]).quotations
    #expect(found.map(\.speaker) == ["Dmitry Peskov", "Dmitry Peskov"])
    #expect(found.last?.evidence?.hasPrefix("goes on from the quotation before") == true)
    let other = annotate(["\"Đã xong\", ông Dmitry Peskov nói.", "Họ hát \"Chúng tôi sẽ về.\""])
    #expect(other.quotations.map(\.speaker) == ["Dmitry Peskov", nil])
  }

  @Test(arguments: [
    ("Ông Trần Đức Nam rầu rĩ: \"Hồi đó ghe đậu kín sông\".", "Trần Đức Nam"),
    ("Ông Trần Đức Nam, Vụ trưởng Vụ Pháp chế, nói: \"Đã xong từ lâu\".", "Trần Đức Nam"),
    ("Ông Trần Đức Nam của Công ty Hải Âu khuyên: \"Đừng bán tháo\".", "Trần Đức Nam"),
    ("\"Tôi rất hạnh phúc\", ông Trần Đức Nam cười.", "Trần Đức Nam"),
    ("\"Nghe như tiếng tàu hỏa\", cư dân Barry Osterhaut, 63 tuổi, nói.", "Barry Osterhaut"),
    ("Ông Trần Đức Nam kể lại lời con gái: \"Con về rồi đây\".", "daughter"),
  ])
  func whoStandsWhereASpeakerStands(text: String, speaker: String) {
    #expect(annotate([text]).quotations.map(\.speaker) == [speaker])
  }

  @Test func wordsThatAreNoNameSpeakWhereAVerbOfSayingIsNear() throws {
    let found = annotate(["\"Đã xong từ lâu\", một nguồn tin ẩn danh tiết lộ."]).quotations
    #expect(found.map(\.mention) == ["một nguồn tin ẩn danh"] && found[0].verb == "tiết lộ")
  }

  @Test func theOnePersonOfTheSentenceBeforeSpeaks() {
    let said = "\"Tôi rất hạnh phúc\"."
    let one = annotate(["Ông Trần Đức Nam không giấu được niềm vui.", said]).quotations
    #expect(one.map(\.speaker) == ["Trần Đức Nam"] && one[0].verb == nil)
    let two = annotate(["Ông Trần Đức Nam gặp bà Lê Thị Hoa.", said]).quotations
    #expect(two.map(\.speaker) == [nil])
  }

  @Test func aNestedQuotationHasItsOwnSpeaker() {
    let found = annotate([
      "Ông Trần Đức Nam nói: “Bà Lê Thị Hoa hỏi tôi: ‘Sao giá tăng nhanh thế?’ Tôi im lặng”."
    ]).quotations
    #expect(found.map(\.speaker) == ["Trần Đức Nam", "Lê Thị Hoa"])
  }

  @Test func aMarkThatNothingClosesDoesNotTurnTheOthersRound() {
    let found = annotate([
      "Cuốn \"Những ngày ở Huế (ảnh) ra mắt, ông Trần Đức Nam nói \"tôi rất vui mừng\" hôm qua."
    ])
    #expect(found.quotations.map(\.isClosed) == [false, true])
    #expect(found.quotations.last?.text == "tôi rất vui mừng")
    #expect(found.findings.map(\.finding.code) == ["open-quotation"])
  }

  @Test func oneOrTwoWordsAfterARequestAreNoSpeech() {
    let found = annotate(["Ông Trần Đức Nam đề nghị châu Âu sớm gỡ \"thẻ vàng\" cho thủy sản."])
    #expect(found.quotations.map(\.speaker) == [nil])
  }

  @Test func aPronounIsTheFirstPersonOfTheSentenceBefore() throws {
    let found = annotate([
      "Ông Dmitry Peskov gặp ông Joe Biden.", "“Đã xong”, ông nêu rõ.",
    ]).quotations
    #expect(found.map(\.speaker) == ["Dmitry Peskov"] && found.map(\.mention) == ["ông"])
  }

  @Test func wordsInMarksWithoutAVerbOfSayingHaveNoSpeaker() {
    #expect(
      annotate(["Quan hệ bị \"đóng băng\" dưới thời Joe Biden."]).quotations[0].speaker == nil)
  }

  @Test func quotationsNestAndRunOverSentences() {
    let found = annotate(["Ông Dmitry Peskov nói: “Họ gọi đó là ‘bước tiến’.", "Tốt”."]).quotations
    #expect(found.map(\.depth) == [0, 1] && found.allSatisfy(\.isClosed))
    #expect(found[0].text == "Họ gọi đó là ‘bước tiến’. Tốt")
  }

  @Test func straightSingleMarksNestInsideAQuotation() {
    let found = annotate(["Ông nói: \"Họ gọi 'đóng băng' là H'Hen. Tốt\", rồi về 'nhà'."])
      .quotations
    #expect(found.map(\.text) == ["Họ gọi 'đóng băng' là H'Hen. Tốt", "đóng băng"])
    #expect(found.map(\.depth) == [0, 1])
  }

  @Test(arguments: 0..<60) func quotationsQuoteTheText(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "“", "”", "\"", "‘", "’", "«", "»", "ông nói ", "Dmitry Peskov ", ": ", "\n", "a ",
    ]
    let text = generator.text(of: pieces, count: 30)
    let bytes = Array(text.utf8)
    let found = workbench.annotator.annotate(bytes, parts: [TextSpan(0, bytes.count)]).quotations
    for quotation in found {
      #expect(String(decoding: bytes[quotation.span.range], as: UTF8.self) == quotation.text)
    }
    let outer = found.filter { $0.depth == 0 }
    #expect(zip(outer, outer.dropFirst()).allSatisfy { $0.span.end <= $1.span.start })
  }

  @Test func tenThousandNestedMarksAreNoCrash() {
    for (open, close) in [("“", "”"), ("(", ")"), ("‘", "’"), ("\"", "\"")] {
      let text =
        "Ông nói: " + String(repeating: open, count: 10_000) + "Nga"
        + String(repeating: close, count: 10_000)
      let bytes = Array(text.utf8)
      let found = workbench.annotator.annotate(bytes, parts: [TextSpan(0, bytes.count)])
      #expect(found.annotations.contains { $0.surface == "Nga" })
    }
  }
}
