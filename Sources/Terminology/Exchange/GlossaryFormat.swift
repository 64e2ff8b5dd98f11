public import TextModel

/// A file format that glossaries come from and go to. One format is one file.
///
/// Law: an entry of which `dropped` names nothing comes back as it went, but for its place; of other
/// entries the rest comes back.
public protocol GlossaryFormat: Sendable {
  /// The name for `--to` and `--from`.
  var name: String { get }
  /// The ending of its files.
  var ending: String { get }
  /// The columns it has a place for.
  var holds: Set<TermColumn> { get }
  /// Whether two entries may have one headword.
  var allowsSenses: Bool { get }
  /// The columns of an entry that it cannot hold.
  func dropped(_ entry: TermEntry) -> [TermColumn]
  /// Writes entries.
  func write(_ entries: [TermEntry], name: String) -> String
  /// Reads entries; a broken part gives a finding and the rest is read.
  func read(_ bytes: [UInt8], file: String) -> Imported
}

/// What came out of a file of another format.
public struct Imported: Sendable {
  /// The entries.
  public var entries: [TermEntry] = []
  /// What is wrong with the file.
  public var findings: [Finding] = []

  /// The document's root element; nil, with a finding, when it is no sound XML.
  mutating func root(_ bytes: [UInt8], file: String) -> XMLElement? {
    do throws(XMLProblem) {
      return try XMLElement(parsing: bytes)
    } catch {
      findings.append(
        Finding(
          .error, "broken-xml", error.message, at: .init(file: file, line: error.line),
          fix: "export the file again without entities"))
      return nil
    }
  }

  /// The rows of a table with separators, with a finding where a quotation mark is not closed.
  mutating func rows(_ bytes: [UInt8], separator: Character, file: String) -> [Delimited.Row] {
    let (rows, openQuote) = Delimited(separator: separator).rows(bytes)
    if let openQuote {
      findings.append(
        Finding(
          .error, "glossary-quote", "a quotation mark opens a cell and nothing closes it",
          at: .init(file: file, line: openQuote),
          fix: "close it, or write it twice inside quotation marks"))
    }
    return rows
  }

  /// Takes an entry when it is sound, else the reason why not.
  mutating func take(_ entry: TermEntry, file: String, line: Int) {
    do throws(TermProblem) {
      try entry.check()
      entries.append(entry)
    } catch {
      findings.append(
        Finding(
          .error, error.code, error.message, at: .init(file: file, line: line),
          fix: "mend the row; the others are read"))
    }
  }
}

extension GlossaryFormat {
  /// The columns that are not empty and have no place.
  public func dropped(_ entry: TermEntry) -> [TermColumn] { lacking(entry) }

  /// Senses are kept apart.
  public var allowsSenses: Bool { true }

  func lacking(_ entry: TermEntry) -> [TermColumn] {
    TermColumn.allCases.filter { column in
      if holds.contains(column) { return false }
      if column == .tag { return entry.tag != .noun }
      return !entry.cell(column).isEmpty
    }
  }
}

/// The formats, and what is said before writing one.
public enum Exchange {
  /// The formats, in the order of the docs.
  public static let formats: [any GlossaryFormat] = [
    TableFormat(name: "tsv", separator: "\t"), TableFormat(name: "csv", separator: ","),
    OmegaTFormat(), TBXFormat(edition: .iso2019), TBXFormat(edition: .martif),
    PairFormat(name: "deepl-csv", separator: ","), PairFormat(name: "deepl-tsv", separator: "\t"),
    GoogleFormat(), PairFormat(name: "google-tsv", separator: "\t"), MatecatFormat(), TMXFormat(),
  ]

  /// The format with a name.
  public static func format(_ name: String) -> (any GlossaryFormat)? {
    formats.first { $0.name == name }
  }

  /// The format of a file by its ending and first bytes; nil when they do not tell.
  public static func format(of path: String, _ bytes: [UInt8]) -> (any GlossaryFormat)? {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let head = String(decoding: bytes.prefix(2000), as: UTF8.self)
    let first = head.split(whereSeparator: \.isNewline).first { !$0.hasPrefix("#") } ?? ""
    switch ending {
    case "tbx", "xml", "martif": return format(head.contains("<martif") ? "martif" : "tbx")
    case "tmx": return format("tmx")
    case "utf8", "txt": return format("omegat")
    case "tsv": return format(first.hasPrefix("vi\t") ? "tsv" : "deepl-tsv")
    case "csv":
      if first.hasPrefix("Forbidden") { return format("matecat") }
      let names = first.split(separator: ",").map { TermColumn(name: $0) }
      if names.contains(.tag), names.contains(.vi) { return format("csv") }
      return format(first.hasPrefix("vi,en") ? "google-csv" : "deepl-csv")
    default: return nil
    }
  }

  /// What the target cannot hold: for each column how many entries lose it.
  public static func losses(
    _ entries: [TermEntry], to format: any GlossaryFormat
  ) -> [(what: String, count: Int)] {
    var counts: [TermColumn: Int] = [:]
    for entry in entries { for column in format.dropped(entry) { counts[column, default: 0] += 1 } }
    var losses = TermColumn.allCases.compactMap { column in
      counts[column].map { (what: column.name, count: $0) }
    }
    if !format.allowsSenses {
      let rest = entries.count - Set(entries.map(\.vi)).count
      if rest > 0 { losses.append((what: "senses after the first", count: rest)) }
    }
    return losses
  }
}
