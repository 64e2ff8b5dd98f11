import Annotation
import ArgumentParser
import Foundation
import Segmentation
import TextModel
import Workflow

/// `songngu annotate`: text in, English for its terms, names, dates and figures out.
struct AnnotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Find terms, titles, names, dates and figures; give their English.",
    discussion: "Example: songngu annotate seeds/002_08239fbb93926ba0.txt")

  @Argument(help: "Files, folders, or - for standard input.") var paths: [String] = ["-"]
  @Flag(help: "JSON Lines: {\"id\",\"text\"} on standard input.") var jsonl = false
  @Option(help: "The article's date (ISO 8601), for years that the text leaves out.")
  var date: String?
  @OptionGroup var shared: SharedOptions

  private struct Record: Encodable {
    struct Item: Encodable {
      let start: Int
      let end: Int
      let surface: String
      let target: String
      let kind: AnnotationKind
      let origin: String
      let layer: GlossarySet.Layer?
      let evidence: String?
      let value: String?
      let inferred: Bool?
    }
    let id: RecordID
    let annotations: [Item]
  }

  func run() throws {
    let workbench = try shared.workbench()
    let segmenter = try workbench.segmenter()
    if jsonl {
      return try JSONLines.run { (record: TextRecord) in
        let bytes = Array(record.text.utf8)
        let spans = try segmenter.sentences(bytes).map(\.span)
        let found = workbench.annotator.annotate(bytes, parts: spans, published: date)
        return Record(
          id: record.id,
          annotations: found.annotations.map { Self.item($0, workbench.glossaries) })
      }
    }
    let input = Input(paths)
    Console.report(input.failures)
    let reader = try workbench.articleReader()
    var recipe = Recipe()
    recipe.date = date
    for document in input.documents {
      let work = try workbench.work(on: document, recipe: recipe, reader: reader)
      for annotation in work.annotated.annotations {
        let value = annotation.value.map { "\t\($0)" } ?? ""
        print(
          "\(annotation.span.start)-\(annotation.span.end)\t\(annotation.kind.rawValue)\t"
            + "\(annotation.surface)\t\(annotation.target)\t\(annotation.origin)\(value)")
      }
    }
    if !input.failures.isEmpty { throw ExitCode(3) }
  }

  private static func item(_ annotation: Annotation, _ glossaries: GlossarySet) -> Record.Item {
    Record.Item(
      start: annotation.span.start, end: annotation.span.end, surface: annotation.surface,
      target: annotation.target, kind: annotation.kind, origin: annotation.origin,
      layer: glossaries.layer(ofOrigin: annotation.origin),
      evidence: annotation.evidence, value: annotation.value,
      inferred: annotation.isInferred ? true : nil)
  }
}
