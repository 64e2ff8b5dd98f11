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
    "hòá", "lơì", "qúy", "xyz", "", "nghiengg", "wa",
  ])
  func isNoSyllable(_ word: String) { #expect(table.parse(word) == nil) }

  @Test(arguments: [
    ("hòa", "hoà"), ("thủy", "thuỷ"), ("khỏe", "khoẻ"), ("quý", "quí"), ("lý", "lí"), ("Mỹ", "mĩ"),
    ("lơì", "lời"), ("vưà", "vừa"), ("qúy", "quý"), ("gìau", "giàu"),
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

  @Test func aWordIsParsedInItsTextAsAlone() {
    let text = Array("ông nghiêng quốc t́nh khuỷu oanh hòá fax Giữ".utf8)
    for word in text.split(separator: 0x20) {
      let inText = text.withUnsafeBufferPointer { table.parse($0[word.startIndex..<word.endIndex]) }
      #expect(inText == table.parse(String(decoding: word, as: UTF8.self)))
    }
  }

  @Test func everyLetterHasTheLowerCaseOfUnicode() {
    for value in 0x20..<UInt32(0x1F00) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let lower = Array(scalar.properties.lowercaseMapping.unicodeScalars)
      #expect(Letters.lower(value) == (lower.count == 1 ? lower[0].value : value))
    }
  }

  @Test func caseNeverMattersToTheKey() {
    for row in ["ngoại giao", "Thổ Nhĩ Kỳ", "tân đại sứ", "Ủy ban"] {
      for word in row.split(separator: " ").map(String.init) {
        #expect(table.key(word.uppercased()) == table.key(word.lowercased()))
      }
    }
  }
}
