/// Google's equivalent term sets: CSV with a row of language codes, part of speech and description.
///
/// Source: Google Cloud Translation, "Equivalent term sets glossary".
struct GoogleFormat: GlossaryFormat {
  let name = "google-csv"
  let ending = "csv"
  let holds: Set<TermColumn> = [.vi, .en, .tag, .note]

  private static let header = ["vi", "en", "pos", "description"]

  func dropped(_ entry: TermEntry) -> [TermColumn] {
    lacking(entry) + (PartOfSpeech(entry.tag).tag == entry.tag ? [] : [.tag])
  }

  func write(_ entries: [TermEntry], name: String) -> String {
    let rows = entries.map { [$0.vi, $0.en, PartOfSpeech($0.tag).rawValue, $0.note] }
    return Delimited(separator: ",").text([Self.header] + rows)
  }

  func read(_ bytes: [UInt8], file: String) -> Imported {
    var imported = Imported()
    let rows = imported.rows(bytes, separator: ",", file: file)
    let columns = rows.first?.cells ?? []
    for row in rows.dropFirst() {
      func cell(_ name: String) -> String {
        guard let place = columns.firstIndex(of: name), place < row.cells.count else { return "" }
        return row.cells[place]
      }
      var entry = TermEntry()
      entry.vi = cell("vi")
      entry.en = cell("en")
      entry.tag = PartOfSpeech(rawValue: cell("pos"))?.tag ?? .noun
      entry.note = cell("description")
      imported.take(entry, file: file, line: row.line)
    }
    return imported
  }
}

/// The parts of speech that other programs know, with the tag that comes nearest.
enum PartOfSpeech: String {
  case noun, verb, adjective, adverb, properNoun, other

  init(_ tag: WordTag) {
    switch tag {
    case .noun, .massNoun, .title, .classifier: self = .noun
    case .properName: self = .properNoun
    case .verb, .reportingVerb, .verbWithInfinitive, .verbWithObjectAndInfinitive: self = .verb
    case .adjective: self = .adjective
    case .adverb, .sentenceAdverb: self = .adverb
    default: self = .other
    }
  }

  /// The tag that is meant when nothing more is known.
  var tag: WordTag {
    switch self {
    case .noun: .noun
    case .properNoun: .properName
    case .verb: .verb
    case .adjective: .adjective
    case .adverb: .adverb
    case .other: .phrase
    }
  }
}
