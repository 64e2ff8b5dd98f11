import Segmentation
import TestSupport
import Testing
import TextModel
import Workflow

/// Boxes of a page, which say of short lines what they are.
@Suite struct BoxTests {
  let workbench: Workbench
  private static let head = """
    Thời sự
    Đại biểu đề nghị luật hóa quyền ngắt kết nối sau giờ làm
    Sáng 25/11, nhiều đại biểu đề nghị bổ sung quy định người lao động được từ chối tin nhắn.
    Theo khảo sát được dẫn ra, 64% người lao động trả lời tin nhắn công việc sau 21 giờ.
    """
  private static let end =
    "Cơ quan soạn thảo đề nghị giao Chính phủ quy định chi tiết trong nghị định hướng dẫn."

  init() throws { workbench = try Repository.workbench() }

  private func role(of line: String, in page: String) throws -> BlockRole? {
    let article = try workbench.articleReader().read(workbench.normalizer.normalize(page).text)
    return article.blocks.first { article.text.string($0.span) == line }?.role
  }

  @Test func aPollIsNoPartOfTheArticle() throws {
    let page =
      "\(Self.head)\nBạn có trả lời tin nhắn sau giờ làm?\nCó\nKhông\nBình chọn\n\(Self.end)"
    for line in ["Bạn có trả lời tin nhắn sau giờ làm?", "Có", "Không"] {
      #expect(try role(of: line, in: page) == .widget)
    }
  }

  @Test func commentsBelowTheirHeadingAreWidgets() throws {
    let comment = "Công ty tôi nhắn việc lúc 23h là chuyện thường, mong luật sớm được ban hành."
    let page = "\(Self.head)\n\(Self.end)\nBình luận (1)\nHoàng Nam\n\(comment)"
    #expect(try role(of: comment, in: page) == .widget)
    #expect(try role(of: "Hoàng Nam", in: page) == .widget)
  }

  @Test func wordsOfTheArticleInLargeLettersAreAPullQuote() throws {
    let quote = "64% người lao động trả lời tin nhắn công việc"
    #expect(try role(of: quote, in: "\(Self.head)\n\(quote)\n\(Self.end)") == .widget)
  }

  @Test func aLineThatFollowsAPictureIsItsCaption() throws {
    let caption = "Đại biểu Lò Thị Mai phát biểu tại hội trường sáng nay."
    let title = "Đại biểu đề nghị luật hóa quyền ngắt kết nối sau giờ làm"
    let page = "\(Self.head)\n\(title) ảnh 1\n\(caption)\n\(Self.end)"
    #expect(try role(of: caption, in: page) == .caption)
  }
}
