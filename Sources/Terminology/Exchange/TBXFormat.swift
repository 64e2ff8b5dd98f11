import TextModel

/// TBX-Basic: the `<tbx>` of ISO 30042:2019, and the `<martif>` of the edition before it.
///
/// Source: ISO 30042:2019 (DCA style) and the TBX-Basic dialect. One sense is one concept entry.
struct TBXFormat: GlossaryFormat {
  /// The two editions: same structure, other names.
  enum Edition { case iso2019, martif }

  let edition: Edition
  var name: String { edition == .iso2019 ? "tbx" : "martif" }
  let ending = "tbx"
  let holds: Set<TermColumn> = [
    .vi, .tag, .en, .variants, .also, .avoid, .former, .domain, .note, .source, .example, .editor,
    .edited,
  ]

  var conceptName: String { edition == .iso2019 ? "conceptEntry" : "termEntry" }
  var languageName: String { edition == .iso2019 ? "langSec" : "langSet" }
  var termName: String { edition == .iso2019 ? "termSec" : "tig" }

  func dropped(_ entry: TermEntry) -> [TermColumn] {
    var columns = lacking(entry)
    if PartOfSpeech(entry.tag).tag != entry.tag { columns.append(.tag) }
    if !entry.editor.isEmpty, entry.edited.isEmpty { columns.append(.editor) }
    return columns
  }

  /// Where a rendering stands, in the words of TBX.
  enum Standing: String {
    case preferred = "preferredTerm-admn-sts"
    case admitted = "admittedTerm-admn-sts"
    case forbidden = "deprecatedTerm-admn-sts"
    case superseded = "supersededTerm-admn-sts"
  }

  func read(_ bytes: [UInt8], file: String) -> Imported {
    var imported = Imported()
    guard let root = imported.root(bytes, file: file) else { return imported }
    for concept in root.all("conceptEntry") + root.all("termEntry") {
      imported.take(Self.entry(concept), file: file, line: 0)
    }
    return imported
  }

  private static func entry(_ concept: XMLElement) -> TermEntry {
    var entry = TermEntry()
    entry.domain = text(concept, "descrip", "subjectField")
    entry.note = concept.first("note")?.content ?? ""
    entry.source = text(concept, "admin", "source")
    if let change = concept.first("transacGrp") {
      entry.edited = change.first("date")?.content ?? ""
      entry.editor = text(change, "transacNote", "responsibility")
    }
    for language in concept.children {
      let code = language.attributes["xml:lang"]?.lowercased() ?? ""
      for term in language.children where ["termSec", "tig", "ntig"].contains(term.name) {
        guard let word = term.all("term").first?.flat else { continue }
        if code.hasPrefix("vi") { takeSource(word, term, &entry) }
        if code.hasPrefix("en") { takeTarget(word, term, &entry) }
      }
    }
    return entry
  }

  private static func takeSource(_ word: String, _ term: XMLElement, _ entry: inout TermEntry) {
    if entry.vi.isEmpty {
      entry.vi = word
      entry.example = text(term, "descrip", "context")
      entry.tag = PartOfSpeech(rawValue: text(term, "termNote", "partOfSpeech"))?.tag ?? .noun
    } else {
      entry.variants.append(word)
    }
  }

  private static func takeTarget(_ word: String, _ term: XMLElement, _ entry: inout TermEntry) {
    let standing = Standing(rawValue: text(term, "termNote", "administrativeStatus"))
    let cell = word + (term.first("note")?.content ?? "")
    var barred = TermEntry()
    switch standing {
    case .forbidden:
      if (try? barred.set(.avoid, cell)) != nil { entry.avoid += barred.avoid }
    case .superseded:
      if (try? barred.set(.former, cell)) != nil { entry.former += barred.former }
    case .admitted: entry.also.append(word)
    default: if entry.en.isEmpty { entry.en = word } else { entry.also.append(word) }
    }
  }

  private static func text(_ element: XMLElement, _ name: String, _ type: String) -> String {
    element.all(name).first { $0.attributes["type"] == type }?.content ?? ""
  }
}
