/// Source and target without a header: DeepL's and Google's one-way glossaries.
///
/// Source: DeepL API "Glossary formats"; Google Cloud Translation "Unidirectional glossaries". Both
/// refuse a source term that comes twice, so only the first sense is written.
struct PairFormat: GlossaryFormat {
  let name: String
  let separator: Character
  var ending: String { separator == "\t" ? "tsv" : "csv" }
  let holds: Set<TermColumn> = [.vi, .en]
  let allowsSenses = false

  func write(_ entries: [TermEntry], name: String) -> String {
    var seen: Set<String> = []
    let rows = entries.filter { seen.insert($0.vi).inserted }.map { [$0.vi, $0.en] }
    return Delimited(separator: separator).text(rows)
  }

  func read(_ bytes: [UInt8], file: String) -> Imported {
    var imported = Imported()
    for row in imported.rows(bytes, separator: separator, file: file) {
      var entry = TermEntry()
      entry.vi = row.cells[0]
      entry.en = row.cells.count > 1 ? row.cells[1] : ""
      imported.take(entry, file: file, line: row.line)
    }
    return imported
  }
}
