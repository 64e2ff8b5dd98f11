import TextModel

/// XLIFF 2.1 with the glossary module: one file element for each article, one unit for each sentence.
///
/// Segments are `initial`; those of approved sentences of the memory are `reviewed`. None is `final`.
/// Source: OASIS, XLIFF Version 2.1, 2018, with the Glossary Module.
struct XLIFF2Writer: PairWriter {
  static let format = "xlf"
  static let loses: String? = "scores, repairs, findings and the lists of names, dates and figures"

  private func text(_ value: String) -> String { Escaping.html(value) }

  func document(_ articles: [Brief]) -> String {
    let files = articles.enumerated().map { file($0.element, $0.offset + 1) }.joined()
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" \
      xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0" version="2.1" srcLang="vi" trgLang="en">
      \(files)</xliff>

      """
  }

  private func file(_ brief: Brief, _ number: Int) -> String {
    let units = SentencePairs(brief).pairs.map(unit).joined()
    let headline = """
        <unit id="headline" name="headline">
          <segment state="initial">
            <source>\(text(brief.headline.vi))</source>
            <target>\(text(brief.headline.en ?? ""))</target>
          </segment>
        </unit>

      """
    return """
       <file id="a\(number)" original="\(text(brief.origin))">
        <notes><note category="source">SHA-256 \(brief.id)</note></notes>
      \(headline)\(units) </file>

      """
  }

  private func unit(_ pair: SentencePairs.Pair) -> String {
    let terms = pair.terms.map {
      "      <gls:glossEntry><gls:term>\(text($0.vi))</gls:term>"
        + "<gls:translation>\(text($0.en))</gls:translation></gls:glossEntry>\n"
    }.joined()
    let glossary = terms.isEmpty ? "" : "    <gls:glossary>\n\(terms)    </gls:glossary>\n"
    return """
        <unit id="s\(pair.point.sentence)"\(pair.isKey ? " name=\"key point\"" : "")>
      \(glossary)    <notes><note category="place">\(text(pair.note))</note></notes>
          <segment state="\(pair.isApproved ? "reviewed" : "initial")">
            <source>\(text(pair.point.vi))</source>
            <target>\(text(pair.point.english.text))</target>
          </segment>
        </unit>

      """
  }
}
