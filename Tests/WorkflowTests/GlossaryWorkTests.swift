import Foundation
import Terminology
import TestSupport
import Testing
import TextModel
import Workflow

/// Coverage, proposals and impact on the seeds; layers; files that two writers change.
@Suite struct GlossaryWorkTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "songngu-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func seeds() throws -> [SourceDocument] {
    try Repository.files(below: "seeds", ending: ".txt").map {
      let bytes = try Repository.bytes($0)
      return SourceDocument(id: Digest.sha256(bytes), origin: $0, bytes: bytes)
    }
  }

  @Test func aFolderMayBeALink() throws {
    let link = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createSymbolicLink(
      at: link, withDestinationURL: Repository.url("Glossaries"))
    defer { try? FileManager.default.removeItem(at: link) }
    let linked = try GlossarySet(folder: link.path)
    let own = try GlossarySet(folder: Repository.url("Glossaries").path)
    #expect(linked.glossaries.map(\.name) == own.glossaries.map(\.name))
  }

  @Test func coverageCountsEveryWordOnce() throws {
    let bench = try Repository.workbench()
    let text = try bench.glossaryText(try seeds()).text
    let coverage = bench.coverage(text)
    #expect(coverage.words == coverage.known + coverage.gaps.reduce(0) { $0 + $1.count })
    #expect(coverage.percent > 80, "\(coverage.percent)")
    let isKnown = bench.knowsTerm
    let words = text.sentences.flatMap(\.words)
    for gap in coverage.gaps {
      let word = try #require(words.first { $0.text == gap.vi })
      #expect(!isKnown(word.key))
    }
  }

  @Test func nothingThatExistsIsProposed() throws {
    let bench = try Repository.workbench()
    let text = try bench.glossaryText(try seeds()).text
    let index = TermLookup(bench.glossaries.glossaries)
    for candidate in try bench.suggestions(text, options: .init()) {
      let hits = index.search(candidate.vi, limit: 100).filter { $0.match == .exact }
      #expect(hits.allSatisfy { $0.isEnglish }, "\(candidate.vi)")
      #expect(candidate.contexts.allSatisfy { !$0.isEmpty })
    }
  }

  @Test func anUnchangedGlossaryHasNoImpact() throws {
    let bench = try Repository.workbench()
    let impact = try bench.impact(of: bench, on: try seeds())
    #expect(impact.changes.isEmpty && impact.points.isEmpty)
  }

  @Test func anEditedGlossaryStandsForTheShippedOne() throws {
    var file = try GlossaryStore.read(Repository.url("Glossaries/places.tsv").path)
    let row = try #require(file.rows.indices.first { file[$0, .vi] == "Nga" })
    file[row, .en] = "Ruritania"
    let path = folder.appendingPathComponent("places.tsv").path
    try GlossaryStore.write(file.text, to: path)
    let set = try GlossarySet(folder: Repository.url("Glossaries").path, replacing: [path])
    let bench = try Repository.workbench()
    #expect(set.glossaries.count == bench.glossaries.glossaries.count)
    #expect(set.layer(of: "places") == .names)
    let edited = Workbench(language: bench.language, glossaries: set)
    let impact = try bench.impact(of: edited, on: try seeds())
    #expect(impact.changes.contains { $0.after == "Ruritania" && $0.before == "Russia" })
    #expect(impact.changes.contains { $0.isInBrief })
  }

  @Test func everyGlossaryHasItsLayer() throws {
    let set = try Repository.workbench().glossaries
    #expect(set.layer(of: "CLDR") == .cldr && set.layer(of: "law") == .subject)
    #expect(set.layer(of: "people") == .names && set.layer(of: "h-m") == .vocabulary)
    #expect(set.layer(ofOrigin: "places:Nga=Russia") == .names)
    #expect(set.layer(ofOrigin: "compose:title-country") == nil)
    #expect(set.glossaries.allSatisfy { set.layer(of: $0.name) != nil })
  }

  @Test func aChangeThatThrowsLeavesTheFileAlone() throws {
    let path = folder.appendingPathComponent("x.tsv").path
    try GlossaryStore.write("vi\ttag\ten\nx\tN\ty\n", to: path)
    #expect(throws: CancellationError.self) {
      try GlossaryStore.change(path) { file in
        file.rows = []
        throw CancellationError()
      }
    }
    #expect(try GlossaryStore.read(path).rows.count == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["x.tsv"])
  }

  @Test func writersOfOneFileLoseNothing() async throws {
    let path = folder.appendingPathComponent("many.tsv").path
    try GlossaryStore.write("vi\ttag\ten\n", to: path)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<40 {
        group.addTask {
          try GlossaryStore.change(path) { file in
            file.insert(try TermEntry(vi: "từ \(number)", tag: .noun, en: "word"), name: "many")
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try GlossaryStore.read(path).rows.count == 40)
    #expect(try GlossaryStore.read(path).firstUnsorted == nil)
  }
}
