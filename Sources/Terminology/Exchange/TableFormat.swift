import TextModel

/// Our own columns, with tabs or as CSV: holds everything.
struct TableFormat: GlossaryFormat {
  let name: String
  let separator: Character
  var ending: String { name }
  var holds: Set<TermColumn> { Set(TermColumn.allCases) }

  func write(_ entries: [TermEntry], name: String) -> String {
    var file = GlossaryFile()
    for column in TermColumn.allCases where column.rawValue > TermColumn.note.rawValue {
      if entries.contains(where: { !$0.cell(column).isEmpty }) { file.addColumn(column.name) }
    }
    for entry in entries {
      file.rows.append(
        GlossaryFile.Row(cells: file.columns.map { _ in "" }, line: 0))
      file.set(file.rows.count - 1, to: entry, name: name)
    }
    file.sort()
    if separator == "\t" { return file.text }
    return Delimited(separator: separator).text([file.columns] + file.rows.map(\.cells))
  }

  func read(_ bytes: [UInt8], file: String) -> Imported {
    var imported = Imported()
    if separator == "\t" {
      let glossary = Glossary(name: "", tsv: bytes, file: file)
      imported.entries = Array(glossary.entries)
      imported.findings = glossary.findings
      return imported
    }
    // A row on each line, as the table form has it: a quoted line break may part the two, so places
    // are told by where the rows of the given file begin.
    let rows = imported.rows(bytes, separator: separator, file: file)
    let lines = rows.map { row in
      row.cells.map { $0.map { $0 == "\t" || $0.isNewline ? " " : String($0) }.joined() }
        .joined(separator: "\t")
    }
    let glossary = Glossary(
      name: "", tsv: Array(lines.joined(separator: "\n").utf8), file: file)
    let line = { (row: Int) in rows.indices.contains(row - 1) ? rows[row - 1].line : row }
    imported.entries = glossary.entries.map { entry in
      var entry = entry
      entry.origin = .init(glossary: "", line: line(entry.origin.line))
      return entry
    }
    let given = glossary.findings.isEmpty ? [] : Delimited.lines(bytes)
    imported.findings += glossary.findings.map { finding in
      let row = finding.place.line ?? 0
      let column = finding.place.column.flatMap { column -> Int? in
        guard lines.indices.contains(row - 1), given.indices.contains(line(row) - 1) else {
          return nil
        }
        let cell = lines[row - 1].prefix(column - 1).count { $0 == "\t" }
        return Delimited(separator: separator).column(ofCell: cell, on: given[line(row) - 1])
      }
      return Finding(
        finding.severity, finding.code, finding.message,
        at: .init(file: file, line: finding.place.line.map(line), column: column),
        fix: finding.fix)
    }
    return imported
  }
}
