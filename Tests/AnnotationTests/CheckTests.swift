import Annotation
import Foundation
import TestSupport
import Testing
import TextModel
import Workflow

/// A source against its English.
@Suite struct CheckTests {
  let workbench: Workbench

  init() throws { workbench = try Repository.workbench() }

  private func codes(_ source: String, _ english: String, published: String = "2022-01-13")
    -> [String]
  {
    let bytes = Array(source.utf8)
    return workbench.annotator.check(
      bytes, parts: [TextSpan(0, bytes.count)], published: published, against: english
    ).map(\.finding.code)
  }

  @Test(arguments: [
    ("Chi 2,3 tỷ USD.", "It spent $2.3bn."), ("Chi 2,3 tỷ USD.", "It spent 2,300 million dollars."),
    ("Có hai mươi ba người.", "There were twenty-three people."),
    ("Có 105 người.", "There were one hundred and five people."),
    ("Ngày 7/12, họ họp.", "They met on December 7."),
    ("Ngày 7/12/2021, họ họp.", "They met on 7 Dec. 2021."),
    ("Hôm qua họ họp.", "They met on Wednesday."), ("Họp lúc 15h30.", "It began at 3:30 p.m."),
    ("Nga và Mỹ họp.", "Russian and American officials met."),
    ("Tăng 5-7%.", "It rose by between 5 and 7 percent."),
    ("Nga và Mỹ họp.", "Russian and U.S. officials met."),
    ("Liên Hợp Quốc đã họp.", "The U.N. met."), ("Người Syria đã họp.", "Syrians met."),
    ("Quỹ Khoa học Quốc gia đã họp.", "The NSF met."),
    ("Ông ở đó một tháng.", "He was there for a month."),
    ("Nó có từ thế kỷ 19.", "It dates from the 19th century."),
    ("Họ gặp nhau cách đây ba năm.", "They met 3 years ago."),
    ("Chương trình \"60 Minutes\" đã phát.", "It was on \"60 Minutes\"."),
  ])
  func theSameByValueHasNoFinding(source: String, english: String) {
    #expect(codes(source, english).isEmpty, "\(codes(source, english))")
  }

  @Test(arguments: [
    ("Có 27 người.", "There were 28 people.", ["figure-missing", "figure-added"]),
    ("Chi 2,3 tỷ USD.", "It spent $2.3 million.", ["figure-missing", "figure-added"]),
    ("Ngày 7/12, họ họp.", "They met on December 8.", ["date-missing"]),
    ("Ngày 7/12, họ họp.", "They met.", ["date-missing"]),
    ("Nga và Mỹ họp.", "Russian officials met.", ["name-missing"]),
    ("Ông Wilbur Osterhaut nói.", "The man spoke.", ["name-missing"]),
    ("Luật sư của Saipovan lên tiếng.", "The lawyer of Morrisby spoke.", ["name-missing"]),
    ("Mỹ đã họp.", "China let us meet.", ["name-missing"]),
    ("Họ họp vào thứ Bảy.", "They met on Tuesday.", ["date-missing"]),
  ])
  func aChangeIsAFinding(source: String, english: String, expected: [String]) {
    #expect(codes(source, english) == expected)
  }

  @Test func aForbiddenOrExpiredRenderingIsAFinding() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(
      "check-\(UUID().uuidString).tsv")
    defer { try? FileManager.default.removeItem(at: path) }
    try Data(
      """
      vi\ttag\ten\tavoid\tvalid
      bộ thử\tN\ttest department\t\t..2020-12-31
      bộ thử\tN\ttest ministry\ttest bureau:a calque\t2021-01-01..
      """.utf8
    ).write(to: path)
    let annotator = Workbench(
      language: workbench.language, glossaries: try GlossarySet(folder: nil, files: [path.path])
    ).annotator
    let bytes = Array("Bộ thử họp.".utf8)
    let codes = { (english: String) in
      annotator.check(
        bytes, parts: [TextSpan(0, bytes.count)], published: "2022-01-13", against: english
      ).map(\.finding.code)
    }
    #expect(codes("The test ministry met.").isEmpty)
    #expect(codes("The test bureau met.") == ["forbidden-rendering"])
    #expect(codes("The test department met.") == ["expired-rendering"])
  }

  @Test(arguments: 0..<80) func anyEnglishIsReadWithoutACrash(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "7 ", "December ", "2021", ", ", "3:30 ", "p.m. ", "twenty", "-", "three ", "hundred ",
      "and ", "bn ", "$", "1,234.5 ", "may ", "May ", "half ", "Nga ", "m ", "0", "  ", "\n",
    ]
    let text = generator.text(of: pieces, count: 25)
    let source = Array("Có 27 người ngày 7/12.".utf8)
    let found = workbench.annotator.check(
      source, parts: [TextSpan(0, source.count)], against: text)
    for finding in found {
      #expect(finding.span.end <= (finding.side == .source ? source.count : text.utf8.count))
    }
  }
}
