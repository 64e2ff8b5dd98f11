import Segmentation
import TestSupport
import Testing
import TextModel
import Workflow

/// Titles of other articles with their text on the same line.
@Suite struct TeaserCutTests {
  let workbench: Workbench

  init() throws { workbench = try Repository.workbench() }

  private func parts(_ line: String) throws -> [String] {
    let article = try workbench.articleReader().read(workbench.normalizer.normalize(line).text)
    return article.blocks.map { article.text.string($0.span) }
  }

  @Test(arguments: [
    (
      "Giá khí đốt tăng gần 300%, còn điều gì tồi tệ hơn?",
      "Giá khí đốt bán buôn ở châu Âu đã tăng gần 300% trong năm qua do lượng dự trữ thấp ..."
    ),
    (
      "Diễn đàn Kịch bản Kinh tế Việt Nam 2022: Phục hồi và bứt tốc tăng trưởng",
      "Diễn đàn Kịch bản Kinh tế Việt Nam 2022 với chủ đề nói trên sẽ được tổ chức vào ..."
    ),
    (
      "Thụy Điển siết quy định nhập cư lao động",
      "Theo quy định mới, mức lương tối thiểu để xin giấy phép sẽ tăng thêm …"
    ),
  ]) func theTextOfATeaserIsABlockOfItsOwn(title: String, text: String) throws {
    #expect(try parts("| \(title) \(text) |") == ["|", title, text, "|"])
  }

  @Test(arguments: [
    "Hội Các nhà báo Việt Nam và Báo Ngày Nay tổ chức hội thảo về Từ Liêm xưa và nay.",
    "| Thụy Điển siết quy định nhập cư lao động từ Bắc Âu sang Nam Âu trong năm nay ... |",
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
