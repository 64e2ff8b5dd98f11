import Summarization
import TestSupport
import Testing
import TextModel
import Workflow

/// Documents given as plain text, topics in either language, and stories in briefs.
@Suite struct PlainDocumentTests {
  let workbench: Workbench

  init() throws { workbench = try Repository.workbench() }

  private func document(_ text: String, lead: String? = nil, takesLede: Bool = false) throws
    -> PlainDocument
  {
    try PlainDocument(
      title: "Tin", lead: lead, text: text, published: nil, workbench: workbench,
      segmenter: try workbench.segmenter(), takesLede: takesLede)
  }

  @Test func countsAreOfWhiteSpaceAndOfRuns() throws {
    let own = try document("Ngày 23/10, giá là 1.250 đồng.").document.sentences[0]
    #expect(own.words == 6 && own.syllables == 8 && own.keys.count == 8)
    #expect(own.characters == 30 && own.figures == 2)
  }

  @Test func phrasesAreWordsOfTheSentence() throws {
    let own = try document("Ngày 23/10, giá là 1.250 đồng.")
    let candidate = Candidate(
      document: 0, sentence: 1, score: 0, parts: [], reason: "", phrases: [1..<4, 5..<7])
    #expect(workbench.phrases(of: candidate, in: own) == ["23/10, giá", "1.250"])
  }

  @Test(arguments: [
    ("Theo đó, giá sẽ tăng.", "Theo đó", true), ("Ông nói thêm rằng giá tăng.", "Ông", true),
    ("Trong khi đó, giá tăng.", "Trong khi đó", true), ("Tuy nhiên, giá tăng.", "Tuy nhiên", false),
  ])
  func openingsThatPointBackAreSeen(text: String, opening: String, needs: Bool) throws {
    let own = try document(text).document.sentences[0]
    #expect(own.pointsBack == opening && own.needsAntecedent == needs)
  }

  @Test(arguments: ["Ông Putin nói giá tăng.", "Giá theo đó mà tăng.", "Bà Rịa có mưa to."])
  func otherOpeningsPointNowhere(text: String) throws {
    #expect(try document(text).document.sentences[0].pointsBack == nil)
  }

  @Test func aLedeIsASentenceOnlyWhereItMayBeChosen() throws {
    let text = "Câu một nói về giá gạo trong nước."
    #expect(try document(text, lead: "Giá gạo tăng.").document.sentences.count == 1)
    let candidate = try document(text, lead: "Giá gạo tăng.", takesLede: true)
    #expect(candidate.document.sentences.map(\.ordinal) == [0, 1])
    #expect(candidate.string(0) == "Giá gạo tăng." && candidate.string(1) == text)
    let alone = try document("", lead: "Giá gạo tăng.")
    #expect(alone.document.sentences.count == 1 && alone.string(0) == "Giá gạo tăng.")
  }

  @Test func aConceptIsFoundInEitherLanguage() {
    let vietnamese = workbench.concept("an ninh năng lượng")
    let english = workbench.concept("energy security")
    #expect(vietnamese.spellings.contains(workbench.keys(Array("an ninh năng lượng".utf8))))
    #expect(english.spellings.contains(workbench.keys(Array("an ninh năng lượng".utf8))))
  }

  private func set(_ pages: [(String, String)]) throws -> [ArticleWork] {
    let reader = try workbench.articleReader()
    return try pages.map { name, page in
      let bytes = Array(page.utf8)
      let source = SourceDocument(id: Digest.sha256(bytes), origin: name, bytes: bytes)
      return try workbench.work(on: source, recipe: Recipe(), reader: reader)
    }
  }

  private static let story = """
    Biểu tình lớn ở Campuchia

    23/10/2013 08:00

    Đảng Cứu quốc Campuchia tổ chức biểu tình ở thủ đô Phnom Penh từ sáng thứ tư tuần này.

    Khoảng 5.000 người đã diễu hành ở trung tâm thủ đô Phnom Penh theo Đảng Cứu quốc Campuchia. Nhà chức trách Campuchia triển khai cảnh sát chống bạo động ở thủ đô. Đảng đối lập đòi điều tra kết quả bầu cử quốc hội hồi tháng bảy.
    """

  @Test func aStoryMarksReprintsSharedPointsAndFiguresThatDiffer() throws {
    let other =
      Self.story.replacing("Khoảng 5.000 người", with: "Khoảng 8.000 người")
      .replacing("08:00", with: "10:00").replacing("Biểu tình lớn", with: "Lại biểu tình")
      + " Liên Hợp Quốc kêu gọi các bên kiềm chế và tiếp tục đối thoại trong những ngày tới đây. "
      + "Nhiều nước cử đại sứ đến quan sát và gửi kháng nghị đến chính phủ tại văn phòng ở thủ đô."
    let works = try set([("a.txt", Self.story), ("b.txt", Self.story + "\n"), ("c.txt", other)])
    let brief = try BriefMaker(workbench, recipe: Recipe()).brief(works, failures: [])
    let story = try #require(brief.stories.first)
    #expect(brief.stories.count == 1 && story.articles.count == 3)
    #expect(story.reprints.count == 1)
    #expect(story.points.contains { !$0.alsoIn.isEmpty })
    #expect(story.points.contains { $0.alsoIn.isEmpty })
    #expect(
      story.conflicts.contains {
        $0.first.figure.contains("5.000") && $0.second.figure.contains("8.000")
      })
  }
}
