import Segmentation
import TestSupport
import Testing
import Workflow

/// Where a mark shows that something new begins on the line.
@Suite struct MarkSeamTests {
  let workbench: Workbench

  init() throws { workbench = try Repository.workbench() }

  @Test(arguments: [
    ["Tàu lăn bánh từ mùa hè năm sau.", ">> Vé tàu tháng giá rẻ trên toàn quốc"],
    ["- Cơ chế tự chứng nhận xuất xứ;", "- Quy trình cấp chứng từ trên hệ thống."],
    ["2. Học sinh được lấy máy khi có việc.", "3. Giáo viên cũng cất điện thoại trong giờ."],
    ["Người dân đứng kín hai bờ để hò reo.", "8h40: Lực lượng chức năng cấm đường thủy."],
    ["[In]", "[Gửi cho bạn bè]"],
    ["Lê Vân Hoài", "#đường sắt"],
    ["Nâng cấp khu neo đậu tàu thuyền", "* Chủ động ứng phó với gió mạnh"],
    ["Sinh viên trả nhà, chuyển về ngoại ô", "© Toàn bộ bản quyền thuộc tòa soạn"],
    ["Khởi tố hai cán bộ đăng kiểm", "(PLO) -", "Cơ quan điều tra xác định hai bị can."],
  ]) func marksBeginSomethingNew(parts: [String]) throws {
    #expect(try workbench.parts(of: parts.joined()) == parts)
  }

  @Test(arguments: [
    "Chiến dịch #MeToo lan sang nhiều nước châu Á trong năm qua.",
    "Giá thuê 1.2 triệu đồng/m2 (chưa thuế) áp dụng từ quý sau.",
    "Theo điều 5 khoản 2 điểm b) của nghị định, mức phạt là 5 triệu đồng.",
    "Nhiệt độ ngoài trời trên 38°C, có nơi >> 40°C",
  ]) func textWithMarksStaysWhole(line: String) throws {
    #expect(try workbench.parts(of: line) == [line])
  }
}
