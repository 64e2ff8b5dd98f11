import Segmentation
import Summarization
import TextModel
import Workflow

/// A record of `summarize --jsonl` and of `evaluate`.
struct SummaryRecord: Decodable {
  struct Document: Decodable {
    let id: String?
    let title: String?
    let lead: String?
    let text: String
    let published: String?
  }

  let id: RecordID
  let documents: [Document]?
  let text: String?
  let references: [String]?

  /// The documents, one without more for a record with a text.
  /// - Throws: `RecordError` when the record has neither.
  func given() throws -> [Document] {
    if let documents { return documents }
    guard let text else {
      throw RecordError(
        code: "missing-field", message: "the record has neither 'documents' nor 'text'")
    }
    return [Document(id: nil, title: nil, lead: nil, text: text, published: nil)]
  }

  func read(
    _ workbench: Workbench, _ segmenter: borrowing SentenceSegmenter, lede: LedePolicy
  ) throws -> [PlainDocument] {
    var read: [PlainDocument] = []
    for document in try given() {
      read.append(
        try PlainDocument(
          title: document.title, lead: document.lead, text: document.text,
          published: document.published, workbench: workbench, segmenter: segmenter,
          takesLede: lede == .candidate))
    }
    return read
  }
}

/// What `summarize --jsonl` gives for a record.
struct SummaryResult: Encodable {
  struct Selection: Encodable {
    let document: String
    let sentence: Int
    let text: String
    let score: Double
    let reason: String
    var parts: [ScorePart]?
    var adds: Double?
    var repeats: Double?
    var margin: Double?
    var phrases: [String]?
  }

  let id: RecordID
  let summary: String
  let selections: [Selection]
  let rejections: [Selection]?
  let notes: [String]?

  init(
    _ record: SummaryRecord, _ documents: [PlainDocument], _ summary: Summary,
    explainedBy workbench: Workbench?
  ) {
    func selection(_ candidate: Candidate) -> Selection {
      var selection = Selection(
        document: record.documents?[candidate.document].id ?? "\(candidate.document)",
        sentence: candidate.sentence,
        text: documents[candidate.document].string(candidate.sentence),
        score: candidate.score.rounded6, reason: candidate.reason)
      if let workbench {
        selection.parts = candidate.parts.map { ScorePart($0.name, $0.value.rounded6) }
        selection.adds = candidate.adds.rounded6
        selection.repeats = candidate.repeats.rounded6
        selection.margin = candidate.margin?.rounded6
        let phrases = workbench.phrases(of: candidate, in: documents[candidate.document])
        selection.phrases = phrases.isEmpty ? nil : phrases
      }
      return selection
    }
    id = record.id
    selections = summary.selections.map(selection)
    rejections = workbench == nil ? nil : summary.rejections.map(selection)
    self.summary = selections.map(\.text).joined(separator: " ")
    notes = summary.notes.isEmpty ? nil : summary.notes.map(\.description)
  }
}

/// A candidate in one line for a person.
enum CandidateLine {
  static func text(
    _ candidate: Candidate, origin: String = "", in article: Article, _ workbench: Workbench
  ) -> String {
    let parts = candidate.parts.map { "\($0.name) \(rounded($0.value))" }.joined(separator: ", ")
    var line = "  \(origin)sentence \(candidate.sentence)"
    if !candidate.parts.isEmpty {
      line += "  \(rounded(candidate.score)) = \(parts)"
      line += "; adds \(rounded(candidate.adds)), repeats \(rounded(candidate.repeats))"
      line += candidate.margin.map { ", margin \(rounded($0))" } ?? ""
    }
    line += "  \(candidate.reason)"
    let phrases = workbench.phrases(of: candidate, in: article).map { "‘\($0)’" }
    return phrases.isEmpty ? line : line + "; only here: \(phrases.joined(separator: ", "))"
  }

  private static func rounded(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }
}
