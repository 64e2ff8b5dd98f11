import Terminology
import TestSupport
import Testing

/// Formats of other programs.
@Suite struct ExchangeTests {
  static let names = Exchange.formats.map(\.name)

  /// The entry without what a format cannot hold.
  private func reduced(_ entry: TermEntry, to format: any GlossaryFormat) throws -> TermEntry {
    var reduced = TermEntry()
    for column in TermColumn.allCases where format.holds.contains(column) {
      try reduced.set(column, entry.cell(column))
    }
    reduced.origin = entry.origin
    return reduced
  }

  /// The entry at no place.
  private func placeless(_ entry: TermEntry) -> TermEntry {
    var entry = entry
    entry.origin = .init(glossary: "", line: 0)
    return entry
  }

  @Test(arguments: names, 0..<60) func whatIsNotDroppedComesBack(name: String, seed: UInt64) throws
  {
    let format = try #require(Exchange.format(name))
    let original = TermCellsTests.entry(seed)
    let entry = try reduced(original, to: format)
    let text = format.write([entry], name: "")
    let back = format.read(Array(text.utf8), file: "x")
    #expect(back.findings.isEmpty, "\(back.findings.map(\.description))")
    if format.dropped(entry).isEmpty {
      #expect(back.entries.map(placeless) == [placeless(entry)], "\(text)")
    } else {
      #expect(back.entries.first?.vi == entry.vi && back.entries.first?.en == entry.en)
    }
  }

  @Test(arguments: ["tsv", "csv", "tmx"]) func threeFormatsHoldEverything(name: String) throws {
    let format = try #require(Exchange.format(name))
    for seed in 0..<60 { #expect(format.dropped(TermCellsTests.entry(UInt64(seed))).isEmpty) }
  }

  @Test(arguments: names) func lossesAreToldForEachColumn(name: String) throws {
    let format = try #require(Exchange.format(name))
    let bytes = try Repository.bytes("Tests/Fixtures/glossaries/desk.tsv")
    let entries = Array(Glossary(name: "", tsv: bytes, file: "desk.tsv").entries)
    let losses = Exchange.losses(entries, to: format)
    #expect(losses.isEmpty == ["tsv", "csv", "tmx"].contains(name))
    #expect(losses.contains { $0.what == "when" && $0.count == 1 } != losses.isEmpty)
  }

  @Test(arguments: ["=1+1", "+84", "-x", "@cmd", "'=x", "''+x"]) func formulasAreWrittenSafely(
    cell: String
  ) throws {
    let entry = try TermEntry(vi: cell, tag: .noun, en: cell)
    for name in Self.names where !["tsv", "tbx", "martif", "tmx"].contains(name) {
      let format = try #require(Exchange.format(name))
      let text = format.write([entry], name: "")
      for line in text.split(separator: "\n") {
        for part in line.split(whereSeparator: { $0 == "," || $0 == "\t" }) {
          #expect(!["=", "+", "-", "@"].contains(part.first ?? " "), "\(name): \(line)")
        }
      }
      #expect(format.read(Array(text.utf8), file: "x").entries.first?.vi == cell, "\(name)")
    }
  }

  @Test func rowsOfCSVAreNamedByTheLineTheyBeginOn() throws {
    let format = try #require(Exchange.format("csv"))
    let text = [
      "vi,tag,en,note", "a,N,b,\"two", "lines, and", "three\"", "", "c,N,d,plain",
      "e,N,f,\"a \"\"quoted\"\" break", "here\"", "g,XX,h,", "i,N,j,",
    ]
    for lineEnd in ["\n", "\r\n"] {
      let read = format.read(Array(text.joined(separator: lineEnd).utf8), file: "x.csv")
      #expect(read.entries.map(\.vi) == ["a", "c", "e", "i"])
      #expect(read.entries.map(\.origin.line) == [2, 6, 7, 10])
      #expect(
        read.entries.map(\.note) == [
          "two lines, and three", "plain", "a \"quoted\" break here", "",
        ])
      #expect(read.findings.map(\.place.line) == [9])
      #expect(read.findings.map(\.code) == ["glossary-tag"])
    }
  }

  @Test(arguments: [
    ("c,QQ,y", 3), ("\"c, d\",QQ,y", 8), ("\"c \"\"d\"\"\",QQ,y", 11), ("nhà,QQ,\"y\nz\"", 5),
  ])
  func aRowOfACSVIsWrongAtAColumn(row: String, column: Int) throws {
    let format = try #require(Exchange.format("csv"))
    let read = format.read(Array("vi,tag,en\r\n\"a\nb\",N,x\r\n\(row)\r\n".utf8), file: "x.csv")
    #expect(read.findings.map(\.place.line) == [4])
    #expect(read.findings.map(\.place.column) == [column])
  }

