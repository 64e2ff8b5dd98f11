import Segmentation
import TestSupport
import Testing
import TextModel
import Workflow

@Suite struct ArticleTests {
  let workbench: Workbench

  init() throws { workbench = try Repository.workbench() }

  private func read(_ page: String) throws -> Article {
    try workbench.articleReader().read(workbench.normalizer.normalize(page).text)
  }

  private func roles(_ article: Article) -> [BlockRole] { article.blocks.map(\.role) }

  @Test(arguments: 0..<100) func everyVisibleCharacterStandsInOneBlock(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "Thế giới\n", "Mỹ muốn cùng Nga tiếp tục đàm phán an ninh\n",
      "Ngày 12/1, ông Price cho biết hai nước sẽ tiếp tục đàm phán trong những ngày tới.",
      "\n", " | ", "Ảnh: Reuters", "Theo Vietnam+\n", "MỹBộ trưởng", ">> Đọc thêm\n",
      "13/01/2022 15:09\n", "Bình luận (0)\n", "…", "\u{A0}",
    ]
    let article = try read(generator.text(of: pieces, count: 14))
    let blocks = article.blocks
    #expect(zip(blocks, blocks.dropFirst()).allSatisfy { $0.span.end <= $1.span.start })
    let inBlocks = blocks.map { article.text.string($0.span) }.joined().filter { !$0.isWhitespace }
    #expect(inBlocks == article.text.text.filter { !$0.isWhitespace })
    for sentence in article.sentences {
      let block = blocks[sentence.block]
      #expect(block.span.contains(sentence.span) && [.lede, .body].contains(block.role))
    }
    #expect(blocks.allSatisfy { !$0.reason.isEmpty })
  }

  @Test func gluedHeadlinesArePartedAndRelated() throws {
    let page = """
      Hội nghị an ninh khai mạc tại thủ đô
      Ngày 3/5, đại diện mười nước đã có mặt để bàn về an ninh hàng hải trong khu vực này.
      Tàu hải quân cập cảng nước ngoài lần đầu tiênHai bên ký thỏa thuận hợp tác quốc phòng mới
      Phát biểu khai mạc, ông Minh nhấn mạnh các nước cần tôn trọng luật pháp quốc tế trên biển.
      """
    let article = try read(page)
    #expect(roles(article) == [.headline, .lede, .related, .related, .body])
  }

  @Test func aLedeThatStandsTwiceIsGivenOnce() throws {
    let lede =
      "Ngày 3/5, đại diện mười nước đã có mặt để bàn về an ninh hàng hải trong khu vực này."
    let page =
      "Hội nghị an ninh khai mạc tại thủ đô\n\(lede)\nẢnh: Reuters\n\(lede)\nPhát biểu tại lễ khai mạc, ông Minh kêu gọi các nước tôn trọng luật biển."
    #expect(try read(page).sentences.count == 2)
  }

  @Test func dateLinesGiveTheTimeOfPublication() throws {
    let page =
      "Thế giới\n\nMỹ muốn cùng Nga tiếp tục đàm phán an ninh\nThứ Năm, 13/01/2022 15:09\nNgày 12/1, ông Price cho biết hai nước sẽ tiếp tục đàm phán an ninh trong những ngày tới.\nÔng nêu rõ hai bên sẵn sàng gặp lại nhau trong tháng này.\nTheo Vietnam+"
    let metadata = try read(page).metadata
    #expect(metadata.published == "2022-01-13T15:09+07:00")
    #expect(metadata.section == "Thế giới")
    #expect(metadata.headline == "Mỹ muốn cùng Nga tiếp tục đàm phán an ninh")
    #expect(metadata.outlet == "Vietnam+")
    #expect(metadata.author == nil)
  }

  @Test func aStampBeforeTheLedeIsACredit() throws {
    let page =
      "Bão số 5 vào bờ trong đêm, dân sơ tán\nTTO - Tối 19-10, tỉnh hoàn tất việc đưa hơn 12.000 dân ở các xã ven biển đến nơi an toàn trước bão.\nTheo đài khí tượng, tâm bão cách bờ biển khoảng 95 km về phía đông."
    let article = try read(page)
    #expect(article.text.string(article.blocks[1].span) == "TTO -")
    #expect(roles(article) == [.headline, .credit, .lede, .body])
    #expect(article.metadata.outlet == "Tuổi Trẻ Online")
  }
}
