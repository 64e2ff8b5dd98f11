import Segmentation
import TestSupport
import Testing
import TextModel
import Vietnamese
import Workflow

/// What stands at the edges of sentences, as seen in plain texts of the press.
@Suite struct SentenceEdgesTests {
  let workbench: Workbench

  init() throws { workbench = try Repository.workbench() }

  private func edges(_ text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    let pieces = try workbench.segmenter().sentences(bytes)
    let tokenizer = Tokenizer(workbench.language.table)
    let tokens = pieces.map { tokenizer.tokens(bytes, in: $0.span.range) }
    let edges = workbench.language.sentenceEdges.edges(of: pieces, tokens: tokens, in: bytes)
    for (edge, piece) in zip(edges, pieces) { #expect(piece.span.contains(edge.span)) }
    return edges.filter { $0.furniture == nil }.map {
      String(decoding: bytes[$0.span.range], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("TTO - Sáng nay trời mưa to.", "Sáng nay trời mưa to."),
    ("(Dân trí) - Sáng nay trời mưa to.", "Sáng nay trời mưa to."),
    ("VOV.VN - Sáng nay trời mưa to.", "Sáng nay trời mưa to."),
    ("Người dân đi chợ - Ảnh: AFP Theo hãng tin này, trời mưa.", "Theo hãng tin này, trời mưa."),
    ("Chợ quê (Ảnh: Đỗ Tuấn Anh) Tại cuộc họp, ông nói.", "Tại cuộc họp, ông nói."),
    ("Chợ quê (Ảnh: Quang Nhựt/TTXVN) Tại cuộc họp, ông nói.", "Tại cuộc họp, ông nói."),
    ("Chợ quê - Ảnh: Sỹ Bình Theo đó, trời mưa.", "Theo đó, trời mưa."),
    ("(Nguồn DPA) Tổ chức này nêu nhiều nghi vấn.", "Tổ chức này nêu nhiều nghi vấn."),
    ("- Trời mưa rất to ở Hà Nội.", "Trời mưa rất to ở Hà Nội."),
    ("Tốc độ tăng là 7,2%./.", "Tốc độ tăng là 7,2%."),
    ("Ảnh minh họa. Trời mưa to.", "Trời mưa to."),
    ("Ảnh minh họa Trời mưa to.", "Trời mưa to."),
    ("Một chi nhánh - Ảnh: Reuters FSA sẽ kiểm tra ngân hàng.", "FSA sẽ kiểm tra ngân hàng."),
    ("Hàng quán đông khách - Ảnh Theverge Trời mưa to.", "Trời mưa to."),
  ])
  func edgesAreCut(text: String, expected: String) throws {
    #expect(try edges(text) == [expected])
  }

  @Test(arguments: [
    "Ông đăng ảnh minh họa lên mạng.", "Bấm vào nút Xem thêm để đọc.",
    "CNRP - đảng đối lập - tuyên bố sẽ biểu tình.",
    "Ông Nguyễn Văn A - đại biểu Quốc hội nói về giá gạo.",
    "Ảnh hưởng của bão rất lớn.", "Nga (nguồn cung khí đốt lớn nhất) đã giảm bán.",
    "Nguồn tin cho biết: ông đã từ chức.",
    "Theo nguồn tin của AP, trời mưa.",
  ])
  func soundSentencesStayWhole(text: String) throws { #expect(try edges(text) == [text]) }

  @Test(arguments: 0..<300) func anyTextIsRead(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let parts = [
      ".", "./.", "-", "(", ")", ":", "Ảnh", "Nguồn", "AFP", "/", "mưa", "Hà Nội", "\"", "1",
    ]
    let text = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
      parts.randomElement(using: &generator) ?? ""
    }.joined(separator: Bool.random(using: &generator) ? " " : "")
    _ = try edges(text)
  }

  @Test func captionsAndBylinesAreNoSentences() throws {
    let text = "Xe cháy ở Huế. Ảnh: Minh Tiệp. Trời mưa to suốt ngày. Đường ngập sâu. NGUYỆT PHƯƠNG"
    #expect(try edges(text) == ["Trời mưa to suốt ngày.", "Đường ngập sâu."])
  }
}
