import Normalization
import TestSupport
import Testing
import TextModel

/// What a page, a header or a mail says of its encoding, against what its bytes show.
@Suite struct DeclaredEncodingTests {
  let normalizer: Normalizer

  init() throws { normalizer = try Repository.workbench().normalizer }

  private static let words = "Thủ tướng đã thăm Hà Nội và nói về tình hình an ninh khu vực."

  private func page(_ head: String, _ body: [UInt8]) -> [UInt8] {
    Array("<html><head>\(head)</head><body><p>".utf8) + body + Array("</p></body></html>".utf8)
  }

  @Test func aPageThatTellsTheTruthGivesNoFinding() throws {
    let result = try normalizer.normalize(page("<meta charset=\"UTF-8\">", Array(Self.words.utf8)))
    #expect(result.text.text == Self.words && result.findings.isEmpty)
    #expect(result.text.encoding.evidence.contains("the page names it too"))
  }

  @Test(arguments: [
    "<meta charset=iso-8859-1>",
    "<META http-equiv='Content-Type' content='text/html; charset=ISO-8859-1'>",
  ])
  func theBytesComeBeforeTheName(head: String) throws {
    let result = try normalizer.normalize(page(head, Array(Self.words.utf8)))
    let conflict = try #require(result.findings.first)
    #expect(result.text.text == Self.words && conflict.code == "encoding-conflict")
    let place = try #require(conflict.place.byte)
    let named = page(head, [])[place..<(place + 10)]
    #expect(String(decoding: named, as: UTF8.self).lowercased() == "iso-8859-1")
  }

  @Test func anEncodingThatIsNotReadIsNamed() throws {
    let result = try normalizer.normalize(page("<meta charset=gb2312>", Array(Self.words.utf8)))
    #expect(result.findings.first?.message.contains("which songngu does not read") == true)
  }

  @Test func theNameDecidesWhereTheBytesShowNothing() throws {
    let result = try normalizer.normalize(page("<meta charset=windows-1252>", [0x63, 0xE9]))
    #expect(result.text.text == "cé" && result.findings.isEmpty)
    #expect(result.text.encoding.confidence < 1)
  }

  @Test func theHeadersOfAnAnswerAreTakenOffAndRead() throws {
    let moved = "HTTP/1.1 301 Moved\r\nLocation: /b\r\n\r\n"
    let headers = "HTTP/2 200\r\nContent-Type: text/html; charset=\"windows-1258\"\r\n\r\n"
    let bytes = Array((moved + headers + "<p>a").utf8) + [0xE0] + Array("</p>".utf8)
    let text = try normalizer.normalize(bytes).text
    #expect(text.text == "aà" && text.encoding.name == "windows-1258")
    #expect(text.source(of: TextSpan(0, 1)).start == moved.utf8.count + headers.utf8.count + 3)
    #expect(text.map.apply(to: bytes) == text.bytes)
  }

  @Test func namesOfEncodingsAreUnderstood() throws {
    for (label, name) in [
      ("utf8", "UTF-8"), ("Latin-1", "windows-1252"), ("cp1258", "windows-1258"),
      ("abc", "TCVN3"), ("x-viet-vps", "VPS"), ("UTF-16", "UTF-16LE"),
    ] {
      #expect(try normalizer.normalize([0x61, 0], encoding: label).text.encoding.name == name)
    }
    let error = #expect(throws: DecodingError.self) {
      try normalizer.normalize([0x61], encoding: "TCVN4")
    }
    #expect(error?.description.contains("did you mean 'TCVN3'?") == true)
  }
}
