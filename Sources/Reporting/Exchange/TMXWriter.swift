import TextModel

/// TMX 1.4b: the sentences with their English, for translation memories. No dates, so that the same
/// brief gives the same bytes. Source: LISA, TMX 1.4b Specification, 2005.
struct TMXWriter: PairWriter {
  static let format = "tmx"
  static let loses: String? = "everything but the sentence pairs, their place and their article"

  private func text(_ value: String) -> String { Escaping.html(value) }

  func document(_ articles: [Brief]) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <tmx version="1.4">
    <header creationtool="songngu" creationtoolversion="1" segtype="sentence" o-tmf="songngu" \
    adminlang="en" srclang="vi" datatype="plaintext"/>
    <body>
    \(articles.map(units).joined())</body>
    </tmx>

    """
  }

  private func units(_ brief: Brief) -> String {
    SentencePairs(brief).pairs.map { pair in
      """
      <tu tuid="\(brief.id.prefix(12))-\(pair.point.sentence)">
      <prop type="x-article">\(text(brief.origin))</prop>
      <prop type="x-place">\(text(pair.note))</prop>
      <tuv xml:lang="vi"><seg>\(text(pair.point.vi))</seg></tuv>
      <tuv xml:lang="en"><seg>\(text(pair.point.english.text))</seg></tuv>
      </tu>

      """
    }.joined()
  }
}
