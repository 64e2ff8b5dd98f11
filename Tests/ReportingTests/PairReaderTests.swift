import Foundation
import TestSupport
import Testing
import TextModel

@testable import Reporting

/// Files that come back from translators.
@Suite struct PairReaderTests {
  private func read(_ text: String, _ file: String) -> ReadPairs {
    PairFiles.read(Array(text.utf8), file: file)
  }

  /// The sentence pairs that a brief has, as a reader should give them.
  private func pairs(_ set: SetBrief) -> [[String]] {
    set.articles.flatMap { SentencePairs($0).pairs }.map {
      [MemoryUnit.plain($0.point.vi), MemoryUnit.plain($0.point.english.text)]
    }
  }

  /// What a writer wrote comes back, sentence by sentence.
  @Test(arguments: ["xlf", "xliff", "tmx", "csv"]) func whatWasWrittenComesBack(
    _ format: String
  ) throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      var generated = GeneratedBriefs(seed: seed)
      let set = generated.set()
      for file in try Reports.files(set, formats: [format]) where file.name.hasPrefix("set") {
        let read = PairFiles.read(file.bytes, file: file.name)
        #expect(read.findings.isEmpty)
        let found = read.pairs.filter { $0.name != "headline" }
        #expect(found.map { [$0.vi, $0.en] } == pairs(set))
        #expect(found.allSatisfy { $0.verdict == .open })
      }
    }
  }

  /// Briefs some of whose sentences are from the memory: approved for the very sentence, for one like it,
  /// or approved in other words.
  private func remembered(_ seed: UInt64) -> SetBrief {
    var generated = GeneratedBriefs(seed: seed)
    let brief = generated.brief("a").mapPoints { point in
      var point = point
      let approved = point.sentence % 4 == 3 ? "Other words." : point.english.text
      let match = MemoryMatch(
        vi: point.vi, en: approved, similarity: point.sentence % 4 == 2 ? 0.9 : 1, difference: [],
        origin: "", date: "")
      if point.sentence % 4 > 0 {
        point.english = TranslatedSentence(
          text: point.english.text, engine: "memory", confidence: 1, match: match)
      }
      return point
    }
    return SetBrief(
      title: "t", articles: [brief], points: [], leftOut: [], failures: [],
      signature: generated.set().signature)
  }

  @Test(arguments: ["xlf", "xliff"]) func approvedSentencesComeBackApproved(_ format: String) throws
  {
    for seed in 1...20 as ClosedRange<UInt64> {
      let set = remembered(seed)
      let file = try #require(
        try Reports.files(set, formats: [format]).first { $0.name.hasPrefix("set") })
      let read = PairFiles.read(file.bytes, file: file.name)
      #expect(read.findings.isEmpty)
      for pair in read.pairs {
        let number = Int(pair.name.dropFirst()) ?? 0
        #expect(pair.verdict == (number % 4 == 1 ? .approved : .open), "\(pair.name)")
      }
      #expect(read.pairs.contains { $0.verdict == .approved })
    }
  }

  @Test func approvedSentencesAreNotFuzzy() throws {
    let set = remembered(2)
    let text = POWriter().document(set.articles)
    let pairs = set.articles.flatMap { SentencePairs($0).pairs }
    let fuzzy = pairs.count { !$0.isApproved } + set.articles.count
    #expect(fuzzy < pairs.count + set.articles.count)
    #expect(text.components(separatedBy: "#, fuzzy\n").count - 1 == fuzzy)
  }

  @Test(arguments: 1...20) func theTableOfAWordDocumentComesBack(seed: UInt64) throws {
    var generated = GeneratedBriefs(seed: seed)
    let brief = generated.brief("a")
    let set = SetBrief(
      title: "t", articles: [brief], points: [], leftOut: [], failures: [],
      signature: generated.set().signature)
    let file = try #require(
      try Reports.files(set, formats: ["docx"]).first { $0.name.hasPrefix("articles") })
    let found = PairFiles.read(file.bytes, file: file.name)
    #expect(found.findings.isEmpty)
    #expect(Set(found.pairs.map { [$0.vi, $0.en] }) == Set(pairs(set)))
  }

  @Test func trackedChangesOfAWordDocumentAreTaken() throws {
    let row = { (en: String) in
      """
      <w:tr><w:tc><w:p><w:r><w:t xml:space="preserve">3  </w:t></w:r><w:r><w:t>Hai bên ký.</w:t></w:r></w:p>\
      </w:tc><w:tc><w:p>\(en)</w:p></w:tc></w:tr>
      """
    }
    let edited =
      "<w:r><w:t>The </w:t></w:r><w:del><w:r><w:delText>two</w:delText></w:r></w:del>"
      + "<w:ins><w:r><w:t>both</w:t></w:r></w:ins><w:r><w:t xml:space=\"preserve\"> sides</w:t>"
      + "<w:br/><w:t>signed.</w:t></w:r>"
    let document =
      "<w:document xmlns:w=\"x\"><w:body><w:tbl>\(row(edited))</w:tbl></w:body></w:document>"
    let archive = try ZipArchive.bytes([("word/document.xml", document)])
    let pair = try #require(PairFiles.read(archive, file: "a.docx").pairs.first)
    #expect(pair.name == "3" && pair.vi == "Hai bên ký." && pair.en == "The both sides signed.")
  }

  @Test func statesOfXLIFFAreApprovals() {
    let second = { (state: String) in
      """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="vi-VN" trgLang="en-US">
      <file id="f"><unit id="s1"><segment state="\(state)"><source>Một.</source><target>One.</target>
      </segment></unit></file></xliff>
      """
    }
    for (state, verdict) in [
      ("initial", ReadPair.Verdict.open), ("translated", .open), ("reviewed", .approved),
      ("final", .approved),
    ] {
      #expect(read(second(state), "a.xlf").pairs.map(\.verdict) == [verdict], "\(state)")
    }
    let first = """
      <xliff version="1.2"><file source-language="vi" target-language="en" original="o" datatype="x"><body>
      <trans-unit id="a" approved="yes"><source>Một.</source><target>One.</target></trans-unit>
      <trans-unit id="b"><source>Hai <g id="1">hai</g>.</source><target state="signed-off">Two \
      <ph id="2">CODE</ph><g id="1">two</g>.</target></trans-unit>
      <trans-unit id="c"><source>Ba.</source><target state="translated">Three.</target></trans-unit>
      </body></file></xliff>
      """
    let pairs = read(first, "a.xliff").pairs
    #expect(pairs.map(\.verdict) == [.approved, .approved, .open])
    #expect(pairs[1].vi == "Hai hai." && pairs[1].en == "Two two.")
    #expect(pairs.map(\.line) == [2, 3, 4])
  }

  @Test func memoriesOfOtherProgramsAreRead() {
    let other = """
      <?xml version="1.0"?>
      <!DOCTYPE tmx SYSTEM "tmx14.dtd">
      <tmx version="1.4"><header creationtool="OmegaT" srclang="VI-VN" segtype="sentence"/><body>
      <tu><tuv xml:lang="VI-VN"><seg>Hai <bpt i="1">&lt;b&gt;</bpt>bên<ept i="1"/> ký.</seg></tuv>
      <tuv xml:lang="EN-US"><seg>Both <hi>sides</hi> signed.</seg></tuv></tu>
      <tu><tuv xml:lang="fr"><seg>x</seg></tuv><tuv xml:lang="en"><seg>y</seg></tuv></tu>
      </body></tmx>
      """
    let read = read(other, "m.tmx")
    #expect(read.pairs.map(\.vi) == ["Hai bên ký."])
    #expect(read.pairs.map(\.en) == ["Both sides signed."])
    #expect(read.pairs.map(\.verdict) == [.approved])
    #expect(read.findings.map(\.code) == ["other-language"] && read.findings[0].place.line == 6)
  }

  /// Law: a memory written as TMX comes back the same, in the same order.
  @Test(arguments: 1...50) func aMemoryComesBackAsItWent(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "Nga ", "“không” ", "<b> ", "&amp; ", "\"x\" ", "]]> ", "=1+1 ", "đ ",
    ]
    let units = (0..<8).map { number in
      MemoryUnit(
        vi: "\(number) " + random.text(of: pieces, count: 5),
        en: random.text(of: pieces, count: 5) + "\(number)",
        isApproved: Bool.random(using: &random), origin: number % 2 == 0 ? "a & b.xlf" : "",
        date: number % 3 == 0 ? "2026-03-01" : "", note: number % 4 == 0 ? "a <note>" : "")
    }
    for (text, file) in [
      (MemoryTMX.text(units), "m.tmx"), (MemoryTable.text(units, separator: ","), "m.csv"),
      (MemoryTable.text(units, separator: "\t"), "m.tsv"),
    ] {
      let read = read(text, file)
      #expect(read.findings.isEmpty)
      let back = read.pairs.map {
        MemoryUnit(
          vi: $0.vi, en: $0.en, isApproved: $0.verdict == .approved, origin: $0.origin,
          date: $0.date, note: $0.note)
      }
      #expect(back == units, "\(file)")
    }
  }

  static let bomb = """
    <?xml version="1.0"?>
    <!DOCTYPE tmx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>
    <tmx version="1.4"><body><tu><tuv xml:lang="vi"><seg>&b;</seg></tuv></tu></body></tmx>
    """

  @Test(arguments: [
    (bomb, "a.tmx", "broken-xml", 2), ("<tmx>\n<body></tmx>", "a.tmx", "broken-xml", 2),
    ("\n\n<html/>", "a.tmx", "wrong-root", 3),
    ("<xliff version=\"9\"/>", "a.xlf", "unknown-version", 1),
    (
      "<xliff version=\"2.1\" srcLang=\"de\" trgLang=\"en\"/>", "a.xlf", "wrong-language", 1
    ), ("", "a.xlf", "broken-xml", 1), ("a,b\n1,2\n", "a.csv", "no-columns", 1),
    ("", "a.csv", "empty-input", 1),
  ]) func hostileFilesAreRefusedWithTheirLine(
    _ text: String, _ file: String, _ code: String, _ line: Int
  ) throws {
    let read = read(text, file)
    let finding = try #require(read.findings.first)
    #expect(read.pairs.isEmpty && finding.severity == .error)
    #expect(finding.code == code && finding.place.line == line, "\(finding)")
    #expect(finding.place.file == file)
  }

  @Test func filesThatAreNoTextAreRefused() {
    #expect(
      PairFiles.read([0x50, 0x4B, 3, 4, 9], file: "a.docx").findings.map(\.code) == [
        "broken-archive"
      ])
    let bytes = Array("Vietnamese,English\na,b\n".utf8) + [0xFF, 0x2C, 0x61]
    let finding = PairFiles.read(bytes, file: "a.csv").findings
    #expect(finding.map(\.code) == ["not-utf8"] && finding.first?.place.line == 3)
    #expect(PairFiles.read([], file: "a.pdf").findings.map(\.code) == ["unknown-form"])
  }

  /// A small archive that unpacks to more than is allowed is given up before it fills the memory.
  @Test func anArchiveThatUnpacksWithoutEndIsRefused() throws {
    let archive = try ZipArchive.bytes([
      ("word/document.xml", String(repeating: " ", count: 1_000_000))
    ])
    #expect(archive.count < 10_000)
    #expect(throws: ZipArchive.ReadFailure.tooLarge) {
      try ZipArchive.file("word/document.xml", of: archive, limit: 500_000)
    }
    #expect(
      try ZipArchive.file("word/document.xml", of: archive, limit: 1_000_000).count == 1_000_000)
    #expect(throws: ZipArchive.ReadFailure.broken) {
      try ZipArchive.file("no.xml", of: archive, limit: 10)
    }
  }

  @Test func sidesThatAreEmptyLongOrHoldControlsAreLeftOut() {
    let table = """
      vi;en;approved
      Một.;One.;yes
      Hai.;;no
      Ba.;Three\u{202E}.;no
      Bốn.;\(String(repeating: "x", count: 20_001));no
      """
    let read = read(table, "a.csv")
    #expect(read.pairs.map(\.en) == ["One."] && read.pairs.map(\.verdict) == [.approved])
    #expect(read.findings.map(\.code) == ["empty-side", "control-character", "too-long"])
    #expect(read.findings.map(\.place.line) == [3, 4, 5])
  }
}
