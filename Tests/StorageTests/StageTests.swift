import Foundation
import Reporting
import TestSupport
import Testing
import TextModel
import Workflow

@testable import Storage

/// Stages that come from the store, and runs that are made ready to be compared.
@Suite struct StageTests {
  private func store() throws -> RunStore {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return try RunStore(path: url.appendingPathComponent("s.sqlite").path)
  }

  private static let pages = [
    "a.txt":
      "Nga và Mỹ họp về an ninh\nNgày 3/5, hai nước họp tại Geneva về an ninh châu Âu.\nÔng nói hai bên sẽ gặp lại trong tháng tới.\n27 nhà ngoại giao phải rời đi trước ngày 30/1.",
    "b.txt":
      "Giá vàng tăng mạnh\nGiá vàng trong nước tăng 2,3 triệu đồng sáng nay.\nNgười mua xếp hàng từ sớm tại Hà Nội.\nChuyên gia khuyên nên chờ thêm.",
    "c.txt":
      "Mưa lớn ở miền Trung\nMưa lớn kéo dài ba ngày tại Quảng Nam.\nHơn 1.200 hộ dân phải sơ tán trong đêm.\nChính quyền đang hỗ trợ.",
  ]

  private static let tools = Result {
    let file = GlossarySource(
      path: "own.tsv", kind: .user, bytes: Array("vi\ttag\ten\nnhà ngoại giao\tN\tdiplomat\n".utf8))
    return Workbench(language: try LanguageData(), glossaries: GlossarySet([file]))
  }

  private func documents(_ names: [String]) -> [SourceDocument] {
    names.map { name in
      let bytes = Array((Self.pages[name] ?? "").utf8)
      return SourceDocument(id: Digest.sha256(bytes), origin: name, bytes: bytes)
    }
  }

  private func keys(_ bench: Workbench, _ documents: [SourceDocument]) throws -> RunKeys {
    try RunKeys(
      program: "p", recipe: Recipe(), glossaries: bench.glossaries, language: bench.language,
      inputs: documents)
  }

  /// Briefs documents and stores the run, taking stages that are known.
  private func run(_ names: [String], _ store: RunStore, known: Bool) throws -> RunContents {
    let bench = try Self.tools.get()
    let documents = documents(names)
    let stages = known ? try store.stages(try keys(bench, documents)) : nil
    let reader = try bench.articleReader()
    let works = try documents.map { try bench.work(on: $0, recipe: Recipe(), reader: reader) }
    let set =
      try stages?.result
      ?? BriefMaker(bench, recipe: Recipe()).brief(
        works, failures: [], known: stages?.articles.compactMap { $0 } ?? [])
    let byOrigin = Dictionary(documents.map { ($0.origin, $0) }) { first, _ in first }
    let inputs = set.articles.compactMap { byOrigin[$0.origin] }
    let contents = RunContents(
      started: "2026-03-01T08:00:00Z", recipe: Recipe(), glossaries: bench.glossaries.files,
      data: bench.language.files, inputs: inputs, result: set)
    _ = try store.record(
      contents, keys: try keys(bench, inputs), isKnown: stages?.result != nil)
    return contents
  }

  @Test func stagesOfAnUnchangedSetAreTheWholeResult() throws {
    let store = try store()
    let names = ["a.txt", "b.txt", "c.txt"]
    let made = try run(names, store, known: false)
    let objects = try store.verify().objects
    let stages = try store.stages(try keys(try Self.tools.get(), documents(names.reversed())))
    #expect(stages.result == made.result)
    #expect(try run(names, store, known: true).result == made.result)
    #expect(try store.verify().objects == objects)
    #expect(try store.runs().count == 2)
  }

