import Annotation
import Normalization
import Segmentation
public import TextModel

extension Workbench {
  /// Checks a source, and an English text made from it.
  /// - Parameter english: the English. Default: nil, only the source is checked.
  /// - Returns: findings with file, line and byte.
  /// - Throws: `DecodingError` when bytes are no text, `ICUError` when ICU fails.
  public func check(
    _ source: SourceDocument, against english: SourceDocument? = nil, recipe: Recipe = Recipe()
  ) throws -> [Finding] {
    let work = try work(on: source, recipe: recipe, reader: try articleReader())
    let bytes = work.article.text.bytes
    let published = work.article.metadata.published ?? recipe.date
    // A text that is no page, such as one line, is checked as it stands.
    let isBare = work.article.sentences.isEmpty
    let parts =
      isBare
      ? try segmenter().sentences(bytes).map(\.span) : work.article.sentences.map(\.span)
    guard let english else {
      let own = isBare ? annotator.annotate(bytes, parts: parts, published: published).findings : []
      return work.findings.filter { $0.severity > .note && $0.code != "no-article" }
        + own.map { $0.finding.placed($0.span, in: work.article.text, of: source) }
    }
    let text = try normalizer.normalize(english.bytes).text
    let checked = annotator.check(bytes, parts: parts, published: published, against: text.text)
    let pageFindings = work.findings.filter { finding in
      finding.severity > .note && finding.code != "no-article"
        && !work.annotated.findings.contains { $0.finding.code == finding.code }
    }
    return pageFindings
      + checked.map { found in
        switch found.side {
        case .source: found.finding.placed(found.span, in: work.article.text, of: source)
        case .target: found.finding.placed(found.span, in: text, of: english)
        }
      }
  }
}

extension Finding {
  /// The finding at the line and byte of the source that a span stands for.
  func placed(_ span: TextSpan, in text: NormalizedText, of document: SourceDocument) -> Finding {
    let byte = text.source(of: span).start
    let line = document.bytes[..<min(byte, document.bytes.count)].count { $0 == 0x0A } + 1
    return Finding(
      severity, code, message, at: Place(file: document.origin, line: line, byte: byte), fix: fix)
  }
}
