import Foundation
import TestSupport
import Testing
import TextModel

@testable import Translation
@testable import Workflow

@Suite struct GistEngineTests {
  private func english(_ text: String) throws -> String {
    let bytes = Array(text.utf8)
    return try Repository.workbench().gistEngine().translate(bytes, in: 0..<bytes.count).text
  }

  /// Sentences of the seeds and torn or shuffled pieces of them.
  private func samples() throws -> [String] {
    var samples: [String] = []
    var random = SeededGenerator(seed: 7)
    for path in Repository.files(below: "Tests/Fixtures/gold", ending: "_sentences.txt") {
      for line in try Repository.lines(path) {
        samples.append(line)
        let words = line.split(separator: " ").map(String.init)
        samples.append(words.shuffled(using: &random).joined(separator: " "))
        samples.append(String(line.prefix(Int.random(in: 0...line.count, using: &random))))
      }
    }
    return samples
  }

  @Test func everyWordTracesToItsSource() throws {
    let engine = try Repository.workbench().gistEngine()
    for text in try samples() {
      let bytes = Array(text.utf8)
      let gist = engine.translate(bytes, in: 0..<bytes.count)
      let traced = gist.traced(by: engine)
      let joined = traced.words.map(\.text).joined().filter { $0 != " " }
      #expect(joined == traced.text.filter { $0 != " " })
      #expect((0...1).contains(traced.confidence ?? -1))
      for word in traced.words {
        if let span = word.span {
          #expect(span.start >= 0 && span.end <= bytes.count && !span.isEmpty)
          let surface = String(validating: bytes[span.range], as: UTF8.self)
          #expect(surface != nil)
        } else {
          #expect(word.entry == "rule" && !word.rules.isEmpty)
        }
        if word.isUnknown, let span = word.span {
          let surface = String(decoding: bytes[span.range], as: UTF8.self)
          #expect(surface.lowercased() == word.text.lowercased())
        }
      }
    }
  }

  @Test func aNounThatBeginsLikeAUnitIsKeptWhole() throws {
    #expect(try english("Hai người đàn ông bị bắt.") == "Two men were arrested.")
  }

