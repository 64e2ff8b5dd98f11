public import TextModel

/// Entries of one file, with what is wrong with its rows.
public struct Glossary: Sendable {
  /// The name: the file's, without its ending.
  public let name: String
  /// The entries, in file order.
  public let entries: [TermEntry]
  /// Rows that were passed over, and why.
  public let findings: [Finding]

  /// The columns of the format, in order.
  public static let columns = [
    "vi", "tag", "en", "variants", "also", "avoid", "attr", "adj", "type", "number", "frame",
    "forms", "when", "valid", "band", "domain", "status", "note",
  ]

  /// Makes a glossary of entries.
  public init(name: String, entries: [TermEntry], findings: [Finding] = []) {
    self.name = name
    self.entries = entries
    self.findings = findings
  }

  /// Reads the tab-separated format; a broken row gives a finding and the rest loads.
  /// - Parameter file: the path for messages.
  public init(name: String, tsv: [UInt8], file: String) {
    let table = DataTable(tsv)
    var entries: [TermEntry] = []
    var findings: [Finding] = []
    entries.reserveCapacity(table.rows.count)
    let missing = ["vi", "tag", "en"].filter { !table.columns.contains($0) }
    if !missing.isEmpty {
      findings.append(
        Finding(
          .error, "glossary-header", "the first row lacks the column '\(missing[0])'",
          at: .init(file: file, line: 1),
          fix: "begin the file with the row: \(Self.columns.joined(separator: " <tab> "))"))
    } else {
      let columns = table.columns.map { Self.columns.firstIndex(of: $0).flatMap(Column.init) }
      for row in table.rows {
        do throws(RowProblem) {
          entries.append(try Self.entry(row, columns: columns, name: name))
        } catch {
          findings.append(
            Finding(
              .error, error.code, error.message, at: .init(file: file, line: row.line),
              fix: "mend or delete the row; the others are loaded"))
        }
      }
    }
    self.init(name: name, entries: entries, findings: findings)
  }

  private struct RowProblem: Error {
    let code: String
    let message: String
  }

  private enum Column: Int {
    case vi, tag, en, variants, also, avoid, attr, adj, type, number, frame, forms, when, valid
    case band, domain, status, note
  }

  private static func entry(
    _ row: DataTable.Row, columns: [Column?], name: String
  ) throws(RowProblem) -> TermEntry {
    var entry = TermEntry()
    var problem: RowProblem?
    var hasTag = false
    entry.domain = name
    entry.origin = .init(glossary: name, line: row.line)
    row.forEachCell { index, bytes in
      guard index < columns.count, let column = columns[index] else { return }
      let cell = String(decoding: bytes, as: UTF8.self)
      do throws(RowProblem) {
        try set(column, cell, of: &entry)
        if column == .tag { hasTag = true }
      } catch {
        problem = problem ?? error
      }
    }
    if let problem { throw problem }
    if entry.vi.isEmpty || entry.en.isEmpty || !hasTag {
      let missing = entry.vi.isEmpty ? "headword" : entry.en.isEmpty ? "rendering" : "tag"
      throw RowProblem(code: "glossary-row", message: "the row has no \(missing)")
    }
    return entry
  }

  private static func set(
    _ column: Column, _ cell: String, of entry: inout TermEntry
  ) throws(RowProblem) {
    switch column {
    case .vi: entry.vi = cell
    case .en: entry.en = cell
    case .tag:
      guard let tag = WordTag(rawValue: cell) else {
        throw RowProblem(code: "glossary-tag", message: "'\(cell)' is no tag, for '\(entry.vi)'")
      }
      entry.tag = tag
    case .variants: entry.variants = list(cell)
    case .also: entry.also = list(cell)
    case .avoid: entry.avoid = list(cell).map { avoided($0) }
    case .attr: entry.attributive = cell
    case .adj: entry.adjective = cell
    case .type: entry.type = cell
    case .number: entry.number = cell
    case .frame: entry.frame = cell
    case .forms: entry.forms = cell
    case .when: entry.condition = try condition(cell)
    case .valid: (entry.validFrom, entry.validUntil) = try validity(cell)
    case .band: entry.band = Int(cell) ?? 0
    case .domain: entry.domain = cell
    case .status: entry.status = cell
    case .note: entry.note = cell
    }
  }

  private static func list(_ cell: String) -> [String] {
    cell.split(separator: "|").map(String.init)
  }

  private static func avoided(_ cell: String) -> AvoidedRendering {
    let parts = cell.split(separator: ":", maxSplits: 1).map(String.init)
    return AvoidedRendering(text: parts.first ?? "", reason: parts.count > 1 ? parts[1] : "")
  }

  private static func condition(_ cell: String) throws(RowProblem) -> TermCondition {
    var condition = TermCondition()
    for part in cell.split(separator: ",") {
      let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
      let values = pair.count == 2 ? list(pair[1]) : []
      switch pair.first {
      case "country" where !values.isEmpty: condition.countries = values
      case "next" where !values.isEmpty: condition.next = values
      case "prev" where !values.isEmpty: condition.previous = values
      case "domain" where !values.isEmpty: condition.domain = values[0]
      default:
        throw RowProblem(
          code: "glossary-condition",
          message: "'\(part)' is no condition; use country=, next=, prev= or domain=")
      }
    }
    return condition
  }

  private static func validity(_ cell: String) throws(RowProblem) -> (String, String) {
    guard let dots = cell.firstRange(of: "..") else {
      throw RowProblem(
        code: "glossary-validity",
        message: "'\(cell)' is no period; write it as 2021-04-05..2025-02-28")
    }
    return (String(cell[..<dots.lowerBound]), String(cell[dots.upperBound...]))
  }
}
