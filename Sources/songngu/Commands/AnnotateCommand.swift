import Annotation
import ArgumentParser
import Foundation
import Normalization
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
  @Flag(help: "JSON Lines: {\"id\",\"text\",\"published\"?} on standard input.") var jsonl = false
  @Option(help: "The article's date (ISO 8601), for years that the text leaves out.")
  var date: String?
  @Option(help: "every or first: which mentions of a name or term to list.")
  var mentions = Mentions.every
  @OptionGroup var shared: SharedOptions

  enum Mentions: String, ExpressibleByArgument, CaseIterable {
    case every, first
    var policy: MentionPolicy { self == .first ? .first : .every }
  }

  private struct Given: Decodable {
    let id: RecordID
    let text: String
    let published: String?
  }

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
      let refersTo: String?
      let mention: Mention?
      let fullName: String?
      let shortName: String?
    }
    struct Open: Encodable {
      let start: Int
      let end: Int
      let surface: String
      let renderings: [String]
    }
    struct Problem: Encodable {
      let start: Int
      let end: Int
      let severity: Finding.Severity
      let code: String
      let message: String
      let fix: String?
    }
    let id: RecordID
    let annotations: [Item]
    let quotations: [Quotation]?
    let unknowns: [String]?
    let ambiguities: [Open]?
    let findings: [Problem]?
  }

  func run() throws {
    let workbench = try shared.workbench(annotates: true)
    let segmenter = try workbench.segmenter()
    if jsonl {
      return try JSONLines.run { (record: Given) in
        let text = workbench.normalizer.normalize(record.text).text
        let spans = try segmenter.sentences(text.bytes).map(\.span)
        let found = workbench.annotator.annotate(
          text.bytes, parts: spans, published: record.published ?? date)
        let given = Array(record.text.utf8)
        let quotations = found.quotations.map { $0.moved(to: text.source(of: $0.span), in: given) }
        return Record(
          id: record.id,
          annotations: found.annotations(mentions.policy).map {
            Self.item($0, in: text, given, workbench.glossaries)
          },
          quotations: quotations.nilIfEmpty, unknowns: found.unknowns.map(text.string).nilIfEmpty,
          ambiguities: found.ambiguities.map { Self.open($0, in: text, given) }.nilIfEmpty,
          findings: found.findings.map { Self.problem($0, in: text) }.nilIfEmpty)
      }
    }
    let reader = try workbench.articleReader()
    var recipe = Recipe()
    recipe.date = date
    try Input(paths).forEach { document in
      let work = try workbench.work(on: document, recipe: recipe, reader: reader)
      for annotation in work.annotated.annotations(mentions.policy) {
        let value = annotation.value.map { "\t\($0)" } ?? ""
        print(
          "\(annotation.span.start)-\(annotation.span.end)\t\(annotation.kind.rawValue)\t"
            + "\(annotation.surface)\t\(annotation.target)\t\(annotation.origin)\(value)")
      }
    }
  }

  /// An annotation with its offsets in the text as it was given.
  private static func item(
    _ annotation: Annotation, in text: NormalizedText, _ given: [UInt8],
    _ glossaries: GlossarySet
  ) -> Record.Item {
    let span = text.source(of: annotation.span)
    return Record.Item(
      start: span.start, end: span.end,
      surface: String(decoding: given[span.range], as: UTF8.self), target: annotation.target,
      kind: annotation.kind, origin: annotation.origin,
      layer: glossaries.layer(ofOrigin: annotation.origin), evidence: annotation.evidence,
      value: annotation.value,
      inferred: annotation.isInferred ? true : nil, refersTo: annotation.refersTo,
      mention: annotation.mention, fullName: annotation.fullName, shortName: annotation.shortName)
  }

  /// An open sense with its offsets in the text as it was given.
  private static func open(
    _ ambiguity: Ambiguity, in text: NormalizedText, _ given: [UInt8]
  ) -> Record.Open {
    let span = text.source(of: ambiguity.span)
    return Record.Open(
      start: span.start, end: span.end,
      surface: String(decoding: given[span.range], as: UTF8.self),
      renderings: ambiguity.renderings)
  }

  /// A finding with its offsets in the text as it was given.
  private static func problem(_ found: TextFinding, in text: NormalizedText) -> Record.Problem {
    let span = text.source(of: found.span)
    return Record.Problem(
      start: span.start, end: span.end, severity: found.finding.severity,
      code: found.finding.code, message: found.finding.message, fix: found.finding.fix)
  }
}

extension Quotation {
  /// The quotation with its span and words in the text as it was given.
  fileprivate func moved(to span: SourceSpan, in bytes: [UInt8]) -> Quotation {
    Quotation(
      span: TextSpan(span.start, span.end),
      text: String(decoding: bytes[span.range], as: UTF8.self), speaker: speaker,
      mention: mention, title: title, verb: verb, verbTarget: verbTarget, depth: depth,
      isClosed: isClosed, evidence: evidence)
  }
}

extension Array {
  /// The array, or nil when there is nothing in it.
  fileprivate var nilIfEmpty: [Element]? { isEmpty ? nil : self }
}
