import Segmentation
import TestSupport
import Testing
import TextModel
import Workflow

/// Titles of other articles with their text on the same line.
@Suite struct TeaserCutTests {
  let workbench: Workbench

  init() throws { workbench = try Repository.workbench() }

  private func parts(_ line: String) throws -> [String] { try workbench.parts(of: line) }

  @Test(arguments: [
    (
      "Giá cà phê lập đỉnh mới, nông dân nên bán lúc nào?",
      "Giá cà phê nhân xô ở Tây Nguyên đã vượt mức cao nhất trong mười năm do nguồn cung khan hiếm ..."
    ),
    (
      "Hội thảo Logistics Đồng bằng 2023: Kết nối và hội nhập",
      "Hội thảo Logistics Đồng bằng 2023 với chủ đề nói trên sẽ được khai mạc vào ..."
    ),
    (
      "Na Uy siết quy định đánh bắt cá tuyết",
      "Theo quy định mới, hạn ngạch của mỗi tàu trong mùa tới sẽ giảm thêm …"
    ),
  ]) func theTextOfATeaserIsABlockOfItsOwn(title: String, text: String) throws {
    #expect(try parts("| \(title) \(text) |") == ["|", title, text, "|"])
  }

  @Test(arguments: [
    "Hội Các nhà báo Việt Nam và Báo Ngày Nay tổ chức hội thảo về Từ Liêm xưa và nay.",
    "| Na Uy siết quy định đánh bắt cá tuyết từ Bắc Âu sang Nam Âu trong năm nay ... |",
  ]) func namesDoNotPartALine(line: String) throws {
    let inner = line.split(separator: "|").map { $0.filter { $0 != " " } }.filter { !$0.isEmpty }
    #expect(try parts(line).filter { $0 != "|" }.map { $0.filter { $0 != " " } } == inner)
  }

  @Test func aLongLineOfTeasersTakesLinearTime() throws {
    let line = String(
      repeating: "| Giá tăng? Theo một hai ba bốn năm sáu bảy tám chín mười ... ", count: 4000)
    #expect(try parts(line).joined().count > 100_000)
  }
}
