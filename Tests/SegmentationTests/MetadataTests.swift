import Segmentation
import TestSupport
import Testing
import TextModel
import Workflow

@Suite struct MetadataTests {
  let workbench: Workbench

  init() throws { workbench = try Repository.workbench() }

  private func metadata(date: String = "13/01/2022 15:09", end: String) throws -> ArticleMetadata {
    let page = """
      Mỹ muốn cùng Nga tiếp tục đàm phán an ninh
      \(date)
      Ngày 12/1, ông Price cho biết hai nước sẽ tiếp tục đàm phán an ninh trong những ngày tới.
      Ông nêu rõ hai bên sẵn sàng gặp lại nhau ngay trong tháng này để bàn thêm.
      \(end)
      """
    return try workbench.articleReader().read(workbench.normalizer.normalize(page).text).metadata
  }

  @Test(
    arguments: [
      ("Nguyễn Văn An (TTXVN)", "Nguyễn Văn An", "TTXVN"),
      ("Thanh Danh (Theo Reuters, AP)", "Thanh Danh", "Reuters"),
      ("Thực hiện: NGUYỄN HỮU KIÊN", "NGUYỄN HỮU KIÊN", nil),
      ("Theo Reuters", nil, "Reuters"),
      ("PV", "PV", nil),
    ] as [(String, String?, String?)]) func bylinesGiveAuthorAndAgency(
      line: String, author: String?, agency: String?
    ) throws
  {
    let found = try metadata(end: line)
    #expect(found.author == author)
    #expect(found.agency == agency)
  }

  @Test func aPersonWithTheOutletIsTheAuthor() throws {
    let found = try metadata(end: "Theo Bảo Anh/VOV.VN")
    #expect(found.author == "Bảo Anh")
    #expect(found.outlet == "VOV")
  }

  @Test(arguments: [
    ("Thứ tư, 8/12/2021, 09:12 (GMT+7)", "2021-12-08T09:12+07:00"),
    ("14:05, 12/03/2024", "2024-03-12T14:05+07:00"),
    ("08:05 | 28/08/2025", "2025-08-28T08:05+07:00"),
    ("Ngày 17 tháng 10 năm 2024", "2024-10-17"),
    ("19-10-2023, 9:05 PM", "2023-10-19T21:05+07:00"),
    ("02/04/2025 19:20 GMT+9", "2025-04-02T19:20+09:00"),
  ]) func datesKeepThePrecisionOfThePage(line: String, wanted: String) throws {
    #expect(try metadata(date: line, end: "PV").published == wanted)
  }

  @Test func aStampThatNoListKnowsNamesTheOutlet() throws {
    let page =
      "(Baoquangngai.vn)- Sau gần ba ngày mất liên lạc, tàu cá cùng 9 lao động đã được đưa về cảng an toàn.\nTin từ Bộ đội Biên phòng tỉnh cho biết, trưa 16/12, một tàu bạn phát hiện tàu gặp nạn."
    let article = try workbench.articleReader().read(workbench.normalizer.normalize(page).text)
    #expect(article.metadata.outlet == "Baoquangngai.vn")
    #expect(article.blocks.first?.role == .credit)
  }
}
