import Terminology
import TestSupport
import Testing
import TextModel
import Vietnamese
import Workflow

/// Looking entries up, and terms in their contexts.
@Suite struct SearchTests {
  private let lookup: TermLookup

  init() throws {
    let bytes = try Repository.bytes("Tests/Fixtures/glossaries/desk.tsv")
    lookup = TermLookup([Glossary(name: "desk", tsv: bytes, file: "desk.tsv")])
  }

  @Test(arguments: [
    ("phái đoàn", "phái đoàn", TermLookup.Match.exact), ("phai doan", "phái đoàn", .folded),
    ("PHÁI ĐOÀN", "phái đoàn", .exact), ("bng", "Bộ Ngoại giao", .exact),
    ("secretary", "ngoại trưởng", .start), ("china sea", "Biển Đông", .inside),
    ("phai daon", "phái đoàn", .near), ("delegaton", "phái đoàn", .near),
    ("mission", "phái đoàn", .exact),
  ])
  func findsInBothDirections(query: String, vi: String, match: TermLookup.Match) {
    let hit = lookup.search(query).first
    #expect(hit?.entry.vi == vi && hit?.match == match)
  }

  @Test func findsNothingForNothing() {
    #expect(lookup.search("").isEmpty && lookup.search("zzzzzzzz").isEmpty)
  }

  @Test func eachEntryComesOnceAndTheBestFirst() {
    let hits = lookup.search("ngoai truong")
    #expect(hits.map(\.entry.en) == ["foreign minister", "secretary of state"])
    #expect(zip(hits, hits.dropFirst()).allSatisfy { $0.match <= $1.match })
  }

  @Test func everyShippedTermIsFoundByItsOwnSpelling() throws {
    let set = try Repository.workbench().glossaries
    let lookup = TermLookup(set.glossaries)
    for glossary in set.glossaries {
      for entry in glossary.entries.striding(by: 997) {
        let hits = lookup.search(entry.vi, limit: 100)
        #expect(hits.contains { $0.entry.vi == entry.vi && $0.match == .exact }, "\(entry.vi)")
      }
    }
  }

  @Test func marksToneAndCaseAreFolded() {
    #expect(String(decoding: Folding.fold("Đường Ằ Ỹ é 5"), as: UTF8.self) == "duong a y e 5")
  }

  @Test func everyVietnameseLetterFoldsToItsPlainOne() {
    let plain = Array("aaabcddeeghiklmnooopqrstuuvxy")
    for (letter, expected) in zip(Letters.bases, plain) {
      #expect(String(decoding: Folding.fold("\(letter)"), as: UTF8.self) == "\(expected)")
    }
    #expect(Letters.bases.count == plain.count)
  }

  @Test func showsATermInItsContexts() throws {
    let language = try Repository.workbench().language
    let text = Array("Hòa bình.\nHai bên bàn về hoà bình và an ninh; HOÀ BÌNH là chìa khóa.".utf8)
    let lines = language.concordance(["hòa bình"]).lines(text, in: 0..<text.count, width: 12)
    #expect(lines.map(\.keyword) == ["Hòa bình", "hoà bình", "HOÀ BÌNH"])
    #expect(lines[1].left == "bên bàn về " || lines[1].left.hasSuffix("bàn về "))
    #expect(lines[1].right == " và an ninh;")
    for line in lines {
      #expect(String(decoding: text[line.span.range], as: UTF8.self) == line.keyword)
    }
  }

  @Test func countsSpellingsInOnePass() throws {
    var counts = try Repository.workbench().language.spellingCounts
    let places = ["an ninh", "an ninh mạng", "hòa bình", "???x"].map { counts.add($0) }
    counts.count(Array("An ninh mạng và an ninh. Hoà bình!".utf8))
    #expect(places.prefix(3).map { counts[$0] } == [2, 1, 1])
  }
}

extension RandomAccessCollection where Index == Int {
  fileprivate func striding(by step: Int) -> [Element] {
    stride(from: startIndex, to: endIndex, by: step).map { self[$0] }
  }
}
