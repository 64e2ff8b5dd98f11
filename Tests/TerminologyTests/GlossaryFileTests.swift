import Terminology
import TestSupport
import Testing

/// Files that are changed keep what nobody touched.
@Suite struct GlossaryFileTests {
  private func desk() throws -> GlossaryFile {
    GlossaryFile(try Repository.bytes("Tests/Fixtures/glossaries/desk.tsv"))
  }

  @Test func readingTheTextGivesTheFileBack() throws {
    let bytes = try Repository.bytes("Tests/Fixtures/glossaries/desk.tsv")
    #expect(Array(GlossaryFile(bytes).text.utf8) == bytes)
  }

  @Test func everyShippedFileComesBackByteForByte() throws {
    for path in Repository.files(below: "Glossaries", ending: ".tsv") {
      let bytes = try Repository.bytes(path)
      #expect(Array(GlossaryFile(bytes).text.utf8) == bytes, "\(path)")
    }
  }

  @Test func anUnknownColumnSurvivesAnEdit() throws {
    var file = try desk()
    let row = try #require(file.rows.indices.first { file[$0, .vi] == "Bộ Ngoại giao" })
    var entry = try file.entry(at: row, glossary: "desk")
    entry.en = "Foreign Ministry"
    file.set(row, to: entry, name: "desk")
    #expect(file[row, "desk"] == "foreign" && file[row, .en] == "Foreign Ministry")
    #expect(file[row, .domain].isEmpty)
    let other = file.rows.indices.filter { $0 != row }
    let before = try desk()
    #expect(other.allSatisfy { file.rows[$0] == before.rows[$0] })
  }

  @Test func aNewRowGoesAfterTheSensesOfItsHeadword() throws {
    var file = try desk()
    file.insert(try TermEntry(vi: "ngoại trưởng", tag: .noun, en: "third"), name: "desk")
    let senses = file.rows.indices.filter { file[$0, .vi] == "ngoại trưởng" }
    #expect(senses.map { file[$0, .en] } == ["foreign minister", "secretary of state", "third"])
    #expect(file.firstUnsorted == nil)
  }

  @Test(arguments: 0..<30) func insertingInAnyOrderGivesASortedFile(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var file = GlossaryFile()
    for number in 0..<20 {
      let vi = generator.text(of: ["đ", "a", "â", "Z", " b"], count: 3)
      file.insert(
        try TermEntry(vi: "x\(vi)", tag: .noun, en: "\(number)"), name: "")
    }
    #expect(file.firstUnsorted == nil)
    var sorted = file
    sorted.sort()
    #expect(sorted == file)
  }

  @Test func linesEndedTheWindowsWayAreRead() {
    let file = GlossaryFile(Array("vi\ttag\ten\r\nx\tN\ty\r\n".utf8))
    #expect(file.columns == ["vi", "tag", "en"] && file[0, .en] == "y")
  }
}
