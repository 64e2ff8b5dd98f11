import Annotation
import Normalization
public import Segmentation
public import Summarization
public import TextModel
import Vietnamese

/// One article after every stage, before it becomes a brief.
public struct ArticleWork: Sendable {
  /// The document as it was read.
  public let source: SourceDocument
  /// The page taken apart.
  public let article: Article
  /// English for the sentences.
  public let annotated: AnnotatedText
  /// The article as summarizers see it.
  public let summaryDocument: SummaryDocument
  /// What the stages had to say; bytes are of the source.
  public let findings: [Finding]
}

extension Workbench {
  /// Takes a document through normalization, structure, sentences and annotation.
  /// - Throws: `DecodingError` when the bytes are no text, `ICUError` when ICU fails.
  public func work(
    on source: SourceDocument, recipe: Recipe, reader: borrowing ArticleReader
  ) throws -> ArticleWork {
    let normalized = try normalizer.normalize(
      source.bytes, encoding: recipe.encoding, name: source.origin)
    let article = try reader.read(normalized.text, markup: normalized.markup).filling(recipe)
    let bytes = article.text.bytes
    let published = article.metadata.published ?? recipe.date
    let annotated = annotator.annotate(
      bytes, parts: article.sentences.map(\.span), published: published)
    let sentences = article.sentences.map { sentence in
      summarySentence(
        bytes, sentence.span, tokens: tokenizer.tokens(bytes, in: sentence.span.range)[...],
        ordinal: sentence.ordinal, isLede: sentence.role == .lede,
        startsInsideQuotation: sentence.startsInsideQuotation)
    }
    let title = article.blocks.first { $0.role == .headline }.map { keys(bytes, in: $0.span.range) }
    var findings = normalized.findings
    if article.sentences.isEmpty {
      findings.append(
        Finding(
          .warning, "no-article", "no sentence of an article was found on this page",
          fix: "look at it with: songngu inspect \(source.origin)"))
    }
    findings += annotated.findings.map { found in
      found.finding.placed(found.span, in: article.text, of: source)
    }
    return ArticleWork(
      source: source, article: article, annotated: annotated,
      summaryDocument: SummaryDocument(
        title: title ?? [], sentences: sentences, published: published),
      findings: findings.map { $0.inFile(source.origin) })
  }
}

extension Article {
  /// The article with the date and address that the user gave, where the page has none.
  fileprivate func filling(_ recipe: Recipe) -> Article {
    var metadata = metadata
    metadata.published = metadata.published ?? recipe.date
    metadata.url = metadata.url ?? recipe.url
    return Article(text: text, blocks: blocks, sentences: sentences, metadata: metadata)
  }
}
