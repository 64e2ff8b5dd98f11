import Annotation
import Foundation
import TestSupport
import Testing
import TextModel
import Workflow

/// What is matched, and what is not.
@Suite struct MatchingTests {
  let workbench: Workbench

  init() throws { workbench = try Repository.workbench() }

  private func annotate(_ sentences: [String], by annotator: Annotator? = nil) -> AnnotatedText {
    let bytes = Array(sentences.joined().utf8)
    var parts: [TextSpan] = []
    for sentence in sentences {
      let start = parts.last?.end ?? 0
      parts.append(TextSpan(start, start + sentence.utf8.count))
    }
    return (annotator ?? workbench.annotator).annotate(bytes, parts: parts)
  }

  private func annotator(_ rows: String) throws -> Annotator {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(
      "matching-\(UUID().uuidString).tsv")
    defer { try? FileManager.default.removeItem(at: path) }
    try Data("vi\ttag\ten\tvariants\n\(rows)\n".utf8).write(to: path)
    return Workbench(
      language: workbench.language, glossaries: try GlossarySet(folder: nil, files: [path.path])
    ).annotator
  }

  @Test(arguments: ["ủy ban lâm thời điều phối", "ủy ban điều phối", "UBĐP"])
  func variantsAcronymsAndWordsLeftOutAreOneEntry(surface: String) throws {
    let annotator = try annotator(
      "ủy ban điều phối\tN\tcoordination committee\tủy ban [lâm thời] điều phối|UBĐP")
    let found = annotate(["Họ lập \(surface) hôm nay."], by: annotator).annotations
    #expect(found.first { $0.kind == .term }?.surface == surface)
    #expect(found.first { $0.kind == .term }?.target == "coordination committee")
  }

  @Test(arguments: [
    "Tổ chức Y tế Thế giới", "tổ chức Y tế thế giới", "Tổ Chức Y Tế Thế Giới",
    "tổ chức y tế thế giới",
  ])
  func aLongNameOfABodyNeedsNoCapitals(surface: String) {
    let found = annotate(["Theo \(surface), dịch đã qua."]).annotations
    #expect(found.first { $0.surface == surface }?.target == "World Health Organization")
  }

  @Test func aShortAcronymNeedsAllItsCapitals() {
    #expect(annotate(["Họ theo IS từ lâu."]).annotations.contains { $0.target == "Islamic State" })
    #expect(!annotate(["Theo Al-Moualem, đã xong."]).annotations.contains { $0.surface == "Al" })
  }

  @Test func aCapitalInsideASentenceIsNoHonorific() {
    let found = annotate(["Họ gặp cựu Ngoại trưởng Anh Boris Johnson."]).annotations
    #expect(found.contains { $0.target == "former British Foreign Secretary" })
    #expect(annotate(["Anh Nam đã đến."]).annotations.first?.target == "Mr.")
  }

  @Test func nothingMatchesAcrossABoundary() {
    let joined = annotate(["Họ bàn về an ninh mạng."]).annotations
    #expect(joined.contains { $0.surface == "an ninh mạng" })
    let parted = annotate(["Họ bàn về an ninh", " mạng lưới."]).annotations
    #expect(parted.contains { $0.surface == "an ninh" })
    #expect(parted.allSatisfy { !$0.surface.contains("ninh mạng") })
  }

  @Test func theLongestSensibleTermIsTaken() {
    let found = annotate(["Tổng thư ký Liên Hợp Quốc họp."]).annotations
    #expect(found.map(\.surface).contains("Tổng thư ký Liên Hợp Quốc"))
  }

  @Test func unknownContentWordsAreReported() {
    let text = "Họ bàn về xyzton và quốc gia."
    let bytes = Array(text.utf8)
    #expect(
      annotate([text]).unknowns.map { String(decoding: bytes[$0.range], as: UTF8.self) }
        == ["xyzton"])
  }

  @Test func thePolicyOfFirstMentionsCountsConcepts() {
    let found = annotate(["Liên minh châu Âu họp. EU họp. Nga họp. Nga họp. Ngày 7/12, 7/12."])
    let first = found.annotations(.first).map(\.surface)
    #expect(first.filter { $0 == "EU" }.isEmpty && first.filter { $0 == "Nga" }.count == 1)
    #expect(found.annotations(.every) == found.annotations)
  }

  /// Law: a text means the same however its letters are composed and its tones placed.
  @Test(arguments: [
    "hòa bình", "hoà bình", "Hòa bình", "hòa bình".decomposedStringWithCanonicalMapping,
  ])
  func spellingsOfOneWordMeet(surface: String) throws {
    let text = workbench.normalizer.normalize(surface).text.text
    #expect(annotate(["Họ muốn \(text) ngay."]).annotations.contains { $0.target == "peace" })
  }
}