  @Test(arguments: ["csv", "deepl-csv", "google-csv", "matecat"])
  func aQuoteThatNothingClosesTakesNoRowsWithIt(name: String) throws {
    let format = try #require(Exchange.format(name))
    let entries = try ["a", "b", "c"].map { try TermEntry(vi: $0, tag: .noun, en: "x") }
    var lines = format.write(entries, name: "").split(separator: "\n").map(String.init)
    let place = lines.count - 2
    lines[place] = lines[place].replacing("b", with: "\"b", maxReplacements: 1)
    let read = format.read(Array(lines.joined(separator: "\n").utf8), file: "x.csv")
    #expect(read.entries.map(\.vi).contains("a") && read.entries.map(\.vi).contains("c"))
    #expect(read.findings.first?.code == "glossary-quote")
    #expect(read.findings.first?.place.line == place + 1)
  }

  @Test func aFormatIsToldFromNameAndFirstLine() {
    func name(_ path: String, _ text: String) -> String? {
      Exchange.format(of: path, Array(text.utf8))?.name
    }
    #expect(name("a.tsv", "vi\ttag\ten\n") == "tsv")
    #expect(name("a.tsv", "x\ty\n") == "deepl-tsv")
    #expect(name("a.csv", "vi,tag,en\n") == "csv" && name("a.csv", "vi,en,pos\n") == "google-csv")
    #expect(
      name("a.csv", "Forbidden,Domain\n") == "matecat" && name("a.csv", "x,y\n") == "deepl-csv")
    #expect(name("a.tbx", "<martif>") == "martif" && name("a.tbx", "<tbx>") == "tbx")
    #expect(
      name("a.utf8", "") == "omegat" && name("a.tmx", "") == "tmx" && name("a.doc", "") == nil)
  }

  @Test(arguments: ["tbx", "martif", "tmx"]) func entitiesAreRefused(name: String) throws {
    let format = try #require(Exchange.format(name))
    let laughs = """
      <?xml version="1.0"?>
      <!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
      <x>&c;</x>
      """
    let read = format.read(Array(laughs.utf8), file: "x.xml")
    #expect(read.entries.isEmpty)
    #expect(read.findings.first?.code == "broken-xml")
    #expect(read.findings.first?.message.contains("entities") == true)
    let outside = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>"
    #expect(format.read(Array(outside.utf8), file: "x").findings.first?.code == "broken-xml")
  }

  @Test func brokenAndDeepDocumentsAreNamedByLine() throws {
    let format = try #require(Exchange.format("tmx"))
    let broken = format.read(Array("<tmx>\n<body>\n</tmx>".utf8), file: "x.tmx")
    #expect(broken.findings.first?.place.line == 3)
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(format.read(Array(deep.utf8), file: "x").findings.first?.code == "broken-xml")
    #expect(format.read([], file: "x").findings.first?.code == "broken-xml")
  }

  @Test func aDocumentTypeWithoutEntitiesIsRead() throws {
    let format = try #require(Exchange.format("martif"))
    let entry = try TermEntry(vi: "đàm phán", tag: .verb, en: "negotiate & talk")
    let text = format.write([entry], name: "x").replacing(
      "?>\n", with: "?>\n<!DOCTYPE martif SYSTEM \"TBXcoreStructV02.dtd\">\n", maxReplacements: 1)
    #expect(format.read(Array(text.utf8), file: "x").entries == [entry])
  }

  @Test func quotedCellsMayHoldLineBreaks() throws {
    let format = try #require(Exchange.format("deepl-csv"))
    let read = format.read(Array("\"an, ninh\",\"say \"\"so\"\"\"\r\nx,y\n".utf8), file: "x")
    #expect(read.entries.map(\.vi) == ["an, ninh", "x"])
    #expect(read.entries.map(\.en) == ["say \"so\"", "y"])
  }

  @Test func forbiddenRowsGoToTheirTerm() throws {
    let format = try #require(Exchange.format("matecat"))
    let text = """
      Forbidden,Domain,Subdomain,Definition,vi-VN,Notes,Example of use,en-US,Notes,Example of use
      ,sea,,,Biển Đông,,,South China Sea,,
      TRUE,,,,Biển Đông,,,East Sea,local name,
      """
    let entry = try #require(format.read(Array(text.utf8), file: "x").entries.first)
    #expect(entry.avoid == [AvoidedRendering(text: "East Sea", reason: "local name")])
  }
}
