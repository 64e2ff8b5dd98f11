import Annotation
public import Evaluation
import Summarization
public import TextModel

extension Workbench {
  /// What a summary of plain documents holds of their names, figures and quotations.
  public func measures(of chosen: [Candidate], from documents: [PlainDocument]) -> SummaryMeasures {
    let all = documents.map { document in document.spanned.map { measured($0, in: document) } }
    let taken = chosen.compactMap { candidate -> SummaryMeasures.Sentence? in
      let own = documents[candidate.document].spanned
      return own.firstIndex { $0.ordinal == candidate.sentence }.map {
        all[candidate.document][$0]
      }
    }
    return SummaryMeasures(summary: taken, source: all.flatMap { $0 })
  }

  private func measured(
    _ sentence: PlainDocument.Spanned, in document: PlainDocument
  ) -> SummaryMeasures.Sentence {
    let bytes = Array(document.string(sentence.ordinal).utf8)
    let found = annotator.annotate(
      bytes, parts: [TextSpan(0, bytes.count)], published: document.document.published
    ).annotations
    let names = found.filter { [.person, .organization, .place].contains($0.kind) }.map(\.target)
    return SummaryMeasures.Sentence(
      names: Set(names), figures: Set(found.compactMap(\.value)),
      isQuotation: bytes.contains(0x22) || String(decoding: bytes, as: UTF8.self).contains("“"),
      keys: sentence.keys, isEarly: sentence.ordinal <= 3)
  }
}
