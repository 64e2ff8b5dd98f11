import Foundation
import Reporting
import TestSupport
import Testing
import TextModel
import Workflow

@Suite struct MemoryImportTests {
  private func pair(
    _ vi: String, _ en: String, _ verdict: ReadPair.Verdict = .open, line: Int = 1
  ) -> ReadPair {
    ReadPair(name: "s", vi: vi, en: en, line: line, verdict: verdict)
  }

  private func taken(
    _ pairs: [ReadPair], into book: MemoryBook = MemoryBook(), written: [String: String] = [:],
    all: Bool = false
  ) -> MemoryImport {
    MemoryImport(
      ReadPairs(pairs: pairs), file: "f.xlf", date: "2026-03-01", into: book,
      written: { written[$0] }, approvesAll: all)
  }

  @Test func whatChangedIsApprovedAndWhatDidNotWaits() {
    let found = taken(
      [
        pair("Một.", "One!"), pair("Hai.", "Two."), pair("Ba.", "Three."),
        pair("Bốn.", "4", .approved),
      ],
      written: ["Một.": "One.", "Hai.": "Two."])
    #expect(found.changes.map(\.kind) == [.changed, .unchanged, .new, .new])
    #expect(found.changes.map(\.isApproved) == [true, false, false, true])
    #expect(found.changes[0].before == "One.")
    #expect(
      found.changes[0].words == [WordEdit(.removed, "One."), WordEdit(.added, "One!")])
    #expect(found.book.units.map(\.date) == ["2026-03-01", "", "", "2026-03-01"])
    #expect(found.book.units.allSatisfy { $0.origin == "f.xlf" })
    #expect(taken([pair("Ba.", "3")], all: true).changes.map(\.isApproved) == [true])
  }

  @Test func theMemoryIsWhatTheNextFileIsComparedWith() {
    let first = taken([pair("Một.", "One!")], written: ["Một.": "One."])
    let again = taken([pair("Một.", "One!")], into: first.book, written: ["Một.": "One."])
    #expect(again.changes.map(\.kind) == [.unchanged] && again.changes[0].isApproved)
    #expect(again.book == first.book)
    let later = taken([pair("Một.", "A!")], into: first.book)
    #expect(later.changes[0].before == "One!" && later.book.units.count == 1)
    #expect(later.book["Một."]?.en == "A!")
  }

  @Test func twoTranslationsOfASentenceAreTold() {
    let found = taken([pair("Một.", "One."), pair("Một.", "A.", line: 7)])
    #expect(found.findings.map(\.code) == ["two-translations"])
    #expect(found.findings.first?.place.line == 7)
    #expect(found.book.units.map(\.en) == ["A."])
  }

  @Test func aMemoryInAFileComesBack() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(UUID().uuidString).tmx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(throws: DataError.self) { try MemoryBook(file: path) }
    #expect(try MemoryBook(file: path, mayBeMissing: true) == MemoryBook())
    let book = taken([pair("Một.", "One!"), pair("Hai.", "2", .approved)]).book
    try book.write(to: path)
    #expect(try MemoryBook(file: path) == book)
    try "<tmx>\n<broken".write(toFile: path, atomically: true, encoding: .utf8)
    let error = #expect(throws: DataError.self) { try MemoryBook(file: path) }
    #expect(error?.path.hasSuffix(".tmx:2") == true)
  }

  /// It may hold what a memory has no place for.
  @Test func theFileOfAnotherProgramIsLeftAsItIs() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(UUID().uuidString).tmx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let other = """
      <tmx version="1.4"><header creationtool="OmegaT"/><body><tu><tuv xml:lang="vi"><seg>Một.</seg></tuv>
      <tuv xml:lang="en"><seg>One.</seg></tuv><tuv xml:lang="fr"><seg>Un.</seg></tuv></tu></body></tmx>
      """
    try other.write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try MemoryBook(file: path)["Một."]?.isApproved == true)
    #expect(throws: DataError.self) { try MemoryBook().write(to: path) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == other)
  }

  @Test func theDigestFollowsApprovedUnitsOnly() {
    let one = MemoryUnit(vi: "Một.", en: "One.", isApproved: true)
    let waiting = MemoryUnit(vi: "Hai.", en: "Two.", isApproved: false)
    #expect(MemoryBook([one]).digest == MemoryBook([one, waiting]).digest)
    #expect(MemoryBook([one]).digest != MemoryBook().digest)
    #expect(one.id.count == 8 && one.id != waiting.id)
  }
}
