import TextModel
import Translation

/// The English of an article's headline and sentences, each translated once.
struct ArticleEnglish {
  private var sentences: [TextSpan: TranslatedSentence] = [:]
  /// For a span that is none of the article's; there is none.
  private static let none = TranslatedSentence(text: "", engine: "none", confidence: nil)

  /// Translates an article, in the order of the page.
  /// - Parameter known: the English of sentences that were translated before, by their numbers.
  init(
    _ work: ArticleWork, _ translator: SentenceTranslator,
    known: [Int: TranslatedSentence] = [:]
  ) {
    for sentence in work.article.sentences {
      if let english = known[sentence.ordinal] { sentences[sentence.span] = english }
    }
    let headline = work.article.blocks.first { $0.role == .headline }.map(\.span)
    let spans = [headline].compactMap { $0 } + work.article.sentences.map(\.span)
    // Sentences translated before are read again: the others ask what they said.
    guard spans.contains(where: { sentences[$0] == nil }) else { return }
    var context = GistContext()
    let bytes = work.article.text.bytes
    let published = work.article.metadata.published
    for span in spans {
      if sentences[span] == nil {
        sentences[span] = translator.translate(
          bytes, in: span, published: published, context: &context
        ).relative(to: span)
      } else {
        translator.read(bytes, in: span, published: published, context: &context)
      }
    }
  }

  /// The English of a span, with spans of words in bytes of the span.
  subscript(span: TextSpan) -> TranslatedSentence { sentences[span] ?? Self.none }
}
