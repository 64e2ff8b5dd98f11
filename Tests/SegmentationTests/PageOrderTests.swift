import Segmentation
import TestSupport
import Testing
import TextModel
import Workflow

/// The order of a page's parts, and what breaks it.
@Suite struct PageOrderTests {
  let workbench: Workbench
  private static let headline = "Xuất khẩu rau quả sang Hàn Quốc tăng tốc nhờ chanh leo và bưởi"
  private static let lede =
    "Sáu tháng đầu năm 2024, xuất khẩu rau quả sang Hàn Quốc đạt hơn 160 triệu USD, tăng gần 60%."
  private static let body = """
    Theo Cục Bảo vệ Thực vật, nước này đã mở cửa cho bưởi tươi của Việt Nam từ cuối tháng bảy.
    Một doanh nghiệp ở Bến Tre cho biết lô bưởi đầu tiên gồm 20 tấn đã bán hết trong bốn ngày.
    """

  init() throws { workbench = try Repository.workbench() }

  private func role(of line: String, in page: String) throws -> BlockRole? {
    let article = try workbench.articleReader().read(workbench.normalizer.normalize(page).text)
    return article.blocks.first { article.text.string($0.span) == line }?.role
  }

  @Test func bylineAndDateMayStandBelowTheLede() throws {
    let page =
      "\(Self.headline)\n\(Self.lede)\nThu Trang22/07/2024 10:45 GMT+7\nBản in\n\(Self.body)"
    #expect(try role(of: Self.lede, in: page) == .lede)
    #expect(try role(of: "Thu Trang", in: page) == .credit)
    #expect(try role(of: "22/07/2024 10:45 GMT+7", in: page) == .dateline)
  }

  @Test func aHeadlineMayAsk() throws {
    let headline = "Một cổ phiếu ngành nhựa tăng trần sáu phiên liên tiếp, lãnh đạo nói gì?"
    let page = "\(headline)\n12/06/2024 20:05\n\(Self.lede)\n\(Self.body)"
    #expect(try role(of: headline, in: page) == .headline)
    #expect(try role(of: Self.lede, in: page) == .lede)
  }

  @Test func todaysDateAboveAMenuIsNotTheArticles() throws {
    let menu = "Thứ 3, 14/05/2024\nTin tức\nVăn bản\nThủ tục\nLiên hệ"
    let page = "\(menu)\n\(Self.headline)\n13/05/2024 10:15\n\(Self.lede)\n\(Self.body)"
    #expect(try role(of: "Thứ 3, 14/05/2024", in: page) == .widget)
    #expect(try role(of: "13/05/2024 10:15", in: page) == .dateline)
  }

  @Test func aTrailOfSectionsIsNoMenu() throws {
    let page = """
      English
      Giới thiệu
      Văn bản
      Sơ đồ trang
      Trang chủ > Kinh tế > Thị trường gạo
      \(Self.headline)
      \(Self.lede)
      \(Self.body)
      """
    #expect(try role(of: "Thị trường gạo", in: page) == .section)
    #expect(try role(of: Self.headline, in: page) == .headline)
  }

  @Test func titlesWithTheirDatesEndTheArticle() throws {
    let title = "Cà phê Việt xuất khẩu lập đỉnh giá 30 năm"
    let text = "Giá cà phê trên sàn London vượt 4.500 USD một tấn do lo ngại khô hạn ở Tây Nguyên."
    let page =
      "\(Self.headline)\n\(Self.lede)\n\(Self.body)\n\(title)\n14:05 12/6/2024\n\(text)"
    #expect(try role(of: title, in: page) == .teaser)
    #expect(try role(of: "14:05 12/6/2024", in: page) == .widget)
    #expect(try role(of: text, in: page) == .teaser)
  }

  @Test func theSourceBelowTheLastParagraphIsACredit() throws {
    let page =
      "\(Self.headline)\n\(Self.lede)\n\(Self.body)\nNguồn: Cục Xuất nhập khẩu\nIn bài viết"
    #expect(try role(of: "Nguồn: Cục Xuất nhập khẩu", in: page) == .credit)
  }

  @Test func controlsInBracketsAreNoLinksToArticles() throws {
    let page = "\(Self.headline)\n\(Self.lede)\n\(Self.body)\nTRƯƠNG HOÀI NAM\n[Trở về]\n[In]"
    #expect(try role(of: "TRƯƠNG HOÀI NAM", in: page) == .credit)
    #expect(try role(of: "[Trở về]", in: page) == .widget)
  }
}
