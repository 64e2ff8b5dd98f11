import Foundation
import Normalization
import TestSupport
import Testing
import TextModel

/// Documents made of the fixtures' lines, written in a legacy encoding and read back: as bytes, and as
/// text that was taken for windows-1252.
@Suite struct LegacyRoundTripTests {
  let normalizer: Normalizer
  let lines: [String]

  init() throws {
    normalizer = try Repository.workbench().normalizer
    let bodies = try (0..<5).flatMap {
      try Repository.lines("Tests/Fixtures/gold/00\($0)_body.txt")
    }
    let pages = try Repository.files(below: "Tests/Fixtures/pages", ending: ".txt").flatMap {
      try Repository.lines($0)
    }
    let plain: [(String, String)] = [("“", "\""), ("”", "\""), ("–", "-"), ("…", "...")]
    lines = (bodies + pages).map { line in
      plain.reduce(line) { $0.replacing($1.0, with: $1.1) }
    }.filter { line in
      line.count > 60 && line.contains { !$0.isASCII } && !line.contains("\u{FFFD}")
    }
  }

  /// Made documents: some lines, some with a line in capitals before them.
  private func documents(_ codes: LegacyCodes) -> [String] {
    var generator = SeededGenerator(seed: 3)
    let usable = lines.filter { codes.encode($0) != nil }
    return (0..<200).map { number in
      var chosen = (0..<3).compactMap { _ in usable.randomElement(using: &generator) }
      let capitals = chosen.first.map { String($0.prefix(60)).uppercased() } ?? ""
      if number % 4 == 0, codes.encode(capitals) != nil { chosen.insert(capitals, at: 0) }
      return chosen.joined(separator: "\n")
    }
  }

  @Test(arguments: ["TCVN3", "VISCII", "VNI", "VPS", "windows-1258"])
  func ninetyNineInAHundredAreExact(name: String) throws {
    let codes = try LegacyCodes(name)
    var exact = (bytes: 0, text: 0)
    let documents = documents(codes)
    var first: String?
    for document in documents {
      let bytes = try #require(codes.encode(document))
      let read = try normalizer.normalize(bytes).text
      if read.text == document { exact.bytes += 1 } else { first = first ?? read.text }
      let misread = String(bytes.map { Character(Windows1252Reading.scalar($0)) })
      if normalizer.normalize(misread).text.text == document {
        exact.text += 1
      } else {
        first = first ?? document
      }
    }
    #expect(exact.bytes >= 198, "\(exact) of \(documents.count): \(first ?? "")")
    #expect(exact.text >= 198, "\(exact) of \(documents.count): \(first ?? "")")
  }

  /// A headline alone is short, and many of its words are foreign names.
  @Test(arguments: ["TCVN3", "VISCII"]) func headlinesAloneAreRead(name: String) throws {
    let codes = try LegacyCodes(name)
    let texts = try Repository.files(below: "Tests/Fixtures/pages", ending: ".tsv").flatMap {
      try Repository.lines($0).compactMap { line -> String? in
        let parts = line.split(separator: "\t")
        return parts.count == 2 && ["headline", "teaser"].contains(parts[0])
          ? String(parts[1]) : nil
      }
    }
    let read = texts.compactMap { text -> Bool? in
      guard text.utf8.count > 30, let bytes = codes.encode(text) else { return nil }
      let misread = String(bytes.map { Character(Windows1252Reading.scalar($0)) })
      return normalizer.normalize(misread).text.text == text
    }
    let right = read.count(where: \.self)
    #expect(read.count > 200 && right * 100 >= read.count * 94, "\(right) of \(read.count)")
  }

  @Test func bothFormsOfVNIAreRead() throws {
    let short: [UInt8] = [0x4D, 0xEC, 0x6E, 0x68, 0x20, 0x6E, 0x6F, 0xF9, 0x69]
    let long: [UInt8] = [0x4D, 0x69, 0xF8, 0x6E, 0x68, 0x20, 0x6E, 0x6F, 0xF9, 0x69]
    for bytes in [short, long] {
      #expect(try normalizer.normalize(bytes, encoding: "VNI").text.text == "Mình nói")
    }
    let capital: [UInt8] = [0x41, 0xF9, 0x20, 0xD4, 0xF8]
    #expect(try normalizer.normalize(capital, encoding: "VNI").text.text == "Á Ờ")
  }

  @Test func aByteThatTheEncodingLacksIsNamed() throws {
    let result = try normalizer.normalize([0x61, 0xC0, 0x62], encoding: "TCVN3")
    #expect(result.findings.first?.message.contains("byte C0") == true)
    #expect(result.findings.first?.place.byte == 1)
  }
}

/// windows-1252 as browsers read it, written once more for the tests.
enum Windows1252Reading {
  private static let high: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    let value = byte >= 0x80 && byte < 0xA0 ? high[Int(byte) - 0x80] : UInt32(byte)
    return Unicode.Scalar(value) ?? "?"
  }
}
