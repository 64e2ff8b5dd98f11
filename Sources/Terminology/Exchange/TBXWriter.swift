import TextModel

extension TBXFormat {
  func write(_ entries: [TermEntry], name: String) -> String {
    let concepts = entries.enumerated().map { concept($0.element, number: $0.offset + 1) }
    return head(title: name) + concepts.joined() + tail
  }

  private func head(title: String) -> String {
    let isNew = edition == .iso2019
    let root =
      isNew
      ? "<tbx type=\"TBX-Basic\" style=\"dca\" xml:lang=\"en\" "
        + "xmlns=\"urn:iso:std:iso:30042:ed-2\">"
      : "<martif type=\"TBX-Basic\" xml:lang=\"en\">"
    let header = isNew ? "tbxHeader" : "martifHeader"
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      \(root)
        <\(header)>
          <fileDesc>
            <titleStmt><title>\(XMLText.escaped(title))</title></titleStmt>
            <sourceDesc><p>Written by songngu from a Vietnamese-English glossary.</p></sourceDesc>
          </fileDesc>
          <encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc>
        </\(header)>
        <text>
          <body>

      """
  }

  private var tail: String {
    "    </body>\n  </text>\n</\(edition == .iso2019 ? "tbx" : "martif")>\n"
  }

  private func concept(_ entry: TermEntry, number: Int) -> String {
    var lines = ["      <\(conceptName) id=\"c\(number)\">"]
    lines += element("descrip", "subjectField", entry.domain, indent: 8)
    lines += element("admin", "source", entry.source, indent: 8)
    if !entry.edited.isEmpty { lines.append(change(entry)) }
    if !entry.note.isEmpty {
      lines.append("        <note>\(XMLText.escaped(entry.note))</note>")
    }
    let part = PartOfSpeech(entry.tag).rawValue
    lines.append("        <\(languageName) xml:lang=\"vi\">")
    lines += term(entry.vi, .preferred, part: part, context: entry.example)
    for variant in entry.variants { lines += term(variant, .admitted, part: part) }
    lines += ["        </\(languageName)>", "        <\(languageName) xml:lang=\"en\">"]
    lines += term(entry.en, .preferred, part: part)
    for rendering in entry.also { lines += term(rendering, .admitted, part: part) }
    for barred in entry.former { lines += term(barred, .superseded, part: part) }
    for barred in entry.avoid { lines += term(barred, .forbidden, part: part) }
    lines += ["        </\(languageName)>", "      </\(conceptName)>"]
    return lines.joined(separator: "\n") + "\n"
  }

  private func change(_ entry: TermEntry) -> String {
    let who =
      entry.editor.isEmpty
      ? "" : "<transacNote type=\"responsibility\">\(XMLText.escaped(entry.editor))</transacNote>"
    return "        <transacGrp><transac type=\"transactionType\">modification</transac>\(who)"
      + "<date>\(XMLText.escaped(entry.edited))</date></transacGrp>"
  }

  private func term(_ barred: AvoidedRendering, _ standing: Standing, part: String) -> [String] {
    term(
      barred.text, standing, part: part, note: String(barred.cell.dropFirst(barred.text.count)))
  }

  private func term(
    _ word: String, _ standing: Standing, part: String, note: String = "", context: String = ""
  ) -> [String] {
    var lines = [
      "          <\(termName)>", "            <term>\(XMLText.escaped(word))</term>",
    ]
    lines += element("termNote", "partOfSpeech", part, indent: 12)
    lines += element("termNote", "administrativeStatus", standing.rawValue, indent: 12)
    lines += element("descrip", "context", context, indent: 12)
    if !note.isEmpty { lines.append("            <note>\(XMLText.escaped(note))</note>") }
    return lines + ["          </\(termName)>"]
  }

  private func element(_ name: String, _ type: String, _ text: String, indent: Int) -> [String] {
    if text.isEmpty { return [] }
    let space = String(repeating: " ", count: indent)
    return ["\(space)<\(name) type=\"\(type)\">\(XMLText.escaped(text))</\(name)>"]
  }
}
