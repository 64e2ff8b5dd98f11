import Segmentation
import TestSupport
import Testing
import TextModel
import Workflow

/// Where lines of pages are cut, seen from the blocks.
@Suite struct LineCutTests {
  let workbench: Workbench

  init() throws { workbench = try Repository.workbench() }

  private func parts(_ line: String) throws -> [String] { try workbench.parts(of: line) }

  @Test(arguments: [
    ("FacebookTwitterPrintCopy Link", ["Facebook", "Twitter", "Print", "Copy Link"]),
    ("Share0Lưu", ["Share", "0", "Lưu"]),
    ("Nghe đọc bài Giọng nam Giọng nữ", ["Nghe đọc bài", "Giọng nam", "Giọng nữ"]),
    ("Trang chủ Thời sự Thế giới Văn hóa", ["Trang chủ", "Thời sự", "Thế giới", "Văn hóa"]),
    ("#đường sắt #Bắc Âu", ["#đường sắt", "#Bắc Âu"]),
    ("Từ khóa: giá vàngvàng nhẫn", ["Từ khóa:", "giá vàng", "vàng nhẫn"]),
    ("Kinh tế / Nông nghiệp", ["Kinh tế", "/", "Nông nghiệp"]),
    (
      "Thế giớiThứ tư, 8/12/2021, 09:12 (GMT+7)",
      ["Thế giới", "Thứ tư, 8/12/2021, 09:12 (GMT+7)"]
    ),
    (
      "Huỳnh Sa Rinh Thứ Ba 27/02/2024, 15:20",
      ["Huỳnh Sa Rinh", "Thứ Ba 27/02/2024, 15:20"]
    ),
    (
      "* Chủ động ứng phó với gió mạnh* Nâng cấp khu neo đậu",
      ["* Chủ động ứng phó với gió mạnh", "* Nâng cấp khu neo đậu"]
    ),
  ]) func shortLinesArePartedWhereNeighboursWereGlued(line: String, wanted: [String]) throws {
    #expect(try parts(line) == wanted)
  }

  @Test(arguments: [
    "Bộ Ngoại giao nói không bình luận về tin này và từ chối trả lời",
    "Ông nói ngày 27/2 hai bên sẽ họp lúc 15 giờ tại Hà Nội.",
    "Vietcombank và VietinBank tăng lãi suất, Techcombank giữ nguyên",
    "Người dùng iPhone và YouTube tại Việt Nam tăng mạnh trong năm nay.",
    "Giá vàng trong nước ngày 8/8: Vàng nhẫn lại lập đỉnh",
  ]) func soundLinesStayWhole(line: String) throws {
    #expect(try parts(line) == [line])
  }

  @Test func creditsLeaveTheSentencesBesideThem() throws {
    let body = "Ngày 7/12, hai bên đã hội đàm trực tuyến trong gần ba giờ về hạn ngạch đánh bắt."
    #expect(try parts("\(body) (TTXVN)") == [body, "(TTXVN)"])
    let caption = "Tàu cá neo đậu tại cảng Busan. (Ảnh: AFP)"
    #expect(try parts("\(caption) \(body)") == [caption, body])
  }

  @Test func aLongLineOfGluedControlsTakesLinearTime() throws {
    let line = String(repeating: "\"A) Ảnh: (Share0Lưu", count: 4000)
    #expect(try parts(line).joined().count > 10_000)
  }
}
