import Segmentation
import TestSupport
import Testing
import TextModel
import Workflow

/// Tags on one line with spaces between them.
@Suite struct TagRowTests {
  let workbench: Workbench

  init() throws { workbench = try Repository.workbench() }

  /// The parts of a row below an article.
  private func parts(_ row: String, label: String? = nil) throws -> [String] {
    let page = [
      "Phường Hòa Lạc đổi tên ba con đường ven kênh Tẻ trong tháng tới.",
      "Việc đổi tên đường do người dân phường Hòa Lạc đề nghị, bà Lò Thị Nhạn nói về kênh Tẻ sáng nay.",
      "Theo bà Lò Thị Nhạn, giấy tờ nhà đất cũ vẫn còn giá trị cho tới khi được thay.",
    ]
    let lines = page + [label, row].compactMap { $0 } + ["Bình luận"]
    return try workbench.parts(of: lines.joined(separator: "\n")).dropFirst(page.count).dropLast()
      .map { $0 }
  }

  @Test(arguments: [
    (
      "đổi tên đường giấy tờ nhà đất phường Hòa Lạc",
      ["đổi tên đường", "giấy tờ nhà đất", "phường Hòa Lạc"]
    ),
    ("kênh Tẻ phường Hòa Lạc giấy tờ", ["kênh Tẻ", "phường Hòa Lạc", "giấy tờ"]),
    ("Lò Thị Nhạn đổi tên đường giấy tờ", ["Lò Thị Nhạn", "đổi tên đường", "giấy tờ"]),
  ]) func phrasesOfTheArticleAreParted(row: String, wanted: [String]) throws {
    #expect(try parts(row) == wanted)
  }

  @Test func whatTheArticleDoesNotHaveStaysWithItsNeighbour() throws {
    #expect(try parts("đổi tên đường ven biển") == ["đổi tên đường ven biển"])
  }

  @Test func aLabelledRowMayBeginWithAnyCapital() throws {
    #expect(
      try parts("Giấy tờ nhà đất kênh Tẻ", label: "Từ khóa:")
        == ["Từ khóa:", "Giấy tờ nhà đất", "kênh Tẻ"])
  }

  @Test(arguments: [
    "Phường Hòa Lạc xin ý kiến về giấy tờ nhà đất",
    "Bà Lò Thị Nhạn nhận nhiệm vụ mới từ đầu tháng sau",
  ]) func titlesBelowStayWhole(title: String) throws {
    #expect(try parts(title) == [title])
  }

  @Test func linesThatWereBrokenByWidthAreNoTags() throws {
    let lines = [
      "Phường Hòa Lạc cho biết sẽ đổi tên ba", "con đường ven kênh Tẻ trong tháng tới để",
      "người dân giao dịch giấy tờ nhà đất dễ", "hơn so với hiện nay khi mỗi tên đường đều",
      "có đến hai hoặc ba nhà cùng một số ven kênh.",
    ]
    #expect(try workbench.parts(of: lines.joined(separator: "\n")) == lines)
  }

  @Test func aLongRowTakesLinearTime() throws {
    let row = String(repeating: "đổi tên đường kênh Tẻ ", count: 20_000)
    #expect(try parts(row).joined().count > 100_000)
  }
}
