import Reporting
import TestSupport
import Testing
import TextModel
import Translation

@testable import Workflow

/// What made the changes between two runs: a memory, an outside engine, a style, a limit.
@Suite struct CauseFinderTests {
  private static let pages = [
    "a.txt":
      "Nga và Mỹ họp về an ninh\nNgày 3/5, hai nước họp tại Geneva về an ninh châu Âu.\nÔng nói hai bên sẽ gặp lại trong tháng tới.\n27 nhà ngoại giao phải rời đi trước ngày 30/1.",
    "b.txt":
      "Hai nước nêu đề xuất\nMỹ nêu đề xuất mới về an ninh hôm nay.\nNga chờ trả lời của Mỹ.\n15 nhà ngoại giao đã trở lại Moscow.",
  ]
  private static let header = "vi\ttag\ten\n"
  /// A row that stands in no page, so that the cause must be found by experiment.
  private static let noise = "không có chữ này\tN\tnothing\n"
  private static let spoken = "Ông nói hai bên sẽ gặp lại trong tháng tới."

  /// An engine that says a word before every sentence.
  private struct Outside: TranslationEngine {
    var name: String { "command:outside" }
    var takesTerms: Bool { false }
    let word: String

    func translate(_ request: SentenceRequest) throws(EngineFailure) -> TranslatedSentence {
      if word.isEmpty { throw EngineFailure(.timeOut, "no answer came") }
      return TranslatedSentence(text: "\(word): \(request.text)", engine: name, confidence: nil)
    }
  }

  private func run(
    _ rows: String = "", memory units: [MemoryUnit] = [], engine: (any TranslationEngine)? = nil,
    pages: [String: String] = Self.pages, _ change: (inout Recipe) -> Void = { _ in }
  ) throws -> RunContents {
    var recipe = Recipe()
    if let engine { recipe.engine = engine.name }
    if !units.isEmpty { recipe.memory = String(MemoryBook(units).digest.prefix(12)) }
    change(&recipe)
    let own = GlossarySource(
      path: "own.tsv", kind: .user, bytes: Array((Self.header + rows).utf8))
    let bench = Workbench(
      language: try Repository.workbench().language, glossaries: GlossarySet([own]))
    let inputs = pages.keys.sorted().map { name in
      let bytes = Array((pages[name] ?? "").utf8)
      return SourceDocument(id: Digest.sha256(bytes), origin: name, bytes: bytes)
    }
    let reader = try bench.articleReader()
    let works = try inputs.map { try bench.work(on: $0, recipe: recipe, reader: reader) }
    let result = try BriefMaker(bench, recipe: recipe).brief(
      works, failures: [],
      translator: SentenceTranslator(bench, engine: engine, memory: MemoryBook(units)))
    let byOrigin = Dictionary(inputs.map { ($0.origin, $0) }) { first, _ in first }
    return RunContents(
      started: "2026-03-01T08:00:00Z", recipe: recipe, glossaries: [own],
      data: bench.language.files, memory: units.isEmpty ? nil : units,
      inputs: result.articles.compactMap { byOrigin[$0.origin] }, result: result)
  }

  private func explained(
    _ before: RunContents, _ after: RunContents,
    limits: CauseFinder.Limits = CauseFinder.Limits()
  ) throws -> RunDiff {
    let (before, after) = (try before.styled(), try after.styled())
    let diff = RunDiffer().diff(before.result, after.result, names: ("a", "b"))
    return try CauseFinder(before, after, limits: limits).explaining(diff)
  }

  private func unit(_ en: String, _ vi: String = spoken) -> MemoryUnit {
    MemoryUnit(vi: vi, en: en, isApproved: true)
  }

  private func causes(_ diff: RunDiff) -> [Cause] {
    diff.articles.flatMap(\.changes).flatMap(\.causes)
  }

