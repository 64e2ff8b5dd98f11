import Terminology
import TestSupport
import Testing

/// Differences and merges.
@Suite struct ChangeTests {
  private func fixture(_ name: String) throws -> GlossaryFile {
    GlossaryFile(try Repository.bytes("Tests/Fixtures/glossaries/\(name).tsv"))
  }

  /// A file and random changes to it.
  private func changed(_ file: GlossaryFile, _ seed: UInt64) throws -> GlossaryFile {
    var generator = SeededGenerator(seed: seed)
    var file = file
    for _ in 0..<Int.random(in: 0...4, using: &generator) {
      switch Int.random(in: 0..<3, using: &generator) {
      case 0 where !file.rows.isEmpty:
        file.rows.remove(at: Int.random(in: file.rows.indices, using: &generator))
      case 1 where !file.rows.isEmpty:
        let row = Int.random(in: file.rows.indices, using: &generator)
        file[row, .en] = "en\(seed)-\(row)"
      default:
        let vi = generator.text(of: ["a", "b", "đ"], count: 4)
        file.insert(try TermEntry(vi: vi, tag: .noun, en: "new \(seed)"), name: "")
      }
    }
    return file
  }

  /// The rows without their line numbers.
  private func rows(_ file: GlossaryFile) -> [[String]] { file.rows.map(\.cells) }

  @Test func aFileDoesNotDifferFromItself() throws {
    let file = try fixture("desk")
    #expect(GlossaryDiff(file, file).changes.isEmpty)
    var reversed = file
    reversed.rows.reverse()
    #expect(GlossaryDiff(file, reversed).changes.isEmpty)
  }

  @Test(arguments: 0..<60) func aDifferenceSaysHowManyRowsComeAndGo(seed: UInt64) throws {
    let file = try fixture("base")
    let other = try changed(file, seed)
    let kinds = GlossaryDiff(file, other).changes.map(\.kind)
    let balance = kinds.count { $0 == .added } - kinds.count { $0 == .removed }
    #expect(balance == other.rows.count - file.rows.count)
    #expect(GlossaryDiff(file, other).changes.isEmpty == (rows(file) == rows(other)))
  }

  @Test func aChangedCellIsNamed() throws {
    let changes = GlossaryDiff(try fixture("base"), try fixture("ours")).changes
    #expect(changes.map(\.vi) == ["lãnh sự", "phái đoàn", "đại sứ"])
    #expect(changes.map(\.kind) == [.added, .changed, .changed])
    #expect(
      changes[1].fields == [
        GlossaryDiff.Field(column: "en", before: "delegation", after: "mission")
      ])
  }

  @Test func mergesWhatEachSideChanged() throws {
    let merge = GlossaryMerge(
      base: try fixture("base"), ours: try fixture("ours"), theirs: try fixture("theirs"))
    #expect(merge.conflicts.map(\.vi) == ["phái đoàn"])
    #expect(merge.conflicts.first?.column == "en")
    #expect(merge.conflicts.first?.theirs == "party")
    let result = merge.result
    let names = result.rows.indices.map { result[$0, .vi] }
    #expect(names == ["lãnh sự", "phái đoàn", "tùy viên", "đàm phán", "đại sứ"])
    #expect(result[3, .en] == "hold talks" && result[1, .en] == "mission")
    #expect(result[4, .variants] == "ĐS|đại sứ đặc mệnh toàn quyền|Đại sứ Việt Nam")
  }

  @Test func aRowRemovedHereAndChangedThereIsAConflict() throws {
    let base = try fixture("base")
    var ours = base
    ours.rows.remove(at: 0)
    var theirs = base
    theirs[0, .en] = "other"
    for (left, right) in [(ours, theirs), (theirs, ours)] {
      let merge = GlossaryMerge(base: base, ours: left, theirs: right)
      #expect(merge.conflicts.map(\.column) == ["row"])
    }
  }

  @Test(arguments: 0..<60) func aSideThatDidNotChangeGivesWay(seed: UInt64) throws {
    let base = try fixture("base")
    let other = try changed(base, seed)
    for merge in [
      GlossaryMerge(base: base, ours: base, theirs: other),
      GlossaryMerge(base: base, ours: other, theirs: base),
      GlossaryMerge(base: base, ours: other, theirs: other),
    ] {
      #expect(merge.conflicts.isEmpty)
      #expect(Set(rows(merge.result)) == Set(rows(other)))
      #expect(merge.result.rows.count == other.rows.count)
    }
  }

  @Test(arguments: 0..<60) func withoutConflictsTheSidesMayBeExchanged(seed: UInt64) throws {
    let base = try fixture("base")
    let (left, right) = (try changed(base, seed), try changed(base, seed &+ 1000))
    let merge = GlossaryMerge(base: base, ours: left, theirs: right)
    let other = GlossaryMerge(base: base, ours: right, theirs: left)
    #expect(merge.conflicts.count == other.conflicts.count)
    if merge.conflicts.isEmpty {
      #expect(
        rows(merge.result).map { $0.joined() }.sorted()
          == rows(other.result).map { $0.joined() }.sorted())
    }
  }
}
