import Annotation
import Foundation
import TestSupport
import Testing
import TextModel
import Workflow

/// First and later mentions, full and short names.
@Suite struct MentionTests {
  let workbench: Workbench

  init() throws { workbench = try Repository.workbench() }

  private func annotate(_ text: String) -> AnnotatedText {
    let bytes = Array(text.utf8)
    let parts = (try? workbench.segmenter().sentences(bytes).map(\.span)) ?? []
    return workbench.annotator.annotate(bytes, parts: parts)
  }

  @Test(arguments: [
    ("Ông Nguyễn Xuân Phúc phát biểu.", "Nguyễn Xuân Phúc", "Phúc"),
    ("Ông Tập Cận Bình phát biểu.", "Xi Jinping", "Xi"),
    ("Bà Ursula von der Leyen phát biểu.", "Ursula von der Leyen", "von der Leyen"),
    ("Ông Wilbur K. Osterhaut phát biểu.", "Wilbur K. Osterhaut", "Osterhaut"),
    ("Ông Joe Biden phát biểu.", "Joe Biden", "Biden"),
    ("Ông Yoon Seok-hwan phát biểu.", "Yoon Seok-hwan", "Yoon"),
    ("Ông Kim Jong-un phát biểu.", "Kim Jong-un", "Kim"),
    ("Ông Peter Osterhaut Jr. phát biểu.", "Peter Osterhaut Jr", "Osterhaut"),
  ])
  func aPersonHasAShortName(text: String, full: String, short: String) throws {
    let person = try #require(annotate(text).annotations.first { $0.kind == .person })
    #expect(person.mention == .first && person.fullName == full && person.shortName == short)
  }

  @Test func laterMentionsKnowTheFullName() {
    let found = annotate(
      "Ông Nguyễn Xuân Phúc, Chủ tịch nước, phát biểu. Chủ tịch Phúc nói thêm. Ông Phúc về."
    ).annotations.filter { $0.kind == .person }
    #expect(found.map(\.surface) == ["Nguyễn Xuân Phúc", "Phúc", "Phúc"])
    #expect(found.map(\.mention) == [.first, .later, .later])
    #expect(found.allSatisfy { $0.fullName == "Nguyễn Xuân Phúc" && $0.shortName == "Phúc" })
  }

  @Test func aNameMayBeginWithItsParticles() {
    let found = annotate("Bà Ursula von der Leyen nói. Bà von der Leyen nói thêm.").annotations
    let persons = found.filter { $0.kind == .person }
    #expect(persons.map(\.surface) == ["Ursula von der Leyen", "von der Leyen"])
    #expect(persons.map(\.mention) == [.first, .later])
  }

  @Test func aLastNameAloneAfterATitleIsNoPersonUnlessOneWasNamed() {
    #expect(!annotate("Chủ tịch Phúc nói thêm.").annotations.contains { $0.surface == "Phúc" })
  }

  @Test func anAcronymInBracketsIsTiedToItsName() {
    let found = annotate(
      "Cơ quan Năng lượng Nguyên tử Quốc tế (IAEA) họp. IAEA ra thông cáo."
    ).annotations.filter { $0.kind == .organization }
    let full = "International Atomic Energy Agency"
    #expect(found.map(\.mention) == [.first, .later, .later])
    #expect(found.allSatisfy { $0.fullName == full && $0.shortName == "IAEA" })
    #expect(found.last?.refersTo == full)
  }

  @Test func theGlossaryTiesAnAcronymToItsName() {
    let found = annotate("Liên minh châu Âu họp. EU ra thông cáo.").annotations.filter {
      $0.kind == .organization
    }
    #expect(found.map(\.fullName) == ["European Union", "European Union"])
    #expect(found.map(\.mention) == [.first, .later])
    #expect(found.map(\.shortName) == ["EU", "EU"])
  }

  @Test func otherKindsHaveNoMention() {
    let found = annotate("Ngoại trưởng Nga họp ngày 7/12 tại Hà Nội.").annotations
    #expect(found.allSatisfy { $0.mention == nil && $0.fullName == nil && $0.shortName == nil })
  }

  /// Law: of each full name and kind exactly the first is first; all have one short name.
  @Test(arguments: 0..<40) func exactlyOneMentionIsTheFirst(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "Ông Nguyễn Xuân Phúc ", "ông Phúc ", "Tổng thống Joe Biden ", "ông Biden ", "EU ", "họp. ",
      "Liên minh châu Âu ", "NATO ", "(", ") ", "và ", "Chủ tịch Phúc ", ", ",
    ]
    let found = annotate(generator.text(of: pieces, count: 20)).annotations.filter {
      $0.kind == .person || $0.kind == .organization
    }
    for (name, mentions) in Dictionary(grouping: found, by: { "\($0.kind) \($0.fullName ?? "")" }) {
      #expect(
        mentions.map(\.mention) == [.first] + mentions.dropFirst().map { _ in .later }, "\(name)")
    }
  }
}
