import Foundation
import Normalization
import TestSupport
import Testing
import TextModel

@Suite struct Windows1258RepairTests {
  let normalizer: Normalizer

  init() throws { normalizer = try Repository.workbench().normalizer }

  private func repaired(_ text: String) -> String { normalizer.normalize(text).text.text }

  @Test func everyDamagedWordOfTheSeedIsRepaired() throws {
    let seed = try Repository.text("seeds/001_0b471a42a0e955ed.txt")
    #expect(repaired(seed) == (try Repository.text("Tests/Fixtures/gold/001_fixed.txt")))
    let gold = try Repository.lines("Tests/Fixtures/gold/001_mojibake.tsv").map {
      $0.split(separator: "\t")
    }
    let total = gold.reduce(0) { $0 + (Int($1[2]) ?? 0) }
    let edits = normalizer.normalize(seed).text.map.edits
    #expect(edits.count == total && total == 27)
    #expect(edits.allSatisfy { $0.rule == "windows-1258" })
  }

  @Test func soundSeedsAreNotTouched() throws {
    for path in Repository.files(below: "seeds", ending: ".txt") where !path.contains("001_") {
      #expect(normalizer.normalize(try Repository.text(path)).text.steps.isEmpty, "\(path)")
    }
  }

  @Test func aPageDamagedInPartKeepsItsSoundLines() {
    let sound = "Ông đã nêu rõ lý do tại hội nghị, hơn nữa còn mời các bên."
    let damaged = "Ông đă nêu rơ lư do tại hội nghị, t́nh h́nh đă rơ."
    #expect(
      repaired("\(sound)\n\(damaged)\n\(sound)")
        == "\(sound)\nÔng đã nêu rõ lý do tại hội nghị, tình hình đã rõ.\n\(sound)")
  }

  @Test func oneOddWordInASoundTextIsLeft() {
    let text = "Ông đã nói rõ lý do.\nAnh gõ nhầm chữ đă rồi thôi.\nBà ấy cũng nói rõ."
    #expect(repaired(text) == text)
  }

  @Test func oneDamagedLineAmongSoundOnesIsRepaired() {
    let sound = "Ông đã nói rõ lý do.\nBà ấy cũng nói rõ."
    #expect(
      repaired("\(sound)\nHai bên đă gặp nhau hôm qua.")
        == "\(sound)\nHai bên đã gặp nhau hôm qua.")
    let rare = "\(sound)\nHai bên gặp nhau ở Ṇa hôm qua."
    #expect(repaired(rare) == rare)
  }

  @Test func aSyllableThatNobodyHasHeardIsAProof() {
    #expect(repaired("Công ty đăng kư mua cổ phiếu.") == "Công ty đăng ký mua cổ phiếu.")
    #expect(repaired("Ban T.Ư đă kư kết.") == "Ban T.Ư đã ký kết.")
    let names = "Ông Lư Văn Ơn ở Bắc Kạn, bà Hơ Mơ ở Krông Năng."
    #expect(repaired(names) == names)
  }

  @Test func aMegabyteOfLettersWithoutASpaceIsNoWordToReadAnew() {
    let text = String(repeating: "đường", count: 1 << 17)
    #expect(normalizer.normalize(text).text.steps.isEmpty)
  }

  @Test func capitalsAreRepairedToo() {
    #expect(
      repaired("T̀NH H̀NH Đ̀NH CHỈ V̉NG ĐÀM PHÁN ĐĂ RƠ") == "TÌNH HÌNH ĐÌNH CHỈ VÒNG ĐÀM PHÁN ĐÃ RÕ")
  }
}
