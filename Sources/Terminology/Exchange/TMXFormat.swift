import TextModel

/// TMX 1.4: a translation memory with one unit for each sense; columns without a place are properties.
///
/// Source: LISA OSCAR, TMX 1.4b.
struct TMXFormat: GlossaryFormat {
  let name = "tmx"
  let ending = "tmx"
  let holds = Set(TermColumn.allCases)
  private static let prefix = "x-songngu-"

  func write(_ entries: [TermEntry], name: String) -> String {
    let head = """
      <?xml version="1.0" encoding="UTF-8"?>
      <tmx version="1.4">
        <header creationtool="songngu" creationtoolversion="1" segtype="phrase" \
      o-tmf="songngu" adminlang="en" srclang="vi" datatype="plaintext"/>
        <body>

      """
    return head + entries.map(unit).joined() + "  </body>\n</tmx>\n"
  }

  private func unit(_ entry: TermEntry) -> String {
    var lines = ["    <tu>"]
    if !entry.note.isEmpty { lines.append("      <note>\(XMLText.escaped(entry.note))</note>") }
    for column in TermColumn.allCases where ![.vi, .en, .note].contains(column) {
      let cell = entry.cell(column)
      if cell.isEmpty { continue }
      lines.append(
        "      <prop type=\"\(Self.prefix)\(column.name)\">\(XMLText.escaped(cell))</prop>")
    }
    for (language, text) in [("vi", entry.vi), ("en", entry.en)] {
      lines.append(
        "      <tuv xml:lang=\"\(language)\"><seg>\(XMLText.escaped(text))</seg></tuv>")
    }
    return (lines + ["    </tu>"]).joined(separator: "\n") + "\n"
  }

  func read(_ bytes: [UInt8], file: String) -> Imported {
    var imported = Imported()
    guard let root = imported.root(bytes, file: file) else { return imported }
    for unit in root.all("tu") {
      do throws(TermProblem) {
        imported.take(try Self.entry(unit), file: file, line: 0)
      } catch {
        imported.findings.append(
          Finding(.error, error.code, error.message, at: .init(file: file), fix: "mend the unit"))
      }
    }
    return imported
  }

  private static func entry(_ unit: XMLElement) throws(TermProblem) -> TermEntry {
    var entry = TermEntry()
    entry.note = unit.first("note")?.content ?? ""
    for property in unit.children where property.name == "prop" {
      guard let type = property.attributes["type"], type.hasPrefix(prefix),
        let column = TermColumn(name: type.dropFirst(prefix.count))
      else { continue }
      try entry.set(column, property.text)
    }
    for variant in unit.children where variant.name == "tuv" {
      let code = (variant.attributes["xml:lang"] ?? variant.attributes["lang"] ?? "").lowercased()
      let text = variant.first("seg")?.flat ?? ""
      if code.hasPrefix("vi") { entry.vi = text }
      if code.hasPrefix("en") { entry.en = text }
    }
    return entry
  }
}
