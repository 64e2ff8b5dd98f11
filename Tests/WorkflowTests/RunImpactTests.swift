import Reporting
import TestSupport
import Testing
import TextModel
import Workflow

/// What an edited glossary would change in a stored run.
@Suite struct RunImpactTests {
  private static let names = ["places", "diplomacy", "titles"]

  private func run() throws -> RunContents {
    let glossaries = try Self.names.map {
      GlossarySource(
        path: "Glossaries/\($0).tsv", kind: .subject,
        bytes: try Repository.bytes("Glossaries/\($0).tsv"))
    }
    let inputs = try Repository.files(below: "seeds", ending: ".txt").prefix(2).map { path in
      let bytes = try Repository.bytes(path)
      return SourceDocument(id: Digest.sha256(bytes), origin: path, bytes: bytes)
    }
    let bench = Workbench(
      language: try Repository.workbench().language, glossaries: GlossarySet(glossaries))
    let reader = try bench.articleReader()
    let works = try inputs.map { try bench.work(on: $0, recipe: Recipe(), reader: reader) }
    let result = try BriefMaker(bench, recipe: Recipe()).brief(works, failures: [])
    return RunContents(
      started: "2026-03-01T08:00:00Z", recipe: Recipe(), glossaries: glossaries,
      inputs: result.articles.compactMap { article in
        inputs.first { $0.origin == article.origin }
      }, result: result)
  }

  private func impact(_ path: String, _ text: String) -> RunImpact {
    RunImpact(
      edited: [GlossarySource(path: path, kind: .user, bytes: Array(text.utf8))])
  }

  @Test func aFileThatWasNotEditedChangesNothing() throws {
    let text = try Repository.text("Glossaries/places.tsv")
    let diff = try impact("new/places.tsv", text).diff(of: try run(), name: "run 1")
    #expect(diff.isEmpty && diff.unchanged == 2)
    #expect(diff.before.signature == diff.after.signature)
  }

  @Test func anEditedRowStandsForTheOneOfTheRun() throws {
    let text = try Repository.text("Glossaries/places.tsv")
      .replacing("\nNga\tPN\tRussia\t", with: "\nNga\tPN\tRuritania\t")
    let run = try run()
    let diff = try impact("new/places.tsv", text).diff(of: run, name: "run 1")
    #expect(diff.before.name == "run 1")
    #expect(diff.before.signature.run == run.result.signature.run)
    let changes = diff.articles.flatMap(\.changes)
    #expect(changes.contains { $0.after?.contains("Ruritania") == true })
    for change in changes {
      #expect(change.causes.contains { $0.detail.contains("row ‘Nga’ of places.tsv") }, "\(change)")
    }
  }

  @Test func aFileThatTheRunHasNotComesBeforeAll() throws {
    let text = "vi\ttag\ten\nNga\tPN\tRuritania\n"
    let diff = try impact("own.tsv", text).diff(of: try run(), name: "run 1")
    let changes = diff.articles.flatMap(\.changes)
    #expect(changes.contains { $0.after?.contains("Ruritania") == true })
    #expect(changes.contains { $0.causes.contains { $0.detail.contains("of own.tsv") } })
  }
}
