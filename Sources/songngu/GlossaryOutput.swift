import ArgumentParser
import Foundation
import Reporting
import Terminology
import TextModel
import Workflow

/// How a glossary command prints.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

/// A severity as an option.
enum Level: String, ExpressibleByArgument, CaseIterable {
  case note, warning, error

  var severity: Finding.Severity {
    switch self {
    case .note: .note
    case .warning: .warning
    case .error: .error
    }
  }
}

extension Console {
  /// Writes a value as JSON with sorted keys.
  static func json(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    write(String(decoding: try encoder.encode(value), as: UTF8.self) + "\n")
  }

  /// Writes a line, nothing of the source unescaped; tabs between columns stay.
  static func line(_ text: String) {
    let cells = text.split(separator: "\t", omittingEmptySubsequences: false)
    write(cells.map { Escaping.terminal(String($0)) }.joined(separator: "\t") + "\n")
  }
}

extension Int {
  /// The number with its noun: `1 file`, `2 files`.
  func of(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}

/// An entry as JSON: the cells that are not empty, and where it comes from.
struct EntryRecord: Encodable {
  let cells: [String: String]
  let glossary: String
  let line: Int
  let layer: GlossarySet.Layer?

  init(_ entry: TermEntry, layer: GlossarySet.Layer?) {
    cells = Dictionary(
      uniqueKeysWithValues: TermColumn.allCases.map { ($0.name, entry.cell($0)) }
        .filter { !$0.1.isEmpty })
    glossary = entry.origin.glossary
    line = entry.origin.line
    self.layer = layer
  }
}

/// Which row a command is about.
struct RowOptions: ParsableArguments {
  @Option(help: "The headword.") var vi: String
  @Option(help: "The tag, where the headword has several.") var tag: String?
  @Option(help: "The rendering, where there are several.") var en: String?

  /// The rows that fit.
  func rows(in file: GlossaryFile) -> [Int] {
    let wanted = Composition.composed(vi) ?? vi
    return file.rows.indices.filter { row in
      file[row, .vi] == wanted && (tag == nil || file[row, .tag] == tag)
        && (en == nil || file[row, .en] == en)
    }
  }

  /// The one row that fits.
  /// - Throws: `EditError` when there is none, or more than one.
  func row(in file: GlossaryFile, _ path: String) throws -> Int {
    let rows = rows(in: file)
    if rows.count == 1 { return rows[0] }
    if rows.isEmpty { throw EditError("\(path): no row has the headword '\(vi)' asked for") }
    let senses = rows.map { "line \(file.rows[$0].line): \(file[$0, .tag]) \(file[$0, .en])" }
    throw EditError(
      "\(path): \(rows.count) rows have this headword; choose with --tag or --en\n  "
        + senses.joined(separator: "\n  "))
  }
}

/// Who changes a row, and when.
struct TraceOptions: ParsableArguments {
  @Option(help: "Who makes the change; goes into the column by.") var by: String?
  @Option(help: "The day of the change, ISO 8601. Default: today.") var date: String?

  /// Writes the two into an entry.
  func sign(_ entry: inout TermEntry) {
    if let by { entry.editor = by }
    entry.edited = date ?? String(Date().ISO8601Format().prefix(10))
  }
}

/// A change that cannot be made as asked: exit code 1.
struct EditError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

extension TermEntry {
  /// Sets cells given as `column=value`.
  /// - Throws: `EditError` when a column or value is wrong.
  mutating func set(_ assignments: [String]) throws {
    for assignment in assignments {
      let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map(String.init)
      guard parts.count == 2, let column = TermColumn(name: parts[0]) else {
        throw EditError("'\(assignment)' is not of the form column=value")
      }
      do {
        try clear(column)
        try set(column, Composition.composed(parts[1]) ?? parts[1])
      } catch let problem as TermProblem {
        throw EditError(problem.message)
      }
    }
  }

  /// Makes a cell empty.
  private mutating func clear(_ column: TermColumn) throws {
    var plain = TermEntry()
    for other in TermColumn.allCases where other != column { try plain.set(other, cell(other)) }
    plain.origin = origin
    if column == .tag { plain.tag = tag }
    self = plain
  }

  /// Checks the entry.
  /// - Throws: `EditError` when it could not be written and read again.
  func checked() throws -> TermEntry {
    do {
      try check()
    } catch {
      throw EditError(error.message)
    }
    return self
  }
}