  @Test func stagesOfSomeArticlesGiveTheSameBytes() throws {
    let store = try store()
    _ = try run(["b.txt", "c.txt"], store, known: false)
    let taken = try run(["a.txt", "b.txt", "c.txt"], store, known: true)
    let fresh = try run(["a.txt", "b.txt", "c.txt"], try self.store(), known: false)
    let formats = Reports.formats.filter { $0 != "docx" }
    #expect(taken.result == fresh.result)
    #expect(
      try Reports.files(taken.result, formats: formats)
        == Reports.files(fresh.result, formats: formats))
  }

  @Test func anotherOptionProgramOrPlaceIsAnotherStage() throws {
    let bench = try Self.tools.get()
    let documents = documents(["a.txt"])
    let base = try keys(bench, documents)
    var recipe = Recipe()
    recipe.title = "t"
    let make = { (program: String, recipe: Recipe, inputs: [SourceDocument]) in
      try RunKeys(
        program: program, recipe: recipe, glossaries: bench.glossaries, language: bench.language,
        inputs: inputs)
    }
    #expect(try make("p", Recipe(), documents) == base)
    #expect(try make("q", Recipe(), documents).articles != base.articles)
    let titled = try make("p", recipe, documents)
    #expect(titled.articles == base.articles && titled.set != base.set)
    recipe.summarization.budget = .sentences(1)
    #expect(try make("p", recipe, documents).articles != base.articles)
    let moved = SourceDocument(id: documents[0].id, origin: "z.txt", bytes: documents[0].bytes)
    #expect(try make("p", Recipe(), [moved]).articles != base.articles)
  }

  @Test func prunedRunsTakeTheirStagesAlong() throws {
    let store = try store()
    _ = try run(["a.txt"], store, known: false)
    _ = try run(["b.txt"], store, known: false)
    #expect(try store.prune(keep: 1).runs == 1)
    let bench = try Self.tools.get()
    #expect(try store.stages(try keys(bench, documents(["a.txt"]))).result == nil)
    #expect(try store.stages(try keys(bench, documents(["b.txt"]))).result != nil)
    #expect(try store.verify().problems.isEmpty)
  }

  /// Law: a pair gives the diff of the whole results.
  @Test(arguments: 1...30) func aPairGivesTheDiffOfTheWholeResults(seed: UInt64) throws {
    let store = try store()
    var generated = GeneratedBriefs(seed: seed, tellsWords: seed % 2 == 0)
    let before = generated.set()
    let kept = generated.set(keeping: before)
    // Every third time some articles differ in nothing but the words of their English.
    let after = seed % 3 == 0 ? kept.with(articles: kept.articles.map(\.bare)) : kept
    let runs = try [before, after].map { set in
      try store.record(
        RunContents(
          started: "2026-03-01T08:00:00Z", recipe: Recipe(), glossaries: [],
          inputs: set.articles.map { article in
            let bytes = Array(article.headline.vi.utf8)
            return SourceDocument(id: Digest.sha256(bytes), origin: article.origin, bytes: bytes)
          }, result: set))
    }
    let short = RunDiffer().diff(try store.pair(runs[0], runs[1]), names: ("a", "b"))
    let whole = RunDiffer().diff(before, after, names: ("a", "b"))
    #expect(short.articles == whole.articles)
    #expect(short.set == whole.set)
    #expect(Set(short.same) == Set(whole.same))
    #expect(short.metrics == whole.metrics)
  }

  @Test func whatChangedIsSaidOfTheRunBefore() throws {
    let store = try store()
    let first = try run(["a.txt", "b.txt"], store, known: false)
    #expect(try store.recentChanges(in: first.result, of: store.find("latest")) == nil)
    let second = try run(["b.txt", "c.txt"], store, known: true)
    let recent = try #require(
      try store.recentChanges(in: second.result, of: store.find("latest")))
    #expect(recent.articles.map(\.headline.vi) == ["Mưa lớn ở miền Trung"])
    #expect(recent.articles.map(\.since) == [nil])
    #expect(recent.unchanged == 1 && recent.gone == ["a.txt"])
    let again = try run(["b.txt", "c.txt"], store, known: true)
    #expect(try store.recentChanges(in: again.result, of: store.find("latest")) == recent)
  }
}
