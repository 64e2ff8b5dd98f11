import Segmentation
import TestSupport
import Testing
import TextModel
import Workflow

/// Dates and times that were glued to what stands beside them.
@Suite struct DateSeamTests {
  let workbench: Workbench

  init() throws { workbench = try Repository.workbench() }

  private func parts(_ line: String) throws -> [String] { try workbench.parts(of: line) }

  @Test(arguments: [
    ("Thu Trang22/07/2024 10:45 GMT+7", ["Thu Trang", "22/07/2024 10:45 GMT+7"]),
    ("31/08/2024 14:26 GMT+7ĐẶNG HỒNG PHÚC", ["31/08/2024 14:26 GMT+7", "ĐẶNG HỒNG PHÚC"]),
    ("Diệu AnhThứ tư, 12/6/2024 15:20 (GMT+7)", ["Diệu Anh", "Thứ tư, 12/6/2024 15:20 (GMT+7)"]),
    ("4:07Nữ miền Nam", ["4:07", "Nữ miền Nam"]),
    ("Vân Khánh • 03/11/2024 21:08", ["Vân Khánh", "•", "03/11/2024 21:08"]),
  ]) func namesAndControlsLeaveTheDate(line: String, wanted: [String]) throws {
    #expect(try parts(line) == wanted)
  }

  @Test(arguments: [
    "Thứ Năm, 13/01/2022 08:47 AM", "Cập nhật lúc 22:40 ngày 14/09/2025", "19-10-2023, 9:05PM",
    "Đoàn tàu SE1 rời ga lúc 19:25 ngày 12/6/2024 với 420 hành khách",
  ]) func datesAndSentencesStayWhole(line: String) throws {
    #expect(try parts(line) == [line])
  }

  @Test func aLongLineOfDatesTakesLinearTime() throws {
    let line = String(repeating: "1/2/2024A 3:04B", count: 20_000)
    #expect(try parts(line).joined().count > 100_000)
  }
}
