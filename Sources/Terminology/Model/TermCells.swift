/// What is wrong with a cell or a row.
public struct TermProblem: Error, Hashable, Sendable {
  /// The finding code.
  public let code: String
  /// What is the matter, in a sentence.
  public let message: String
  /// The column, nil when the whole row is wrong.
  public let column: TermColumn?

  init(_ code: String, _ message: String, _ column: TermColumn? = nil) {
    self.code = code
    self.message = message
    self.column = column
  }
}

/// Cells to fields and fields to cells.
///
/// Law: for an entry that passes `check`, reading its cells gives the entry back.
extension TermEntry {
  /// Reads a cell into the entry; an empty cell changes nothing.
  /// - Throws: `TermProblem` when the cell is not of the column's form.
  public mutating func set(_ column: TermColumn, _ cell: String) throws(TermProblem) {
    if cell.isEmpty { return }
    switch column {
    case .vi: vi = cell
    case .en: en = cell
    case .tag: tag = try Self.tag(cell, of: vi)
    case .variants: variants = Self.list(cell)
    case .also: also = Self.list(cell)
    case .avoid: avoid = Self.list(cell).map(Self.avoided)
    case .former: former = Self.list(cell).map(Self.avoided)
    case .attr: attributive = cell
    case .adj: adjective = cell
    case .type: type = cell
    case .number: number = cell
    case .frame: frame = cell
    case .forms: forms = cell
    case .when: condition = try Self.condition(cell)
    case .valid: (validFrom, validUntil) = try Self.validity(cell)
    case .band: band = Int(cell) ?? 0
    case .domain: domain = cell
    case .status: status = cell
    case .note: note = cell
    default: try setMore(column, cell)
    }
  }

  /// The columns that shipped files leave out.
  private mutating func setMore(_ column: TermColumn, _ cell: String) throws(TermProblem) {
    switch column {
    case .register: register = cell
    case .source: source = cell
    case .example: example = cell
    case .keep:
      guard cell == "yes" else {
        throw TermProblem("glossary-keep", "'\(cell)' is not yes; leave the cell empty", .keep)
      }
      isKept = true
    case .capitals:
      guard let rule = CaseRule(rawValue: cell) else {
        throw TermProblem("glossary-case", "'\(cell)' is no case rule; use exact or any", .capitals)
      }
      caseRule = rule
    case .see: see = Self.list(cell)
    case .editor: editor = cell
    case .edited: edited = cell
    default: break
    }
  }

  /// The cell of a column.
  public func cell(_ column: TermColumn) -> String {
    switch column {
    case .vi: vi
    case .tag: tag.rawValue
    case .en: en
    case .variants: variants.joined(separator: "|")
    case .also: also.joined(separator: "|")
    case .avoid: avoid.map(\.cell).joined(separator: "|")
    case .attr: attributive
    case .adj: adjective
    case .type: type
    case .number: number
    case .frame: frame
    case .forms: forms
    case .when: condition.cell
    case .valid: validFrom.isEmpty && validUntil.isEmpty ? "" : "\(validFrom)..\(validUntil)"
    case .band: band == 0 ? "" : "\(band)"
    case .domain: domain
    case .status: status
    case .note: note
    case .former: former.map(\.cell).joined(separator: "|")
    case .register: register
    case .source: source
    case .example: example
    case .keep: isKept ? "yes" : ""
    case .capitals: caseRule.rawValue
    case .see: see.joined(separator: "|")
    case .editor: editor
    case .edited: edited
    }
  }

  private static func list(_ cell: String) -> [String] {
    cell.split(separator: "|").map(String.init)
  }

  private static func tag(_ cell: String, of vi: String) throws(TermProblem) -> WordTag {
    guard let tag = WordTag(rawValue: cell) else {
      throw TermProblem("glossary-tag", "'\(cell)' is no tag, for '\(vi)'", .tag)
    }
    return tag
  }

  private static func avoided(_ cell: String) -> AvoidedRendering {
    let ends = cell.split(separator: "=>", maxSplits: 1).map(String.init)
    let parts = (ends.first ?? "").split(separator: ":", maxSplits: 1).map(String.init)
    return AvoidedRendering(
      text: parts.first ?? "", reason: parts.count > 1 ? parts[1] : "",
      replacement: ends.count > 1 ? ends[1] : "")
  }

  private static func condition(_ cell: String) throws(TermProblem) -> TermCondition {
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
        throw TermProblem(
          "glossary-condition",
          "'\(part)' is no condition; use country=, next=, prev= or domain=", .when)
      }
    }
    return condition
  }

  private static func validity(_ cell: String) throws(TermProblem) -> (String, String) {
    guard let dots = cell.firstRange(of: "..") else {
      throw TermProblem(
        "glossary-validity",
        "'\(cell)' is no period; write it as 2021-04-05..2025-02-28", .valid)
    }
    return (String(cell[..<dots.lowerBound]), String(cell[dots.upperBound...]))
  }
}

extension AvoidedRendering {
  /// As it stands in a cell: `text:reason=>replacement`.
  public var cell: String {
    text + (reason.isEmpty ? "" : ":\(reason)") + (replacement.isEmpty ? "" : "=>\(replacement)")
  }
}

extension TermCondition {
  /// As it stands in a cell.
  public var cell: String {
    var parts: [String] = []
    for (name, values) in [
      ("country", countries), ("next", next), ("prev", previous),
      ("domain", domain.map { [$0] } ?? []),
    ] where !values.isEmpty {
      parts.append("\(name)=\(values.joined(separator: "|"))")
    }
    return parts.joined(separator: ",")
  }
}