  @Test func anOrdinalStandsBeforeItsNoun() throws {
    #expect(
      try english("Xung đột bước sang tháng thứ sáu.") == "The conflict entered the sixth month.")
  }

  @Test func anOwnerMovesBehindAnIndefiniteNoun() throws {
    #expect(
      try english("Một phát ngôn viên của Moscow từ chức.") == "A spokesperson of Moscow resigned.")
    #expect(try english("Một người bạn của ông ngủ.") == "His friend slept.")
  }

  @Test func anAgeKeepsItsQualifier() throws {
    #expect(try english("Ông Nam, khoảng 40 tuổi, bị bắt.") == "Nam, about 40, was arrested.")
  }

  @Test func aTenseIsNoRelativeClause() throws {
    #expect(
      try english("Thông tin này sẽ giúp xác định nguyên nhân.")
        == "This information will help to determine the cause.")
  }

  @Test func aLetterThatIsANameIsNoArticle() throws {
    #expect(try english("Ông Nguyễn Văn A bị bắt.") == "Nguyễn Văn A was arrested.")
  }

  @Test(arguments: [
    ("Trường Tiểu học Kim Đồng mở cửa.", "Kim Đồng Primary School opened."),
    ("Cục Bản quyền thông báo.", "The copyright department announced."),
    ("Theo Nghị định số 51, thuế giảm.", "Under Decree No. 51, the tax decreased."),
    ("Quy định tại Điều 201 đã cũ.", "The regulation in Article 201 was old."),
  ])
  func aNounHeadsItsNameOrNumber(text: String, expected: String) throws {
    #expect(try english(text) == expected)
  }

  @Test func aKnownAcronymIsNoName() throws {
    #expect(
      try english("Mọi CLB đều phải thi đấu cẩn trọng.") == "All clubs had to compete cautiously.")
  }

  @Test func aFunctionWordBeginsNoName() throws {
    #expect(
      try english("Theo TS Trần Bá Việt Dũng, giá sẽ giảm.")
        == "According to Trần Bá Việt Dũng, prices will decrease.")
  }

  @Test func aForeignTitleIsKeptWhole() throws {
    #expect(
      try english("Anh xem phim No Time to Die tối qua.").contains("No Time to Die last night"))
    #expect(try english("Cô thi Got to dance tại Hà Nội.").contains("Got to dance in Hanoi"))
  }

  /// Speech stands in the present tense; a few words in marks are the writer's own.
  @Test func aFewWordsInMarksAreNoSpeech() throws {
    #expect(
      try english("Hai cầu thủ đã \"trốn đi chơi\".") == "Two players \"hid and went out\".")
    #expect(
      try english("Ông nói: \"Chúng tôi sẽ không rút quân.\"").contains("We will not withdraw"))
  }

  @Test func noArticleStandsTwice() throws {
    #expect(try !english("Phong trào trong thanh niên, sinh viên cả nước.").contains("the the"))
  }

  @Test func everyTokenIsCoveredOnce() throws {
    let engine = try Repository.workbench().gistEngine()
    for text in try samples() {
      let bytes = Array(text.utf8)
      let gist = engine.translate(bytes, in: 0..<bytes.count)
      let edges = gist.derivation.nodes.compactMap {
        $0.edge < 0 ? nil : gist.lattice.edges[$0.edge]
      }
      let covered = edges.flatMap { Array($0.start..<$0.end) }.sorted()
      #expect(covered == Array(gist.lattice.tokens.indices), "\(text)")
    }
  }

  @Test func theSameSentenceGivesTheSameEnglish() throws {
    let first = try Repository.workbench().gistEngine()
    let second = try Repository.workbench().gistEngine()
    for text in try samples() {
      let bytes = Array(text.utf8)
      #expect(
        first.translate(bytes, in: 0..<bytes.count).traced(by: first)
          == second.translate(bytes, in: 0..<bytes.count).traced(by: second))
    }
  }

  @Test func everyFigureOfASentenceStands() throws {
    let english = try english("Ngày 30/1/2022, 27 nhà ngoại giao Nga mất 1.500 USD và 3,5% lương.")
    for figure in ["30 January 2022", "27", "1,500", "3.5%"] { #expect(english.contains(figure)) }
  }

  @Test func unknownWordsStayAndAreMarked() throws {
    let text = "Ông mua một cái quyệnh."
    let engine = try Repository.workbench().gistEngine()
    let bytes = Array(text.utf8)
    let traced = engine.translate(bytes, in: 0..<bytes.count).traced(by: engine)
    #expect(traced.unknown == ["quyệnh"])
    #expect(traced.text.contains("quyệnh"))
    #expect(try #require(traced.confidence) < 1)
  }

  @Test func oddInputComesThrough() throws {
    #expect(try english("") == "")
    #expect(try english("...!?") == "...!?")
    #expect(try english("— , ; :").filter { $0 != " " } == "—,;:")
    let other = "The quick brown fox jumps over the lazy dog."
    #expect(try english(other).contains("quick brown fox"))
    #expect(try !english("🙂🙂 𠮷𠮷").isEmpty)
  }

  /// Three thousand words take no more than ten times what thirty runs of a hundred take.
  @Test func aSentenceWithoutEndIsBounded() throws {
    let engine = try Repository.workbench().gistEngine()
    let words = "ông nói rằng các nước sẽ tiếp tục đàm phán về an ninh và "
    let long = Array(String(repeating: words, count: 230).utf8)
    let short = Array(String(repeating: words, count: 7).utf8)
    let clock = ContinuousClock()
    let many = clock.measure {
      for _ in 0..<33 { _ = engine.translate(short, in: 0..<short.count) }
    }
    let one = clock.measure { #expect(!engine.translate(long, in: 0..<long.count).text.isEmpty) }
    #expect(one < many * 10)
  }
}
