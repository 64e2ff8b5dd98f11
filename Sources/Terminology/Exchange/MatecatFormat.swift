/// Matecat's glossary as CSV; a forbidden rendering is a row of its own.
///
/// Source: Matecat, "Glossary file format": Forbidden, Domain, Subdomain, Definition, then for each
/// language the term, notes and an example.
struct MatecatFormat: GlossaryFormat {
  let name = "matecat"
  let ending = "csv"
  let holds: Set<TermColumn> = [.vi, .en, .domain, .note, .example, .avoid]

  private static let header = [
    "Forbidden", "Domain", "Subdomain", "Definition", "vi-VN", "Notes", "Example of use", "en-US",
    "Notes", "Example of use",
  ]

  func write(_ entries: [TermEntry], name: String) -> String {
    let rows = entries.flatMap { entry in
      [["", entry.domain, "", "", entry.vi, entry.note, entry.example, entry.en, "", ""]]
        + entry.avoid.map { avoided in
          let reason = String(avoided.cell.dropFirst(avoided.text.count))
          return ["True", entry.domain, "", "", entry.vi, "", "", avoided.text, reason, ""]
        }
    }
    return Delimited(separator: ",").text([Self.header] + rows)
  }

  func read(_ bytes: [UInt8], file: String) -> Imported {
    var imported = Imported()
    for row in imported.rows(bytes, separator: ",", file: file).dropFirst() {
      let cells = row.cells + Array(repeating: "", count: max(0, 10 - row.cells.count))
      if !cells[0].isEmpty, cells[0].lowercased() != "false" {
        forbid(cells, in: &imported)
        continue
      }
      var entry = TermEntry()
      entry.domain = cells[1]
      entry.vi = cells[4]
      entry.note = cells[5]
      entry.example = cells[6]
      entry.en = cells[7]
      imported.take(entry, file: file, line: row.line)
    }
    return imported
  }

  /// Puts a forbidden rendering to the last entry with its headword.
  private func forbid(_ cells: [String], in imported: inout Imported) {
    guard let place = imported.entries.lastIndex(where: { $0.vi == cells[4] }) else { return }
    let tail = cells[8].hasPrefix(":") || cells[8].hasPrefix("=>") || cells[8].isEmpty
    var entry = TermEntry()
    guard (try? entry.set(.avoid, cells[7] + (tail ? "" : ":") + cells[8])) != nil else { return }
    imported.entries[place].avoid += entry.avoid
  }
}
