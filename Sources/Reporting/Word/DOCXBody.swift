import TextModel

/// The paragraphs, tables and footnotes of a Word document, as they are put together.
struct DOCXBody {
  private var content = ""
  private var notes: [String] = []

  private static let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

  /// Adds a paragraph.
  mutating func paragraph(_ text: String, style: String, language: String = "en-US") {
    content += Self.paragraph(Self.run(text, language), style)
  }

  /// Adds a line with Vietnamese and English.
  mutating func pair(_ vi: String, _ en: String) {
    content += Self.paragraph(
      Self.run(vi, "vi-VN") + Self.run(" — ", "en-US") + Self.run(en, "en-US"), "ListBullet")
  }

  /// Adds a table: number and Vietnamese on the left, English on the right, terms as footnotes.
  mutating func points(
    _ points: [Brief.Point], label: (Brief.Point) -> String, withTerms: Bool = true
  ) {
    if points.isEmpty { return }
    let rows = points.map { point in
      let left = Self.run("\(label(point))  ", "en-US") + Self.run(point.vi, "vi-VN")
      let right = Self.run(point.english.text, "en-US") + (withTerms ? footnotes(of: point) : "")
      return "<w:tr><w:trPr><w:cantSplit/></w:trPr>\(Self.cell(left))\(Self.cell(right))</w:tr>"
    }
    content += """
      <w:tbl><w:tblPr><w:tblStyle w:val="Bilingual"/><w:tblW w:w="5000" w:type="pct"/>\
      <w:tblLook w:val="0000"/></w:tblPr>\
      <w:tblGrid><w:gridCol w:w="4800"/><w:gridCol w:w="4800"/></w:tblGrid>\(rows.joined())</w:tbl>\
      \(Self.paragraph("", "Normal"))
      """
  }

  private mutating func footnotes(of point: Brief.Point) -> String {
    let terms = point.annotations.filter { $0.surface != $0.target }
    if terms.isEmpty { return "" }
    let number = notes.count + 1
    let runs = terms.enumerated().map { index, term in
      (index == 0 ? Self.run(" ", "en-US") : Self.run("; ", "en-US"))
        + Self.run(term.surface, "vi-VN") + Self.run(": \(term.target)", "en-US")
    }
    notes.append(
      """
      <w:footnote w:id="\(number)"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>\
      <w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>\
      \(runs.joined())</w:p></w:footnote>
      """)
    return "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>"
      + "<w:footnoteReference w:id=\"\(number)\"/></w:r>"
  }

  // MARK: Parts

  /// The main part of the document; A4 with margins of 2 cm.
  var document: String {
    """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <w:document xmlns:w="\(Self.space)" xmlns:r="\(DOCXParts.office)"><w:body>\(content)<w:sectPr>\
    <w:footerReference w:type="default" r:id="rId4"/>\
    <w:pgSz w:w="11906" w:h="16838"/>\
    <w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" \
    w:gutter="0"/></w:sectPr></w:body></w:document>
    """
  }

  /// The part with the footnotes.
  var footnotes: String {
    """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <w:footnotes xmlns:w="\(Self.space)">\
    <w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\
    <w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>\
    </w:footnote>\(notes.joined())</w:footnotes>
    """
  }

  /// The part below each page: its number and how many there are.
  static var footer: String {
    """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <w:ftr xmlns:w="\(space)"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>\
    \(field("PAGE"))\(run(" / ", "en-US"))\(field("NUMPAGES"))</w:p></w:ftr>
    """
  }

  private static func field(_ name: String) -> String {
    "<w:fldSimple w:instr=\"\(name)\"><w:r><w:t>1</w:t></w:r></w:fldSimple>"
  }

  private static func paragraph(_ runs: String, _ style: String) -> String {
    "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr>\(runs)</w:p>"
  }

  private static func run(_ text: String, _ language: String) -> String {
    "<w:r><w:rPr><w:lang w:val=\"\(language)\"/></w:rPr>"
      + "<w:t xml:space=\"preserve\">\(Escaping.html(text))</w:t></w:r>"
  }

  private static func cell(_ runs: String) -> String {
    "<w:tc><w:tcPr><w:tcW w:w=\"2500\" w:type=\"pct\"/></w:tcPr>\(paragraph(runs, "TableText"))</w:tc>"
  }
}
