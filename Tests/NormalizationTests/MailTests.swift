import Foundation
import Normalization
import TestSupport
import Testing
import TextModel

/// Mails and pages saved as MHTML: which part is read, what its headers say, and where its bytes stand.
@Suite struct MailTests {
  let normalizer: Normalizer

  init() throws { normalizer = try Repository.workbench().normalizer }

  private static let words = "Thủ tướng đã thăm Hà Nội.\r\nHai bên nhất trí tăng cường hợp tác."
  private static let head =
    "From: =?utf-8?Q?B=C3=A1o?= <bao@example.vn>\r\nSubject: =?utf-8?B?VGjhu6cgdMaw4bubbmc=?=\r\n =?utf-8?Q?_th=C4=83m?=\r\nDate: Tue, 12 Mar 2024 01:30:00 +0000 (UTC)\r\nMIME-Version: 1.0\r\n"

  private func quoted(_ text: String) -> String {
    text.utf8.map { byte in
      byte == 0x3D || byte >= 0x80
        ? "=" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        : String(decoding: [byte], as: UTF8.self)
    }.joined().replacing("Hai", with: "=\r\nHai")
  }

  @Test func headersGiveHeadlineAndDate() throws {
    let mail = Self.head + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + Self.words
    let result = try normalizer.normalize(Array(mail.utf8))
    #expect(result.text.text == Self.words)
    #expect(result.markup.head.headline == "Thủ tướng thăm")
    #expect(result.markup.head.published == "2024-03-12T08:30:00+07:00")
  }

  @Test(arguments: ["quoted-printable", "base64", "8bit"])
  func everyByteOfTheTextIsTracedToTheFile(encoding: String) throws {
    let body =
      switch encoding {
      case "base64": Data(Self.words.utf8).base64EncodedString(options: [.lineLength76Characters])
      case "quoted-printable": quoted(Self.words)
      default: Self.words
      }
    let mail = Array(
      (Self.head
        + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: \(encoding)\r\n\r\n"
        + body).utf8)
    let text = try normalizer.normalize(mail).text
    #expect(text.text == Self.words)
    #expect(text.map.apply(to: mail) == text.bytes)
    var bytes = mail
    for step in text.steps { bytes = step.edits.apply(to: bytes) }
    #expect(bytes == text.bytes)
    let start = Self.head.utf8.count
    for offset in text.bytes.indices {
      #expect(text.source(of: TextSpan(offset, offset + 1)).start > start)
    }
  }

  private func multipart(_ kind: String, _ parts: [String]) -> [UInt8] {
    let body = parts.map { "--x y\r\n\($0)\r\n" }.joined()
    return Array(
      (Self.head
        + "Content-Type: \(kind); boundary=\"x y\"\r\n\r\nTo be ignored\r\n\(body)--x y--\r\n")
        .utf8)
  }

  @Test func theRichestFormIsTaken() throws {
    let plain = "Content-Type: text/plain; charset=utf-8\r\n\r\nTrơn"
    let page = "Content-Type: text/html; charset=utf-8\r\n\r\n<p>Đẹp</p>"
    let image = "Content-Type: image/png\r\n\r\nxxxx"
    #expect(
      try normalizer.normalize(multipart("multipart/alternative", [plain, page])).text.text == "Đẹp"
    )
    #expect(
      try normalizer.normalize(multipart("multipart/alternative", [plain, image])).text.text
        == "Trơn")
    let mixed = try normalizer.normalize(multipart("multipart/mixed", [plain, image]))
    #expect(mixed.text.text == "Trơn")
    #expect(mixed.findings.first { $0.code == "mail-parts" }?.message.contains("image/png") == true)
    #expect(throws: DecodingError.noText(left: ["image/png"])) {
      try normalizer.normalize(multipart("multipart/mixed", [image]))
    }
  }

  @Test func aForwardedMessageIsOpened() throws {
    let inner = "Subject: Tin trong\r\nDate: 5 Jan 2025 10:00 +0700\r\n\r\nNội dung."
    let mail = multipart("multipart/mixed", ["Content-Type: message/rfc822\r\n\r\n\(inner)"])
    let result = try normalizer.normalize(mail)
    #expect(result.text.text == "Nội dung." && result.markup.head.headline == "Tin trong")
    #expect(result.markup.head.published == "2025-01-05T10:00:00+07:00")
  }

  @Test func aMailInALegacyEncodingIsRead() throws {
    let codes = try LegacyCodes("TCVN3")
    let words = "Thủ tướng đã thăm Hà Nội và nói về tình hình an ninh khu vực"
    let head = Self.head + "Content-Type: text/plain; charset=iso-8859-1\r\n\r\n"
    let result = try normalizer.normalize(Array(head.utf8) + (try #require(codes.encode(words))))
    #expect(result.text.text == words && result.text.encoding.name == "TCVN3")
    let conflict = result.findings.first { $0.code == "encoding-conflict" }
    #expect(conflict?.place.byte.map { $0 < head.utf8.count } == true)
  }

  @Test func aFlowedParagraphIsOneLine() throws {
    let head = Self.head + "Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\n"
    let mail = Array((head + "Một câu dài \r\nđi tiếp.\r\nCâu hai.").utf8)
    #expect(try normalizer.normalize(mail).text.text == "Một câu dài đi tiếp.\r\nCâu hai.")
  }

  @Test func nestingHasALimit() throws {
    var mail = Self.head
    for level in 0..<200 {
      mail += "Content-Type: multipart/mixed; boundary=b\(level)\r\n\r\n--b\(level)\r\n"
    }
    #expect(throws: DecodingError.self) { try normalizer.normalize(Array(mail.utf8)) }
  }

  @Test func textWithAColonIsNoMail() throws {
    for text in ["Hà Nội: mưa to\n\nHết.", "Date: hôm nay\nTrời mưa\n\nHết.", "From: ai\n\nHết."] {
      #expect(try normalizer.normalize(Array(text.utf8)).text.text == text)
    }
  }

  @Test(arguments: 0..<200) func anyMailReplays(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "Content-Type: text/plain\r\n", "Content-Type: multipart/mixed; boundary=b\r\n", "\r\n",
      "--b\r\n", "--b--\r\n", "Content-Transfer-Encoding: base64\r\n", "=E1=BA=", "VGjh", "u6c=",
      "Việt Nam ", "<p>", "Content-Type: text/html; charset=x\r\n", "=?utf-8?B?VG?=", " x: y\n",
    ]
    let mail = Array((Self.head + generator.text(of: pieces, count: 25)).utf8)
    guard let text = try? normalizer.normalize(mail).text else { return }
    #expect(text.map.apply(to: mail) == text.bytes)
    #expect(String(validating: text.bytes, as: UTF8.self) != nil)
  }
}
