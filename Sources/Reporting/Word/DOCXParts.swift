/// The small parts of a Word document. No dates: the same brief gives the same bytes.
struct DOCXParts {
  /// The title in the properties of the document.
  let title: String

  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  /// Which part is of which type.
  static let contentTypes =
    head + """
      <Types xmlns="\(package)/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/word/document.xml" ContentType="\(word).document.main+xml"/>\
      <Override PartName="/word/styles.xml" ContentType="\(word).styles+xml"/>\
      <Override PartName="/word/settings.xml" ContentType="\(word).settings+xml"/>\
      <Override PartName="/word/footnotes.xml" ContentType="\(word).footnotes+xml"/>\
      <Override PartName="/word/footer.xml" ContentType="\(word).footer+xml"/>\
      <Override PartName="/docProps/core.xml" \
      ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
      """

  /// Where the main parts stand.
  static let relations =
    head + """
      <Relationships xmlns="\(package)/relationships">\
      <Relationship Id="rId1" Type="\(office)/officeDocument" Target="word/document.xml"/>\
      <Relationship Id="rId2" Type="\(package)/relationships/metadata/core-properties" \
      Target="docProps/core.xml"/></Relationships>
      """

  /// What the document refers to.
  static let documentRelations =
    head + """
      <Relationships xmlns="\(package)/relationships">\
      <Relationship Id="rId1" Type="\(office)/styles" Target="styles.xml"/>\
      <Relationship Id="rId2" Type="\(office)/settings" Target="settings.xml"/>\
      <Relationship Id="rId3" Type="\(office)/footnotes" Target="footnotes.xml"/>\
      <Relationship Id="rId4" Type="\(office)/footer" Target="footer.xml"/></Relationships>
      """

  /// Footnote separators and the languages of the theme.
  static let settings =
    head + """
      <w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
      <w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>\
      <w:compat><w:compatSetting w:name="compatibilityMode" \
      w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>\
      <w:themeFontLang w:val="en-US"/></w:settings>
      """

  /// The properties of the document.
  var core: String {
    Self.head + """
      <cp:coreProperties xmlns:cp="\(Self.package)/metadata/core-properties" \
      xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>\(Escaping.html(title))</dc:title>\
      <dc:creator>songngu</dc:creator><dc:language>en-US</dc:language></cp:coreProperties>
      """
  }
}
