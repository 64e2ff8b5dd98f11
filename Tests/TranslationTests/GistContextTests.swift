import TestSupport
import Testing
import TextModel

@testable import Translation
@testable import Workflow

@Suite struct GistContextTests {
  /// The English of sentences that are one text, each on its line.
  private func english(_ sentences: [String]) throws -> [String] {
    let engine = try Repository.workbench().gistEngine()
    var context = GistContext()
    return sentences.map {
      let bytes = Array($0.utf8)
      return engine.translate(bytes, in: 0..<bytes.count, published: nil, context: &context).text
    }
  }

  @Test func aNameKeepsThePronounOfItsTitle() throws {
    let later = "Smith nói sẽ gặp tổng thống."
    #expect(
      try english(["Bà Anna Smith đến Hà Nội.", later])[1]
        == "Smith said that she would meet the president.")
    #expect(
      try english(["Ông John Smith đến Hà Nội.", later])[1]
        == "Smith said that he would meet the president.")
    #expect(try english([later])[0] == "Smith said that they would meet the president.")
  }

  @Test func aSenseOfASubjectHoldsInItsText() throws {
    let legal = [
      "Bị cáo kháng cáo bản án sơ thẩm.", "Viện kiểm sát truy tố bị can.",
      "Luật sư bào chữa cho bị cáo tại phiên tòa phúc thẩm.", "Thực thể này rất nhỏ.",
    ]
    #expect(try english(legal).last == "This feature was very small.")
    #expect(try english(["Thực thể này rất nhỏ."]) == ["This entity was very small."])
  }

  @Test func aQuotationGoesOnInTheNextSentence() throws {
    #expect(
      try english(["Ông nói: \"Tôi sống ở Anh.", "Tôi yêu Anh.\"", "Ông ngủ."])
        == ["He said: \"I live in the UK.", "I love the UK.\"", "He slept."])
  }

  @Test func aCountryNamedBeforeChoosesTheSense() throws {
    let engine = try Repository.workbench().gistEngine()
    var context = GistContext()
    for (text, country) in [("Ông đến Mỹ.", "US"), ("Ông ngủ.", "US"), ("Ông đến Pháp.", "FR")] {
      let bytes = Array(text.utf8)
      _ = engine.translate(bytes, in: 0..<bytes.count, published: nil, context: &context)
      #expect(context.country == country)
    }
  }

  /// Law: what the sentences before say is a function of the Vietnamese alone, so English that is taken
  /// from a memory or an earlier run leaves the other sentences as they are.
  @Test func aSentenceReadAloneLeavesTheNextAsItIs() throws {
    let text = "Bà Anna Smith đến Hà Nội. Smith nói sẽ gặp tổng thống."
    let bytes = Array(text.utf8)
    let workbench = try Repository.workbench()
    let spans = try workbench.segmenter().sentences(bytes).map(\.span)
    let plain = SentenceTranslator(workbench, memory: MemoryBook())
    let unit = MemoryUnit(
      vi: "Bà Anna Smith đến Hà Nội.", en: "Anna Smith came to Hanoi.", isApproved: true)
    let remembering = SentenceTranslator(workbench, memory: MemoryBook([unit]))
    var (first, second, third) = (GistContext(), GistContext(), GistContext())
    let translated = spans.map {
      plain.translate(bytes, in: $0, published: nil, context: &first).text
    }
    let remembered = spans.map {
      remembering.translate(bytes, in: $0, published: nil, context: &second).text
    }
    plain.read(bytes, in: spans[0], published: nil, context: &third)
    let known = plain.translate(bytes, in: spans[1], published: nil, context: &third).text
    #expect(remembered[0] == "Anna Smith came to Hanoi.")
    #expect(translated[1] == remembered[1] && translated[1] == known)
  }
}
