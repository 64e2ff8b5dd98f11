import Foundation
import Normalization
import TestSupport
import Testing
import TextModel

@Suite struct EncodingTests {
  let normalizer: Normalizer
  let sample: String

  init() throws {
    normalizer = try Repository.workbench().normalizer
    sample = try Repository.text("Tests/Fixtures/gold/003_body.txt")
  }

  @Test func byteOrderMarksAreTakenOff() throws {
    let utf8 = try normalizer.normalize([0xEF, 0xBB, 0xBF] + Array(sample.utf8))
    #expect(utf8.text.text == sample && utf8.text.encoding.name == "UTF-8")
    let little: [UInt8] =
      [0xFF, 0xFE] + sample.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try normalizer.normalize(little).text.text == sample)
    let big: [UInt8] = sample.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(try normalizer.normalize([0xFE, 0xFF] + big).text.text == sample)
  }

  @Test func utf16WithoutAMarkIsFound() throws {
    let text = "Nga va My dam phan. " + sample
    let little: [UInt8] = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try normalizer.normalize(little).text.text == text)
    let big: [UInt8] = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(try normalizer.normalize(big).text.encoding.name == "UTF-16BE")
  }

  @Test func doubleUTF8IsUndone() {
    let double = Array(sample.utf8).map { byte -> Character in
      Character(Unicode.Scalar(Self.windows1252(byte)) ?? "?")
    }
    #expect(normalizer.normalize(String(double)).text.text == sample)
  }

  @Test func decomposedTextIsComposed() {
    let decomposed = sample.decomposedStringWithCanonicalMapping
    #expect(normalizer.normalize(decomposed).text.text == sample)
  }

  /// The columns of the table, as it names the encodings; capitals that TCVN3 lacks are left out.
  @Test(arguments: ["TCVN3", "VISCII", "VNI", "VPS", "windows-1258"])
  func legacyBytesRoundTrip(_ name: String) throws {
    let codes = try LegacyCodes(name)
    let plain = sample.replacing("“", with: "\"").replacing("”", with: "\"").replacing(
      "–", with: "-")
    let lines = plain.split(separator: "\n").filter { codes.encode(String($0)) != nil }
    let text = lines.joined(separator: "\n")
    let bytes = try #require(codes.encode(text))
    let found = try normalizer.normalize(bytes).text
    #expect(found.encoding.name == name)
    #expect(found.text == text)
    #expect(found.encoding.confidence > 0.8)
    #expect(try normalizer.normalize(bytes, encoding: name).text.text == text)
  }

  @Test func legacyLettersAfterLongerCharactersAreReplacedInTheirPlace() {
    let text = "“ViÖt Nam ®· nãi râ” – ®ång ý…\nHai n­íc ®ång ý."
    let result = normalizer.normalize(text).text
    #expect(result.text == "“Việt Nam đã nói rõ” – đồng ý…\nHai nước đồng ý.")
    #expect(result.map.apply(to: Array(text.utf8)) == result.bytes)
  }

  @Test func truncatedUTF8IsReportedWithItsByte() throws {
    let bytes = Array(sample.utf8.prefix(1000)) + [0xE1, 0xBA]
    let result = try normalizer.normalize(bytes)
    #expect(result.findings.contains { $0.code == "undecodable-bytes" && $0.place.byte == 1000 })
  }

  @Test func binaryIsRefusedWithItsByte() {
    #expect(throws: DecodingError.binary(byte: 2)) {
      try normalizer.normalize([0x61, 0x62, 0, 1, 2, 3, 0, 0, 5, 6])
    }
  }

  @Test func lostLettersAreNamedNotGuessed() {
    let result = normalizer.normalize("Vi?t Nam và M? ký th?a thu\u{FFFD}n.")
    #expect(result.text.text == "Vi?t Nam và M? ký th?a thu\u{FFFD}n.")
    #expect(result.findings.filter { $0.code == "lossy-text" }.count == 4)
  }

  @Test func anUnknownNameOfAnEncodingIsRefused() {
    #expect(throws: DecodingError.self) { try normalizer.normalize([0x61], encoding: "EBCDIC") }
  }

  private static func windows1252(_ byte: UInt8) -> UInt32 {
    let high: [UInt32] = [
      0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
      0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]
    return byte >= 0x80 && byte < 0xA0 ? high[Int(byte) - 0x80] : UInt32(byte)
  }
}
