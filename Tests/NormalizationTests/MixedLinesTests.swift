import Foundation
import Normalization
import TestSupport
import Testing
import TextModel

/// Files put together from lines in several encodings.
@Suite struct MixedLinesTests {
  let normalizer: Normalizer
  let lines: [String]

  init() throws {
    normalizer = try Repository.workbench().normalizer
    lines = try Repository.lines("Tests/Fixtures/gold/003_body.txt")
  }

  @Test(arguments: ["TCVN3", "windows-1258", "VNI", "VPS", "VISCII"])
  func eachLineIsReadInItsOwnEncoding(name: String) throws {
    let codes = try LegacyCodes(name)
    var bytes: [UInt8] = []
    var expected: [String] = []
    for (index, line) in lines.enumerated() {
      let legacy = codes.encode(line)
      expected.append(line)
      bytes += (index % 3 == 1 ? legacy ?? Array(line.utf8) : Array(line.utf8)) + [0x0A]
    }
    let result = try normalizer.normalize(bytes)
    #expect(result.text.text == expected.map { $0 + "\n" }.joined())
    #expect(result.text.map.apply(to: bytes) == result.text.bytes)
    let finding = try #require(result.findings.first { $0.code == "mixed-encodings" })
    #expect(finding.message.contains(name))
    #expect(finding.place.byte == expected[0].utf8.count + 1)
  }

  @Test func aBrokenLetterIsNotTakenForAnotherEncoding() throws {
    var bytes = Array(lines.joined(separator: "\n").utf8)
    bytes += [0x20, 0xE1, 0xBA, 0x0A] + Array(lines[0].utf8)
    let result = try normalizer.normalize(bytes)
    #expect(result.findings.allSatisfy { $0.code != "mixed-encodings" })
    #expect(result.findings.contains { $0.code == "undecodable-bytes" })
  }
}
