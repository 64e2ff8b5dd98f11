import Segmentation
import TestSupport
import Testing
import Workflow

/// Neighbours that only a space parts.
@Suite struct SpacedCutTests {
  let workbench: Workbench

  init() throws { workbench = try Repository.workbench() }

  private let text = """
    Xe tải chở gạch phanh gấp khi thấy vật lạ giữa đường, ba xe phía sau không kịp tránh.
    Ba người bị thương nhẹ được đưa vào bệnh viện huyện trong buổi sáng cùng ngày.
    Đến trưa, hiện trường được giải tỏa và xe cộ lưu thông trở lại bình thường.

    """

  @Test(arguments: [
    ["Thời sự", "Cao tốc cửa ngõ phía đông ùn tắc sau va chạm"],
    [
      "Đồng Nai",
      "Những chiếc xe tải đâm nối đuôi khiến dòng xe đứng yên gần ba tiếng, sáng nay.",
    ],
    ["Cao tốc ùn tắc 8 km sau va chạm liên hoàn", "Thứ năm, 7/3/2024, 10:20 (GMT+7)"],
  ]) func headsOfPagesAreParted(parts: [String]) throws {
    let page = parts.joined(separator: " ") + "\n" + text
    #expect(try workbench.parts(of: page).prefix(parts.count) == parts[...])
  }

  @Test(arguments: [
    ["TIN LIÊN QUAN", "Uống đủ nước có giúp giảm đau khớp"],
    ["Tin liên quan", "Uống đủ nước giúp giảm đau khớp"],
    ["12 phút trước", "Lũ quét ở vùng núi làm 14 người mất tích"],
    ["Lũ quét ở vùng núi làm nhiều người mất tích", "40 phút trước"],
    ["Bài và ảnh: Hà Lê Vân", "Từ khóa:"],
  ]) func rowsBelowTheTextAreParted(parts: [String]) throws {
    let found = try workbench.parts(of: text + parts.joined(separator: " ") + "\nĐọc nhiều")
    #expect(found.dropFirst(3).prefix(parts.count) == parts[...])
  }

  @Test(arguments: [
    "Kinh tế Việt Nam tăng trưởng nhanh hơn dự báo của các tổ chức",
    "Giáo dục Đại học Việt Nam trước yêu cầu tự chủ toàn diện",
    "Tiêu điểm Hà Nội trong tuần là giá đất và đường sắt đô thị",
  ]) func headlinesStayWhole(line: String) throws {
    #expect(try workbench.parts(of: line + "\n" + text).first == line)
  }

  @Test func aPhotosCreditIsPartedFromTheSentenceBehindIt() throws {
    let caption = "Đầu xe tải biến dạng sau cú tông ở km 21. Ảnh: Tường Vân"
    let body = "Theo cảnh sát giao thông, ba người bị thương nhẹ được đưa vào bệnh viện huyện."
    #expect(try workbench.parts(of: text + caption + " " + body).suffix(2) == [caption, body])
  }
}
