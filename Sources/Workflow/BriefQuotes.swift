import Reporting
import TextModel

extension BriefAssembly {
  /// The quotations of the article, each checked against the bytes of the source.
  func quotations() -> [Brief.Quote] {
    let text = work.article.text
    return work.annotated.quotations.map { quotation in
      let source = text.source(of: quotation.span)
      return Brief.Quote(
        quotation,
        sentences: work.article.sentences.filter { $0.span.overlaps(quotation.span) }.map(
          \.ordinal),
        source: source, isVerbatim: isVerbatim(quotation, source))
    }
  }

  /// Whether the words stand in the source: byte for byte, or, in another encoding than UTF-8, without a
  /// repair.
  private func isVerbatim(_ quotation: Quotation, _ source: SourceSpan) -> Bool {
    if work.source.bytes[source.range].elementsEqual(quotation.text.utf8) { return true }
    guard work.article.text.encoding.name != "UTF-8" else { return false }
    return !work.article.text.repairs.contains { $0.start < source.end && source.start < $0.end }
  }
}
