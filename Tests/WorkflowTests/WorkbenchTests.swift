import Foundation
import TestSupport
import Testing
import TextModel
import Workflow

@Suite struct WorkbenchTests {
  let workbench: Workbench

  init() throws { workbench = try Repository.workbench() }

  private func inspect(_ path: String) throws -> ArticleWork {
    let bytes = try Repository.bytes(path)
    let source = SourceDocument(id: Digest.sha256(bytes), origin: path, bytes: bytes)
    return try workbench.work(on: source, recipe: Recipe(), reader: workbench.articleReader())
  }

  @Test(arguments: Repository.files(below: "seeds", ending: ".txt"))
  func everyStageOfASeedIsAsRecorded(path: String) throws {
    let work = try inspect(path)
    let text = work.article.text
    var lines = text.map.edits.map {
      "repair\t\($0.start)-\($0.end)\t\($0.rule)\t\(String(decoding: $0.replacement, as: UTF8.self))"
    }
    lines += work.article.blocks.map { "block\t\($0.role.rawValue)\t\(text.string($0.span))" }
    lines += work.article.sentences.map {
      "sentence\t\($0.ordinal)\t\($0.rule)\t\(text.string($0.span))"
    }
    lines += work.annotated.annotations.map {
      "term\t\($0.kind.rawValue)\t\($0.surface)\t\($0.target)"
    }
    let name = path.split(separator: "/").last?.prefix(3) ?? ""
    try Golden.check(lines.joined(separator: "\n") + "\n", "stages/\(name).tsv")
  }

  @Test func theSignatureNamesWhatTheResultDependsOn() throws {
    var recipe = Recipe()
    let first = try Versions.signature(
      recipe: recipe, glossaries: workbench.glossaries, language: workbench.language,
      inputs: ["a"])
    #expect(
      try Versions.signature(
        recipe: recipe, glossaries: workbench.glossaries, language: workbench.language,
        inputs: ["a"])
        == first)
    #expect(
      try Versions.signature(
        recipe: recipe, glossaries: workbench.glossaries, language: workbench.language,
        inputs: ["b"]
      ).run
        != first.run)
    recipe.summarization.budget = .sentences(3)
    #expect(
      try Versions.signature(
        recipe: recipe, glossaries: workbench.glossaries, language: workbench.language,
        inputs: ["a"]
      ).recipe
        != first.recipe)
  }

  @Test func aUserGlossaryComesFirst() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("own.tsv").path
    try Data("vi\ttag\ten\nngoại giao\tM\tstatecraft\n".utf8).write(to: URL(fileURLWithPath: path))
    let set = try GlossarySet(folder: Repository.url("Glossaries").path, files: [path])
    let bench = Workbench(language: workbench.language, glossaries: set)
    let bytes = Array("Ông coi ngoại giao là quan trọng".utf8)
    let found = bench.annotator.annotate(bytes, parts: [TextSpan(0, bytes.count)])
    #expect(found.annotations.contains { $0.target == "statecraft" })
    #expect(set.digest != workbench.glossaries.digest)
  }

  @Test func aMissingGlossaryIsNamed() {
    #expect(throws: DataError.self) { try GlossarySet(folder: nil, files: ["/nowhere/x.tsv"]) }
  }
}
