import Segmentation
import TestSupport
import Testing
import TextModel
import Workflow

/// Sentences of articles that begin like furniture stay in the article, in its middle and at its end.
@Suite struct FurnitureTrapTests {
  let workbench: Workbench
  private static let head = """
    Đời sống
    Thư viện làng mở cửa trở lại sau ba năm đóng vì dột mái
    12/04/2023 08:15
    Thư viện xã Tân Lập đón những bạn đọc đầu tiên hôm 10/4, sau ba năm phải đóng cửa vì mái dột.
    Xã bỏ ra 120 triệu đồng để lợp lại mái, quét vôi và đóng thêm sáu kệ sách cho phòng đọc.
    """
  private static let end = """
    Ngày khai trương có hơn hai trăm người đến, phần lớn là học sinh của hai trường trong xã.
    Hải Ninh
    Từ khóa: thư viện, làng
    """

  init() throws { workbench = try Repository.workbench() }

  private func role(of line: String, in page: String) throws -> BlockRole? {
    let article = try workbench.articleReader().read(workbench.normalizer.normalize(page).text)
    return article.blocks.first { article.text.string($0.span) == line }?.role
  }

  @Test(arguments: [
    "Đọc thêm một trang sách, bớt được một giờ xem điện thoại, anh thủ thư tính như vậy.",
    "Bình luận về con số này, ông chủ tịch xã chỉ cười và bảo năm sau sẽ mua thêm sách.",
    "Chia sẻ với chúng tôi, bà Năm nói đã mười năm nay bà mới lại cầm một cuốn truyện.",
    "Liên hệ với trường cấp hai, thư viện mượn được bốn mươi bộ bàn ghế còn tốt.",
    "Quảng cáo trên loa xã mỗi chiều nhắc người lớn đưa con đến đọc sách.",
    "Theo dõi diễn biến mượn trả suốt một tuần, cô thủ thư thấy truyện tranh hết sớm nhất.",
    "Xem lại sổ mượn cũ, nhiều người bật cười vì chữ ký của chính mình hồi lớp ba.",
    "Trở về làng sau hai mươi năm, ông Tư mang theo ba thùng sách tặng lũ trẻ.",
    "Nghe tin thư viện mở cửa, các cháu đạp xe từ xã bên sang từ lúc sáu giờ sáng.",
    "Đánh giá cao cách làm này, phòng văn hóa huyện sẽ nhân ra bốn xã khác.",
    "Trụ sở ủy ban xã nằm ngay bên cạnh nên buổi trưa cán bộ cũng ghé vào đọc.",
    "Giấy phép xây dựng phòng đọc mới đã có, nhưng kinh phí còn thiếu một nửa.",
    "Mọi chi tiết về lịch mở cửa được viết phấn lên tấm bảng treo trước cổng.",
    "Phóng viên đã gặp ba đời thủ thư, người già nhất năm nay tám mươi mốt tuổi.",
    "Bạn đọc nhỏ tuổi nhất là cháu Bông, mới bốn tuổi, đến để xem tranh.",
  ])
  func aSentenceThatBeginsLikeFurnitureIsText(line: String) throws {
    #expect(try role(of: line, in: "\(Self.head)\n\(line)\n\(Self.end)") == .body)
    let last = Self.end.replacing("Ngày khai", with: "\(line)\nNgày khai")
    #expect(try role(of: line, in: "\(Self.head)\n\(last)") == .body)
  }

  @Test(arguments: [
    "Mọi chi tiết xin liên hệ tòa soạn qua số điện thoại ở cuối trang.",
    "Theo dõi chúng tôi trên mạng xã hội để không lỡ tin nóng nào.",
    "Bạn đang đọc bài viết Thư viện làng mở cửa trở lại tại chuyên mục Đời sống.",
  ])
  func furnitureBelowTheArticleIsNoText(line: String) throws {
    #expect(try role(of: line, in: "\(Self.head)\n\(Self.end)\n\(line)") == .widget)
  }
}
