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
  public init(name: String, tsv: String, file: String) {
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
      for row in table.rows {
        do throws(RowProblem) {
          entries.append(try Self.entry(row, name: name))
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

  private static func entry(_ row: DataTable.Row, name: String) throws(RowProblem) -> TermEntry {
    var entry = TermEntry()
    entry.vi = row["vi"]
    entry.en = row["en"]
    if entry.vi.isEmpty || entry.en.isEmpty {
      throw RowProblem(
        code: "glossary-row", message: "the row has no \(entry.vi.isEmpty ? "headword" : "rendering")")
    }
    guard let tag = WordTag(rawValue: row["tag"]) else {
      throw RowProblem(code: "glossary-tag", message: "'\(row["tag"])' is no tag, for '\(entry.vi)'")
    }
    entry.tag = tag
    entry.variants = list(row["variants"])
    entry.also = list(row["also"])
    entry.avoid = list(row["avoid"]).map { avoided($0) }
    entry.attributive = row["attr"]
    entry.adjective = row["adj"]
    entry.type = row["type"]
    entry.number = row["number"]
    entry.frame = row["frame"]
    entry.forms = row["forms"]
    entry.condition = try condition(row["when"])
    (entry.validFrom, entry.validUntil) = try validity(row["valid"])
    entry.band = Int(row["band"]) ?? 0
    entry.domain = row["domain"].isEmpty ? name : row["domain"]
    entry.status = row["status"]
    entry.note = row["note"]
    entry.origin = .init(glossary: name, line: row.line)
    return entry
  }

  private static func list(_ cell: String) -> [String] {
    cell.isEmpty ? [] : cell.split(separator: "|").map(String.init)
  }

  private static func avoided(_ cell: String) -> AvoidedRendering {
    let parts = cell.split(separator: ":", maxSplits: 1).map(String.init)
    return AvoidedRendering(text: parts.first ?? "", reason: parts.count > 1 ? parts[1] : "")
  }

  private static func condition(_ cell: String) throws(RowProblem) -> TermCondition {
    var condition = TermCondition()
    if cell.isEmpty { return condition }
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
    if cell.isEmpty { return ("", "") }
    guard let dots = cell.firstRange(of: "..") else {
      throw RowProblem(
        code: "glossary-validity", message: "'\(cell)' is no period; write it as 2021-04-05..2025-02-28")
    }
    return (String(cell[..<dots.lowerBound]), String(cell[dots.upperBound...]))
  }
}