  @Test func anApprovedSentenceIsNamed() throws {
    let far = unit("It rains.", "Trời mưa rất to ở miền Trung.")
    let before = try run(memory: [far])
    let after = try run(Self.noise, memory: [unit("The two sides are to meet again."), far])
    let diff = try explained(before, after)
    #expect(diff.articles.flatMap(\.changes).map(\.kind).contains(.gist))
    #expect(!causes(diff).isEmpty)
    for change in diff.articles.flatMap(\.changes) {
      #expect(change.causes.map(\.factor) == [.memory], "\(change)")
      #expect(
        change.causes.first?.detail
          == "approved sentence ‘\(Self.spoken)’: none → “The two sides are to meet again.”")
    }
  }

  @Test func aChangedApprovalIsNamedInARunThatKeptNoMemory() throws {
    func forgetful(_ run: RunContents) -> RunContents {
      RunContents(
        started: run.started, recipe: run.recipe, glossaries: run.glossaries, data: run.data,
        inputs: run.inputs, result: run.result)
    }
    let diff = try explained(
      forgetful(try run(memory: [unit("One.")])), forgetful(try run(memory: [unit("Two.")])))
    #expect(Set(causes(diff).map(\.factor)) == [.memory])
    #expect(Set(causes(diff).map(\.detail)).first?.contains("“One.” → “Two.”") == true)
  }

  @Test func anotherEngineIsAnOption() throws {
    let before = try run()
    let after = try run(Self.noise, engine: Outside(word: "A"))
    let diff = try explained(before, after)
    let english = diff.articles.flatMap(\.changes).filter { $0.kind == .gist }
    #expect(english.count > 2)
    for change in english {
      #expect(change.causes.map(\.factor) == [.option], "\(change)")
      #expect(change.causes.first?.detail == "option engine → command:outside")
    }
  }

  @Test func anOutsideEngineThatAnswersOtherwiseIsSaidSo() throws {
    let before = try run(engine: Outside(word: "A"))
    let after = try run("nhà ngoại giao\tN\tenvoy\n", engine: Outside(word: "B"))
    let diff = try explained(before, after)
    let changes = diff.articles.flatMap(\.changes)
    #expect(changes.contains { $0.kind == .gist } && changes.contains { $0.kind == .figure })
    for change in changes where change.kind == .gist {
      #expect(change.causes.map(\.factor) == [.engine], "\(change)")
      #expect(change.causes.first?.detail.contains("cannot be asked again") == true)
    }
    for change in changes where change.kind == .figure || change.kind == .rendering {
      #expect(change.causes.map(\.factor) == [.glossary], "\(change)")
    }
  }

  @Test func aFailureOfAnOutsideEngineIsTheEngines() throws {
    let diff = try explained(
      try run(engine: Outside(word: "")), try run(Self.noise, engine: Outside(word: "A")))
    #expect(causes(diff).contains { $0.factor == .engine })
    #expect(!causes(diff).contains { $0.factor == .version })
  }

  @Test func theSameAnswersLeaveTheOtherCausesAlone() throws {
    let engine = Outside(word: "A")
    var pages = Self.pages
    pages["a.txt"] = pages["a.txt"]?.replacing("gặp lại", with: "họp lại")
    let diff = try explained(
      try run(engine: engine), try run(Self.noise, engine: engine, pages: pages))
    #expect(diff.articles.flatMap(\.changes).contains { $0.subject == "sentence edited" })
    #expect(causes(diff).allSatisfy { $0.factor == .input } && !causes(diff).isEmpty)
  }

  @Test func aStyleIsAnOption() throws {
    let before = try run("nhà ngoại giao\tN\tcolour\n")
    let after = try run("nhà ngoại giao\tN\tcolour\n" + Self.noise) {
      $0.style = try? StyleFile.profile("american")
    }
    let diff = try explained(before, after)
    #expect(Set(causes(diff)) == [Cause(.option, "option style → american")])
  }

  @Test func aGlossaryThatOnlyMovedIsNoCause() throws {
    func moved(_ run: RunContents) -> RunContents {
      RunContents(
        started: run.started, recipe: run.recipe,
        glossaries: run.glossaries.map {
          GlossarySource(path: "new/\($0.path)", kind: $0.kind, bytes: $0.bytes)
        }, data: run.data, inputs: run.inputs, result: run.result)
    }
    let rows = "nhà ngoại giao\tN\tdiplomat\nan ninh\tN\tsecurity\n"
    let after = try run(rows.replacing("diplomat", with: "envoy") + Self.noise)
    let diff = try explained(try run(rows), moved(after))
    #expect(!causes(diff).isEmpty)
    #expect(causes(diff).allSatisfy { $0.detail.contains("row ‘nhà ngoại giao’ of own.tsv") })
  }

  @Test func theTitleIsNoCauseInAnArticle() throws {
    let before = try run("nhà ngoại giao\tN\tdiplomat\n")
    let after = try run("nhà ngoại giao\tN\tenvoy\n") { $0.title = "t" }
    var limits = CauseFinder.Limits()
    limits.text = 0
    let diff = try explained(before, after, limits: limits)
    #expect(diff.untried == 0 && Set(causes(diff).map(\.factor)) == [.glossary])
    let title = try #require(diff.set.first { $0.kind == .headline })
    #expect(title.causes.contains { $0.detail == "option title → \"t\"" })
  }

  @Test func theLimitIsKeptAndSaid() throws {
    let before = try run("nhà ngoại giao\tN\tdiplomat\n")
    let after = try run("nhà ngoại giao\tN\tenvoy\n" + Self.noise)
    var limits = CauseFinder.Limits()
    limits.text = 0
    let none = try explained(before, after, limits: limits)
    #expect(none.untried == 1)
    #expect(none.articles.map { $0.changes.allSatisfy { !$0.causes.isEmpty } } == [true, false])
    #expect(DiffTextWriter().text(none).contains("causes were looked for in 1 of 2 articles"))
    limits.text = nil
    let all = try explained(before, after, limits: limits)
    #expect(all.untried == 0)
    #expect(all.articles.flatMap(\.changes).allSatisfy { !$0.causes.isEmpty })
    #expect(try explained(before, after) == all)
  }
}
