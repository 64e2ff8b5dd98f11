import Annotation
import Foundation
import TestSupport
import Testing
import TextModel
import Workflow

/// Which sense is taken, and why.
@Suite struct SenseTests {
  let workbench: Workbench

  init() throws { workbench = try Repository.workbench() }

  private func find(_ surface: String, in text: String) throws -> Annotation {
    let bytes = Array(text.utf8)
    let found = workbench.annotator.annotate(bytes, parts: [TextSpan(0, bytes.count)]).annotations
    return try #require(found.first { $0.surface == surface }, "\(found.map(\.surface))")
  }

  @Test(arguments: [
    ("hành động", "Phương Tây hối thúc Nga hành động ngay.", "act"),
    ("đề xuất", "Các văn kiện mà Nga đề xuất đã cũ.", "propose"),
  ])
  func thePartOfSpeechDecides(surface: String, text: String, english: String) throws {
    let found = try find(surface, in: text)
    #expect(found.target == english)
    #expect(found.evidence == "read as a part of speech: verb")
  }

  /// `#` in a condition is a number in digits.
  @Test func aNumberDecides() throws {
    let law = try find("Điều", in: "Theo Điều 201 của Bộ luật, họ bị phạt.")
    #expect(law.target == "article" && law.evidence == "before '#'")
  }

  @Test(arguments: [
    ("nỗ lực", "Họ họp trong nỗ lực khôi phục quan hệ.", "effort"),
    ("Phát biểu", "Phát biểu của ông Peskov gây chú ý.", "remarks"),
  ])
  func aVerbWithoutASubjectIsNotBelieved(surface: String, text: String, english: String) throws {
    let found = try find(surface, in: text)
    #expect(found.target == english, "\(found)")
  }

  @Test func aConditionBeatsThePartOfSpeech() throws {
    let found = try find("Ngoại trưởng Mỹ", in: "Theo Ngoại trưởng Mỹ, hai bên sẽ họp.")
    #expect(found.target == "US Secretary of State")
    #expect(found.evidence == "followed by the country US")
  }

  /// Law: without a classifier nothing is said of parts of speech.
  @Test func anAnnotatorWithoutClassifierHasNoSuchEvidence() throws {
    let bench = workbench
    let annotator = Annotator(
      index: bench.glossaries.index(bench.language.table), tables: bench.language.annotatorTables,
      table: bench.language.table)
    let bytes = Array("Chính phủ quyết định tăng thuế.".utf8)
    let found = annotator.annotate(bytes, parts: [TextSpan(0, bytes.count)]).annotations
    #expect(found.allSatisfy { $0.evidence?.contains("part of speech") != true })
  }
}
