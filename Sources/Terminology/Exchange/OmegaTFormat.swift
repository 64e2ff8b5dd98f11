/// An OmegaT glossary: source, target and comment with tabs between, UTF-8.
///
/// Source: OmegaT 3.6 user manual, "Glossaries". A variant becomes a line of its own, so that OmegaT
/// finds it.
struct OmegaTFormat: GlossaryFormat {
  let name = "omegat"
  let ending = "utf8"
  let holds: Set<TermColumn> = [.vi, .en, .note]

  func write(_ entries: [TermEntry], name: String) -> String {
    let rows = entries.flatMap { entry in
      ([entry.vi] + entry.variants).map { spelling in
        entry.note.isEmpty ? [spelling, entry.en] : [spelling, entry.en, entry.note]
      }
    }
    return Delimited(separator: "\t").text(rows)
  }

  func read(_ bytes: [UInt8], file: String) -> Imported {
    var imported = Imported()
    for row in Delimited(separator: "\t").rows(bytes).rows where !row.cells[0].hasPrefix("#") {
      var entry = TermEntry()
      entry.vi = row.cells[0]
      entry.en = row.cells.count > 1 ? row.cells[1] : ""
      entry.note = row.cells.count > 2 ? row.cells[2] : ""
      imported.take(entry, file: file, line: row.line)
    }
    return imported
  }
}
