import TestSupport
import Testing
import TextModel
import Vietnamese
import Workflow

@Suite struct SyllableTests {
  let table: SyllableTable

  init() throws { table = try Repository.workbench().language.table }

  @Test(arguments: [
    "nghiêng", "khuya", "quốc", "gì", "giêng", "giữ", "yêu", "oanh", "khuỷu", "ngoèo", "thuở",
    "quý",
    "hoà", "hòa", "thủy", "thuỷ", "khỏe", "khoẻ", "ĐƯỜNG", "ý", "ư", "xoong", "quynh",
  ])
  func isValid(_ word: String) { #expect(table.parse(word) != nil) }

  @Test(arguments: [
    "đă", "lănh", "rŕ", "t́nh", "fax", "cê", "ngê", "qan", "bát́", "tàon", "cat", "Moskva",
    "Price",
    "hòá", "xyz", "", "nghiengg", "wa",
  ])
  func isNoSyllable(_ word: String) { #expect(table.parse(word) == nil) }

  @Test(arguments: [
    ("hòa", "hoà"), ("thủy", "thuỷ"), ("khỏe", "khoẻ"), ("quý", "quí"), ("lý", "lí"), ("Mỹ", "mĩ"),
    ("ĐÔNG", "đông"), ("Ðông", "đông"), ("NATO", "nato"), ("Reuters", "REUTERS"),
  ])
  func haveOneKey(_ left: String, _ right: String) {
    #expect(table.key(left) == table.key(right))
  }

  @Test(arguments: [
    ("thúy", "thúi"), ("may", "mai"), ("tay", "tai"), ("ma", "má"), ("da", "đa"), ("gia", "da"),
    ("lan", "lăn"), ("Nga", "Ngà"),
  ])
  func haveTwoKeys(_ left: String, _ right: String) {
    #expect(table.key(left) != table.key(right))
  }

  @Test func takesASyllableApart() {
    let syllable = table.parse("nghiêng")
    #expect(syllable?.onsetText == "ngh")
    #expect(syllable?.rimeText == "iêng")
    #expect(table.parse("quốc")?.onsetText == "qu")
    #expect(table.parse("giữ")?.tone == .tilde)
  }

  @Test func caseNeverMattersToTheKey() {
    for row in ["ngoại giao", "Thổ Nhĩ Kỳ", "tân đại sứ", "Ủy ban"] {
      for word in row.split(separator: " ").map(String.init) {
        #expect(table.key(word.uppercased()) == table.key(word.lowercased()))
      }
    }
  }
}
