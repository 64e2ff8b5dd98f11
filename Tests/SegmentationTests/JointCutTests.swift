import TestSupport
import Testing
import TextModel
import Vietnamese
import Workflow

@testable import Segmentation

/// Where weights part a line.
@Suite struct JointCutTests {
  let workbench: Workbench
  let language: LanguageData

  init() throws {
    workbench = try Repository.workbench()
    language = try LanguageData()
  }

  private func atoms(_ line: String) -> [String] {
    let bytes = Array(line.utf8)
    let table = language.table
    return JointAtoms(bytes: bytes, table: table, cues: language.structureCues)
      .atoms(Tokenizer(table).tokens(bytes))
      .map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
  }

  @Test(arguments: [
    ("bãoGhi", ["bão", "Ghi"]),
    ("HCMTrong", ["HCM", "Trong"]),
    ("ảnh 1Quang", ["ảnh", "1", "Quang"]),
    ("15:09Thứ", ["15:09", "Thứ"]),
    ("1.234,5 tỷ", ["1.234,5", "tỷ"]),
    ("VietinBank", ["VietinBank"]),
    ("nay.Ảnh:", ["nay", ".", "Ảnh", ":"]),
  ]) func seamsPartWords(line: String, wanted: [String]) { #expect(atoms(line) == wanted) }

  /// A page of three paragraphs before, so that the reader knows where it is.
  private let text = """
    Sáng nay, hàng trăm hộ dân ở hai xã ven sông được đưa đến nơi ở tạm sau trận lũ lớn.

    Chính quyền huyện cho biết nước đã rút khoảng nửa mét so với đỉnh lũ hôm qua.

    Đến trưa, điện và nước sạch được cấp trở lại cho phần lớn các khu dân cư.

    """

  @Test(arguments: [
    ["Nước lũ ngập một căn nhà ở xã Hòa Liên", "Ông Nam cho biết gia đình mất toàn bộ lúa giống."],
    ["Ông Nam cho biết gia đình mất toàn bộ lúa giống.", "Bà Lan ở gần đó kể nước lên rất nhanh."],
    ["Lũ rút, dân trở về nhà", "Thêm hai hồ chứa xả nước", "Cầu tạm qua suối bị cuốn trôi"],
    ["“Chúng tôi mất hết”, ông nói.", "“Nhưng người còn là may rồi”, bà Lan nói thêm."],
    ["Giá gạo bán lẻ tăng nhẹ (07/11)", "Ba món canh cho ngày mưa (06/11)"],
  ]) func gluedNeighboursAreParted(parts: [String]) throws {
    let found = try workbench.parts(of: text + parts.joined() + "\n" + text)
    #expect(found.dropFirst(3).prefix(parts.count) == parts[...])
  }

  @Test(arguments: [
    "Đoàn tàu SE1 rời ga lúc 19:25 ngày 12/6/2024 với 420 hành khách",
    "Người dùng iPhone, YouTube và TikTok tại Việt Nam tăng mạnh trong năm nay.",
    "Chị Hòa, ngụ P.Thạnh Xuân, Q.12, TP.HCM, kể chuyện nộp hồ sơ cho con.",
    "Đội tuyển U23 Việt Nam thắng 2-1 nhờ bàn thắng ở phút 90+3.",
    "Lãi suất của VietinBank và MBBank giảm 0,2%, còn 4,6%/năm.",
  ]) func soundTextStaysWhole(line: String) throws {
    #expect(try workbench.parts(of: text + line + "\n\n" + text).dropFirst(3).first == line)
  }

  /// Cuts ascend, stand at atoms, and are none of those known before.
  @Test(arguments: 0..<50) func cutsStandAtAtoms(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let parts = [
      "Ảnh", ": ", "Mỹ", "bão", ".", " ", "5", "(", ")", "Chia sẻ", "“", "”", "\"", "A+", "#",
    ]
    let line = (0..<60).map { _ in parts[Int.random(in: 0..<parts.count, using: &generator)] }
      .joined()
    let bytes = Array(line.utf8)
    let tokens = Tokenizer(language.table).tokens(bytes)
    let starts = JointAtoms(bytes: bytes, table: language.table, cues: language.structureCues)
      .atoms(tokens).map(\.start)
    let known = Set(starts.filter { _ in Int.random(in: 0..<9, using: &generator) == 0 })
    let joints = JointCuts(
      bytes: bytes, tokens: tokens, table: language.table, cues: language.structureCues,
      rules: language.sentenceRules, words: WordPairs(), prose: seed % 3,
      cutsAtSpaces: seed % 2 == 0)
    let cuts = joints.cuts(known: known).map(\.offset)
    #expect(zip(cuts, cuts.dropFirst()).allSatisfy { $0 < $1 })
    #expect(cuts.allSatisfy { starts.contains($0) && $0 > 0 && !known.contains($0) })
    #expect(joints.cuts(known: known).map(\.offset) == cuts)
    if seed % 2 == 1 { #expect(cuts.allSatisfy { bytes[$0 - 1] != 0x20 }) }
  }

  @Test func reasonsSayWhatCounted() throws {
    let line = "Lũ rút, dân trở về nhàThêm hai hồ chứa xả nước"
    let article = try workbench.articleReader().read(
      workbench.normalizer.normalize(text + line + "\n").text)
    #expect(article.blocks.contains { $0.reason.contains("parted: joint (") })
  }

  @Test func aLongLineTakesLinearTime() throws {
    let line = String(repeating: "Ông Nam nói (“rất nhanh”).Bà Lan, ", count: 4000)
    #expect(try workbench.parts(of: line).joined().count > 100_000)
  }
}
