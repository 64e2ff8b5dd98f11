import Segmentation
import TestSupport
import Testing
import TextModel
import Workflow

/// Where the article ends, and what of it looks like something else.
@Suite struct ArticleEndTests {
  let workbench: Workbench
  private static let head = """
    Kinh tế
    Nước mặn về sớm, nông dân miền biển đắp đập giữ ruộng lúa
    17/04/2019 09:30
    Mùa khô năm nay nước biển tiến sâu vào các nhánh sông sớm hơn thường lệ gần một tháng.
    """
  private static let text =
    "Nhiều xã đã đắp đập tạm từ đầu tháng hai, mỗi nhà góp ba ngày công và hai bao tải cát."

  init() throws { workbench = try Repository.workbench() }

  private func roles(_ page: String) throws -> [String: BlockRole] {
    let article = try workbench.articleReader().read(workbench.normalizer.normalize(page).text)
    return Dictionary(
      article.blocks.map { (article.text.string($0.span), $0.role) }, uniquingKeysWith: { $1 })
  }

  @Test func aControlOverTheArticleOpensNoComments() throws {
    let turns = [
      "Lan Chi: Thưa ông, bà con nói rằng năm nay nước mặn về sớm, có đúng không ạ?",
      "Kỹ sư Lê Tấn: Dạ đúng. Chưa tới Tết mà máy đo ở cống đã chỉ bốn phần ngàn.",
      "Lan Chi: Lúa chịu được tới mức nào?",
      "Kỹ sư Lê Tấn: Lúa đang đòng mà gặp ba phần ngàn trong một tuần là lép hết.",
      "Lan Chi: Vậy người dân đối phó ra sao, thưa ông?",
      "Kỹ sư Lê Tấn: Trước hết là đắp đập tạm. Rồi mua nước ngọt chở bằng ghe.",
    ]
    let page =
      "\(Self.head)\nÝ kiến của bạn\nIn trang này\n\(turns.joined(separator: "\n"))\nÝ kiến (1)"
    let roles = try roles(page)
    for turn in turns { #expect(roles[turn] == .body, "\(turn)") }
  }

  @Test func theArticleGoesOnBelowLinks() throws {
    let rest = ["2. Chữa từ người nghe", Self.text, Self.end, Self.last]
    let page =
      "\(Self.head)\n\(Self.first)\nTin liên quan\nHọp bàn chuyện giữ nước cho vụ hè thu"
      + "\nThêm hai cống ngăn mặn sắp xây xong ở cửa sông\n\(rest.joined(separator: "\n"))\nMinh Thu"
    let roles = try roles(page)
    for line in rest { #expect(roles[line] == .body, "\(line)") }
    #expect(roles["Minh Thu"] == .credit)
  }
  private static let first =
    "Ở cống Vàm, máy đo đã chỉ bốn phần ngàn trước Tết, điều mười năm nay chưa từng có."
  private static let end =
    "Ở xã bên, máy bơm chạy cả đêm để kịp con nước ngọt cuối cùng. Sáng ra ruộng mới se mặt."
  private static let last =
    "Kỹ sư của huyện cho rằng phải chia lại mùa vụ. Năm sau có thể bỏ hẳn lúa vụ ba."

  @Test func rowsOfFiguresAndLineUpsAreText() throws {
    let rows = [
      "Than Quảng Ninh (4-4-2): Tiến Lộc; Văn Bách, Hữu Tâm, Đức Cường; Xuân Nghĩa, Bá Tùng",
      "11 Sút bóng 9", "5 Trúng đích 3", "48% Kiểm soát bóng 52%",
    ]
    let page =
      "\(Self.head)\n\(Self.text)\n\(rows.joined(separator: "\n"))\nHải Đăng\nTIN LIÊN QUAN"
    let roles = try roles(page)
    for row in rows { #expect(roles[row] == .body, "\(row)") }
    #expect(roles["Hải Đăng"] == .credit)
  }

  @Test func aListBelowAColonIsText() throws {
    let items = ["Trứng luộc", "Sữa chua không đường", "Yến mạch", "Đậu phụ"]
    let page =
      "\(Self.head)\nBữa sáng nên có:\n\(items.joined(separator: "\n"))\n\(Self.text)\n\(Self.last)"
    let roles = try roles(page)
    for item in items { #expect(roles[item] == .body, "\(item)") }
  }

  @Test func aPlainSentenceAloneIsACaption() throws {
    let caption = "Nông dân xã An Phú đắp đập tạm bên bờ kênh."
    let told = "Xã chưa có tiền để xây cống mới."
    let page = "\(Self.head)\n\(Self.text)\n\(caption)\n\(Self.end)\n\(told)\n\(Self.last)"
    let roles = try roles(page)
    #expect(roles[caption] == .caption)
    #expect(roles[told] == .body)
  }

  @Test func aSectionOnItsOwnLineBelowAMenuIsTheArticles() throws {
    let page =
      "Trang nhấtXã hộiThế giớiKinh doanhVăn hóaThể thaoPháp luật\nThế giới"
      + "\nThứ năm, 5/10/2006, 10:15 GMT+7\nE-mail\nVỡ đập ở miền bắc, hơn ba nghìn người sơ tán trong đêm\n\(Self.text)\n\(Self.end)"
    let article = try workbench.articleReader().read(workbench.normalizer.normalize(page).text)
    #expect(article.metadata.section == "Thế giới")
  }

  @Test func whatStandsBelowTheImprintIsNoArticle() throws {
    let lines = [
      "Cơ quan chủ quản: Hội Nông dân", "Số 9 đường Hùng Vương, phường An Hội",
      "ĐT 0275.3822317 và 0275.3827635",
    ]
    let page =
      "\(Self.head)\n\(Self.text)\n\(Self.last)\nTin khác\nGiá dừa khô tăng trở lại sau hai tháng\n\(lines.joined(separator: "\n"))"
    let roles = try roles(page)
    for line in lines { #expect(roles[line] == .widget, "\(line)") }
  }
}
