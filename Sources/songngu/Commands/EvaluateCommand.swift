import ArgumentParser
import Evaluation
import Foundation
import Normalization
import TextModel
import Workflow

/// `songngu evaluate`: scores against gold made by hand.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Score stages against gold files.",
    discussion: "Example: songngu evaluate structure Tests/Fixtures/seeds --pages seeds",
    subcommands: [
      EvaluateStructure.self, EvaluateSummary.self, EvaluateFeatures.self, EvaluateTranslation.self,
    ])
}

/// `songngu evaluate structure`: roles of the parts of pages.
struct EvaluateStructure: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "structure",
    abstract: "Score the roles of page parts against NAME.structure.tsv files.",
    discussion: "Example: songngu evaluate structure Tests/Fixtures/seeds --pages seeds --errors")

  @Argument(help: "A folder with files NAME.structure.tsv.") var folder: String
  @Option(help: "The folder of the pages NAME.txt or NAME.html. Default: the same folder.")
  var pages: String?
  @Flag(help: "List the rows with a wrong role.") var errors = false
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let workbench = try shared.workbench()
    let reader = try workbench.articleReader()
    var total = StructureScore()
    var fields = MetadataScore()
    for name in try golds() {
      var score = StructureScore()
      let page = try page(name)
      let work = try workbench.work(on: page, recipe: Recipe(), reader: reader)
      let gold = workbench.repaired(try rows(name))
      score.add(work.article, gold: gold)
      total.add(work.article, gold: gold)
      printScore(name, score)
      var missed = score.errors
      if let gold = metadata(name) {
        missed += fields.add(found: work.article.metadata, gold: gold)
      }
      if errors { for error in missed { print("    \(error)") } }
    }
    printScore("all", total)
    printFields(fields)
  }

  /// What a page's gold file NAME.meta.json says of it; nil where there is none.
  private func metadata(_ name: String) -> ArticleMetadata? {
    FileManager.default.contents(atPath: "\(folder)/\(name).meta.json").flatMap {
      try? JSONDecoder().decode(ArticleMetadata.self, from: $0)
    }
  }

  private func printFields(_ score: MetadataScore) {
    for field in score.fields where field.given + field.invented > 0 {
      print(
        "\(field.name)\tright \(field.right) of \(field.given)\tfound where none is given: "
          + "\(field.invented)")
    }
  }

  private func printScore(_ name: String, _ score: StructureScore) {
    func percent(_ value: Double) -> String { "\((value * 1000).rounded() / 10)" }
    print(
      "\(name)\tcharacters F1 \(percent(score.characters.f1))\trows F1 \(percent(score.rows.f1))\t"
        + "roles right \(score.rightRoles) of \(score.allRows)\tglued neighbours parted "
        + "\(score.glued.truePositives) of \(score.glued.truePositives + score.glued.falseNegatives)"
        + ", cut wrongly \(score.glued.falsePositives)"
        + (score.cutsInBars > 0 ? " (in bars: \(score.cutsInBars))" : ""))
  }

  private func golds() throws -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw InputError("\(folder): this folder cannot be read")
    }
    let golds = names.filter { $0.hasSuffix(".structure.tsv") }.sorted().map {
      String($0.dropLast(14))
    }
    if golds.isEmpty { throw InputError("\(folder): no file ends in .structure.tsv") }
    return golds
  }

  private func page(_ name: String) throws -> SourceDocument {
    for ending in ["txt", "html"] {
      let input = Input(["\(pages ?? folder)/\(name).\(ending)"])
      if let document = input.documents.first { return document }
    }
    throw InputError("\(pages ?? folder)/\(name).txt: no page for this gold")
  }

  private func rows(_ name: String) throws -> [(role: BlockRole, text: String)] {
    let path = "\(folder)/\(name).structure.tsv"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw InputError("\(path): cannot be read")
    }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "\t", maxSplits: 1)
      guard cells.count == 2, let role = BlockRole(rawValue: String(cells[0])) else { return nil }
      return (role, String(cells[1]))
    }
  }
}

extension StructureScore {
  /// Compares a page's blocks and cuts with gold rows.
  fileprivate mutating func add(_ article: Article, gold: [(role: BlockRole, text: String)]) {
    let blocks = article.blocks.map { (role: $0.role, text: article.text.string($0.span)) }
    add(blocks: blocks, gold: gold)
    addCuts(
      lines: article.text.text.split(separator: "\n").map(String.init), blocks: blocks.map(\.text),
      gold: gold)
  }
}

extension Workbench {
  /// Gold rows hold the page as it was; repaired like the page, their characters can be counted.
  fileprivate func repaired(
    _ rows: [(role: BlockRole, text: String)]
  ) -> [(role: BlockRole, text: String)] {
    let text = normalizer.normalize(rows.map(\.text).joined(separator: "\n")).text.text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return lines.count == rows.count ? zip(rows, lines).map { ($0.role, $1) } : rows
  }
}
