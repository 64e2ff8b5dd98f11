import Terminology
import TextModel

/// A bilingual table as CSV for spreadsheets: a row for each sentence.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe before it.
/// Source: RFC 4180; OWASP, CSV Injection.
struct TableWriter: PairWriter {
  static let format = "csv"
  static let loses: String? = "repairs, findings and the lists of names, dates and figures"

  private static let columns = [
    "article", "sentence", "key point", "Vietnamese", "English", "terms", "first byte", "end byte",
    "score", "reason",
  ]

  func document(_ articles: [Brief]) -> String {
    let rows = articles.flatMap { brief in SentencePairs(brief).pairs.map { row($0, brief) } }
    return Delimited(separator: ",").text(
      ([Self.columns] + rows).map { $0.map { Escaping.visible($0) } })
  }

  private func row(_ pair: SentencePairs.Pair, _ brief: Brief) -> [String] {
    let point = pair.point
    return [
      brief.origin, "\(point.sentence)", pair.isKey ? "yes" : "no", point.vi, point.english.text,
      pair.terms.map { "\($0.vi) = \($0.en)" }.joined(separator: "; "), "\(point.source.start)",
      "\(point.source.end)", "\(point.score)", point.reason,
    ]
  }
}
