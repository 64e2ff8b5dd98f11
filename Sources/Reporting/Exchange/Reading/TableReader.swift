import Terminology
import TextModel

/// A bilingual table, CSV or tabs, whose first row names the columns: `Vietnamese` or `vi`, and `English`
/// or `en`; `approved` (`yes`, `no`), `origin`, `date` and `note` are read where they are there. Semicolons
/// for commas are known by the first row. Source: RFC 4180.
struct TableReader: PairReader {
  static let endings = ["csv", "tsv"]

  static func read(_ bytes: [UInt8], file: String) -> ReadPairs {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      return PairFiles.failure(
        file, line: badLine(bytes), "not-utf8", "the file is not UTF-8", fix: "save it as UTF-8")
    }
    let rows = Delimited(separator: separator(bytes, file)).rows(bytes).rows
    guard let head = rows.first else {
      return PairFiles.failure(file, line: 1, "empty-input", "the file has no rows")
    }
    let names = head.cells.map { $0.lowercased() }
    let column = { (wanted: [String]) in names.firstIndex { wanted.contains($0) } }
    guard let vi = column(["vietnamese", "vi"]), let en = column(["english", "en"]) else {
      return PairFiles.failure(
        file, line: head.line, "no-columns",
        "the first row names no columns Vietnamese and English", fix: "name them in the first row")
    }
    let sentence = column(["sentence"])
    let approved = column(["approved"])
    let (origin, date, note) = (column(["origin", "article"]), column(["date"]), column(["note"]))
    var result = ReadPairs()
    for row in rows.dropFirst() {
      let cell = { (index: Int?) in
        index.flatMap { $0 < row.cells.count ? row.cells[$0] : nil } ?? ""
      }
      let verdict: ReadPair.Verdict =
        switch cell(approved).lowercased() {
        case "yes": .approved
        case "no": .waiting
        default: .open
        }
      let number = cell(sentence)
      result.pairs.append(
        ReadPair(
          name: number.isEmpty ? "row at line \(row.line)" : "s\(number)", vi: cell(vi),
          en: cell(en), line: row.line, verdict: verdict, origin: cell(origin), date: cell(date),
          note: cell(note)))
    }
    return result
  }

  private static func separator(_ bytes: [UInt8], _ file: String) -> Character {
    if file.lowercased().hasSuffix(".tsv") { return "\t" }
    let head = bytes.prefix { $0 != 0x0A }
    return head.contains(UInt8(ascii: ",")) || !head.contains(UInt8(ascii: ";")) ? "," : ";"
  }

  /// The first line that is not UTF-8.
  private static func badLine(_ bytes: [UInt8]) -> Int? {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
  }
}
