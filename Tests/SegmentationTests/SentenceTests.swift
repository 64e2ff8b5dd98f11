import Segmentation
import TestSupport
import Testing
import TextModel
import Workflow

@Suite struct SentenceTests {
  let language: LanguageData

  init() throws { language = try Repository.workbench().language }

  private func segmenter() throws -> SentenceSegmenter {
    try SentenceSegmenter(rules: language.sentenceRules, table: language.table)
  }

  private func sentences(_ text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    return try segmenter().sentences(bytes).map {
      String(decoding: bytes[$0.span.range], as: UTF8.self)
    }
  }

  /// Each rule with a text, and where `|` stands for a boundary.
  static let cases: [(String, String)] = [
    ("abbreviation", "Ông sống ở TP. Hồ Chí Minh, P. Bến Nghé, Q. 1.|Bà cũng vậy."),
    ("abbreviation", "PGS. TS. Lê Thị C và GS.TS. Trần B, Th.S Phạm D., phát biểu."),
    ("full-stop", "Họ mua cam, quýt, v.v.|Sau đó, đoàn rời Hà Nội."),
    ("initial", "Ông Donald J. Trump gặp ông Joe R. Biden.|Hai bên họp."),
    ("full-stop", "Họ cần vitamin C.|Theo bác sĩ, điều đó đúng."),
    ("acronym", "Mr. Smith đến từ U.S. Steel."),
    ("enumeration", "1. Phát triển kinh tế.|Đây là mục tiêu."),
    ("torn-number", "Mỗi ngày 70. 000 m3.|Gọi (84. 4) 852 9126 khi cần."),
    ("numbered-heading", "Điều 1. Phạm vi điều chỉnh"),
    ("small-letter-follows", "“Chúng tôi phản đối!” ông nói."),
    ("small-letter-follows", "Ông nói… rồi im lặng."),
    ("speaker-follows", "“Bao giờ ký?” - Bà Lan hỏi."),
    ("news-end", "Quan hệ xấu đi do Ukraine./.|(TTXVN)"),
    ("digit-follows", "Họ họp lúc 8 giờ.|11 người dự."),
    ("inside-token", "Bài đăng tại www.vietnamplus.vn và giá 23.500 đồng ngày 12.3.2022."),
    ("glued", "Đó là điều “không khôn ngoan”.|Theo đài RT, ông đồng ý."),
    ("glued", "Bộ máy chính trị Mỹ.|“Quá trình này rất khó khăn”."),
    ("ellipsis", "Trận đấu kết thúc với tỷ số 2-1...|Khán giả ra về."),
    ("full-stop", "Anh ấy nói: \"Tôi không biết.\"|Rồi bỏ đi."),
    ("question", "Liệu có được không?|Không ai biết."),
    ("exclamation", "Hãy đến!|Chúng tôi chờ."),
    ("bracket-follows", "Ông A. (21 tuổi) và em gái."),
    ("line-end", "Tiêu đề không dấu chấm\n|Câu đầu tiên."),
    ("icu", "これは文です。|次の文です。"),
  ]

  @Test(arguments: cases) func eachRuleDecides(rule: String, text: String) throws {
    let gold = text.split(separator: "|").map { String($0).trimmed }
    let plain = text.replacing(
      "|", with: rule == "glued" || rule == "icu" ? "" : rule == "line-end" ? "" : " ")
    #expect(try sentences(plain) == gold)
    let candidates = try segmenter().candidates(Array(plain.utf8))
    #expect(candidates.contains { $0.rule == rule }, "\(candidates)")
  }

  @Test(arguments: 0..<200) func sentencesAreAscendingDisjointAndCoverAllVisibleText(seed: UInt64)
    throws
  {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "Nga", " ", ". ", "TP.", "”", "“", "\"", "!", "…", "\n", "3", ".", "ông", "./.", "(", ")",
      "Ý", "?",
    ]
    let text = generator.text(of: pieces, count: 40)
    let bytes = Array(text.utf8)
    let spans = try segmenter().sentences(bytes).map(\.span)
    #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.end <= $1.start })
    let visible = spans.map { String(decoding: bytes[$0.range], as: UTF8.self) }.joined().filter {
      !$0.isWhitespace
    }
    #expect(visible == text.filter { !$0.isWhitespace })
    #expect(
      try segmenter().candidates(bytes).map(\.end)
        == segmenter().candidates(bytes).map(\.end).sorted())
  }

  @Test func quotationsThatRunOverSentencesAreMarked() throws {
    let text = "Ông nói: “Có nhiều bế tắc. Khó đạt kết quả. Tuy nhiên, sẽ tiếp tục”. Bà đồng ý."
    let pieces = try segmenter().sentences(Array(text.utf8))
    #expect(pieces.map(\.startsInsideQuotation) == [false, true, true, false])
    #expect(pieces.map(\.endsInsideQuotation) == [true, true, false, false])
  }

  @Test func aMegabyteWithoutASpaceIsOneSentence() throws {
    #expect(try sentences(String(repeating: "a", count: 1 << 20)).count == 1)
  }

  /// ICU is asked only where a full stop of another script stands; elsewhere it changes nothing.
  @Test(arguments: 0..<200) func aForeignSentenceChangesNoOther(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "Nga", " ", ". ", "TP.", "”", "“", "\"", "!", "…", "\n", "3", ".", "ông", "./.", "(", ")",
      "Ý",
      "?", "\r\n", "\u{2028}", "\u{A0}", "😀",
    ]
    let text = "Nga " + generator.text(of: pieces, count: 40)
    #expect(try sentences("\(text)\n次の文です。") == sentences(text) + ["次の文です。"])
    #expect(try sentences("次の文です。\n\(text)") == ["次の文です。"] + sentences(text))
  }

  @Test(arguments: [0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0x061F, 0x06D4, 0x0964, 0xFF61] as [UInt32])
  func everyFullStopOfAnotherScriptIsSeen(scalar: UInt32) throws {
    let stop = String(try #require(Unicode.Scalar(scalar)))
    #expect(try sentences("文\(stop) 文") == ["文\(stop)", "文"])
  }

  @Test func emptyTextHasNoSentence() throws {
    #expect(try sentences("").isEmpty)
    #expect(try sentences(" \n\t ").isEmpty)
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
