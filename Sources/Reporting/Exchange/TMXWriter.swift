import TextModel

/// TMX 1.4b: the sentences with their English, for translation memories. No dates, so that the same
/// brief gives the same bytes. Source: LISA, TMX 1.4b Specification, 2005.
struct TMXWriter: PairWriter {
  static let format = "tmx"
  static let loses: String? = "everything but the sentence pairs, their place and their article"

  private func text(_ value: String) -> String { Escaping.html(value) }

  func document(_ articles: [Brief]) -> String {
    TMXText.document(articles.map(units).joined())
  }

  private func units(_ brief: Brief) -> String {
    SentencePairs(brief).pairs.map { pair in
      """
      <tu tuid="\(brief.id.prefix(12))-\(pair.point.sentence)">
      <prop type="x-article">\(text(brief.origin))</prop>
      <prop type="x-place">\(text(pair.note))</prop>
      \(TMXText.pair(pair.point.vi, pair.point.english.text))
      </tu>

      """
    }.joined()
  }
}
