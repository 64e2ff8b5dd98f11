import Annotation
import TestSupport
import Testing
import TextModel
import Workflow

/// Names made of common words, and bodies with their places.
@Suite struct OwnNameTests {
  let workbench: Workbench

  init() throws { workbench = try Repository.workbench() }

  /// Annotates sentences that end with a full stop.
  private func annotate(_ text: String) -> [Annotation] {
    var parts: [TextSpan] = []
    var start = 0
    for sentence in text.split(separator: ". ") {
      parts.append(TextSpan(start, start + sentence.utf8.count))
      start += sentence.utf8.count + 2
    }
    return workbench.annotator.annotate(Array(text.utf8), parts: parts).annotations
  }

  @Test(arguments: [
    ("Công ty Hải Âu", "Hải Âu Company"), ("Công ty CP Sao Mai", "Sao Mai JSC"),
    ("Công ty TNHH Thực phẩm Bình Minh", "Bình Minh Food Co., Ltd."),
    ("Công ty cổ phần Đầu tư và Xây dựng Sao Mai", "Sao Mai Investment and Construction JSC"),
    ("nhà hàng Biển Xanh", "Biển Xanh Restaurant"), ("khách sạn Mặt Trời", "Mặt Trời Hotel"),
    ("trường Hoa Sen", "Hoa Sen School"), ("Trường Tiểu học Kim Đồng", "Kim Đồng Primary School"),
    ("Khách sạn Metropole", "Metropole Hotel"),
  ])
  func theNameIsNotTranslated(surface: String, english: String) throws {
    let found = annotate("Hôm qua, \(surface) bị phạt 5 triệu đồng.")
    let name = try #require(found.first { $0.surface == surface }, "\(found.map(\.surface))")
    #expect(name.target == english && name.kind == .organization, "\(name)")
  }

  @Test(arguments: [
    ("UBND TP Đà Nẵng", "Da Nang People's Committee"),
    ("Sở Y tế Hà Nội", "Hanoi Department of Health"),
    ("Công an quận Cầu Giấy", "Cầu Giấy District Police"),
    ("Bộ Tổng tham mưu quân đội Pháp", "French military General Staff"),
  ])
  func aBodyTakesItsPlace(surface: String, english: String) throws {
    let found = annotate("Hôm qua, \(surface) đã lên tiếng.")
    let body = try #require(found.first { $0.surface == surface }, "\(found.map(\.surface))")
    #expect(body.target == english && body.kind == .organization, "\(body)")
  }

  @Test(arguments: [
    "Bệnh viện Nhi mở cửa.", "Ông thăm thị trường Sao Mai.", "Trường Đại học Luật thông báo.",
  ])
  func noNameIsMadeOfAWordThatSaysWhatItIsFor(text: String) {
    #expect(!annotate(text).contains { $0.origin == "compose:own-name" })
  }

  @Test func aKnownNameStaysKnown() {
    let found = annotate("Tập đoàn Hòa Phát và Công ty Vinamilk tăng giá.")
    #expect(found.contains { $0.target == "Hoa Phat Group" })
    #expect(found.contains { $0.target.contains("Vinamilk") })
  }

  @Test func aLaterMentionIsTheSameName() {
    let found = annotate("Công ty Bình Minh bị phạt. Bình Minh đã nộp phạt.")
    #expect(
      found.filter { $0.kind == .organization }.map(\.target) == ["Bình Minh Company", "Bình Minh"])
  }

  @Test(arguments: [
    ("Anh Trần Đức Lợi bị bắt. Lợi khai nhận hành vi.", "Lợi", "Trần Đức Lợi"),
    ("Đạo diễn Nguyễn Thu Hà dự lễ. Thu Hà chia sẻ nhiều điều.", "Thu Hà", "Nguyễn Thu Hà"),
    ("Đại biểu Trần Thị Hoa Ry nói. Theo bà Ry, giá tăng.", "Ry", "Trần Thị Hoa Ry"),
  ])
  func aGivenNameAloneIsTheOneNamedBefore(text: String, surface: String, full: String) {
    #expect(annotate(text).contains { $0.surface == surface && $0.refersTo == full })
  }

  @Test(arguments: [
    "Anh Trần Đức Lợi bị bắt. Lợi nhuận tăng.", "Bà Trần Thị Nga bị bắt. Ông đến Nga.",
  ])
  func aWordOrCountryIsNoGivenName(text: String) {
    #expect(annotate(text).filter { $0.kind == .person }.count == 1)
  }

  @Test(arguments: [
    ("Ba nhà khoa học gồm Alwin Aspect người Pháp.", "Alwin Aspect"),
    ("Theo Carlos Wendelin, giá tăng.", "Carlos Wendelin"),
    ("Anh gặp Wilbo Osterhaut, 63 tuổi.", "Wilbo Osterhaut"),
    ("Ca sĩ Mỹ Tâm ra mắt album.", "Mỹ Tâm"),
  ])
  func whatTellsAPerson(text: String, name: String) {
    #expect(annotate(text).contains { $0.surface == name && $0.kind == .person })
  }

  @Test func aForeignNameThatNothingTellsIsNoBody() throws {
    let found = annotate("Bão Norukan đổ bộ vào Essexham hôm qua.")
    let names = found.filter { $0.origin == "name" }
    #expect(names.map(\.surface) == ["Norukan", "Essexham"])
    #expect(names.allSatisfy { $0.kind == .term })
  }
}
