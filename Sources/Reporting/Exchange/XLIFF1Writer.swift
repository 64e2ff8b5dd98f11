import TextModel

/// XLIFF 1.2, for tools that do not read version 2: one file element for each article.
///
/// Targets are `needs-review-translation`; those of approved sentences of the memory are `signed-off`
/// (reviewed and approved), and their units `approved`. Source: OASIS, XLIFF 1.2, 2008.
struct XLIFF1Writer: PairWriter {
  static let format = "xliff"
  static let loses: String? = "scores, repairs, findings and the lists of names, dates and figures"

  private func text(_ value: String) -> String { Escaping.html(value) }

  func document(_ articles: [Brief]) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
    \(articles.map(file).joined())</xliff>

    """
  }

  private func file(_ brief: Brief) -> String {
    let units = SentencePairs(brief).pairs.map { pair in
      let terms = pair.terms.map { "\($0.vi) = \($0.en)" }.joined(separator: "; ")
      let note = terms.isEmpty ? pair.note : "\(pair.note). Terms: \(terms)"
      return unit(
        "s\(pair.point.sentence)", pair.point.vi, pair.point.english.text, note, pair.isApproved)
    }
    return """
      <file original="\(text(brief.origin))" source-language="vi" target-language="en" \
      datatype="plaintext"><body>
      \(unit("headline", brief.headline.vi, brief.headline.en ?? "", "headline"))\(units.joined())\
      </body></file>

      """
  }

  private func unit(
    _ id: String, _ vi: String, _ en: String, _ note: String, _ isApproved: Bool = false
  ) -> String {
    """
    <trans-unit id="\(id)"\(isApproved ? " approved=\"yes\"" : "") xml:space="preserve">
    <source xml:lang="vi">\(text(vi))</source>
    <target xml:lang="en" state="\(isApproved ? "signed-off" : "needs-review-translation")">\
    \(text(en))</target>
    <note>\(text(note))</note>
    </trans-unit>

    """
  }
}
