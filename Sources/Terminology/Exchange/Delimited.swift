/// Rows of cells with a separator: CSV as RFC 4180 has it, or tabs.
///
/// A cell that a spreadsheet would read as a formula is written with an apostrophe before it, which is
/// taken off again when read.
package struct Delimited {
  let separator: Character

  /// A table with a separator.
  package init(separator: Character) { self.separator = separator }

  /// A row and the line it began on, counted from 1.
  package typealias Row = (line: Int, cells: [String])

  /// Writes rows, each ended by a line feed.
  package func text(_ rows: [[String]]) -> String {
    rows.map { row in
      row.map { written($0) }.joined(separator: String(separator)) + "\n"
    }.joined()
  }

  private func written(_ cell: String) -> String {
    let safe = Self.isFormula(cell) ? "'" + cell : cell
    if separator == "\t" {
      return String(safe.map { $0 == "\t" || $0.isNewline ? " " : $0 })
    }
    let needsQuotes =
      mayNeedQuotes(safe) && safe.contains { $0 == separator || $0 == "\"" || $0.isNewline }
    return needsQuotes ? "\"\(safe.replacing("\"", with: "\"\""))\"" : safe
  }

  /// Whether a cell has a byte that could be part of the separator, a quotation mark or a line's end;
  /// most cells have none, and bytes are quick to look at.
  private func mayNeedQuotes(_ cell: String) -> Bool {
    let mark = separator.asciiValue ?? 0x22
    return cell.utf8.contains { byte in
      byte == mark || byte == 0x22 || (0x0A...0x0D).contains(byte) || byte == 0xC2 || byte == 0xE2
    }
  }

  /// Whether a cell begins like a formula, apostrophes before it left aside.
  static func isFormula(_ cell: String) -> Bool {
    guard let first = cell.first(where: { $0 != "'" }) else { return false }
    return ["=", "+", "-", "@"].contains(first)
  }

  private static func plain(_ cell: String) -> String {
    cell.hasPrefix("'") && isFormula(cell) ? String(cell.dropFirst()) : cell
  }

  /// Reads rows; blank lines are passed over. A quotation mark that nothing closes is read as a sign of
  /// its cell, so that the rows behind it are read too.
  /// - Returns: the rows, and the line of such a mark; nil when there is none.
  package func rows(_ bytes: [UInt8]) -> (rows: [Row], openQuote: Int?) {
    var text = String(decoding: bytes, as: UTF8.self)
    if text.unicodeScalars.first?.value == 0xFEFF { text.unicodeScalars.removeFirst() }
    if separator == "\t" { return (tabbed(text), nil) }
    var scan = QuotedScan(separator: separator)
    for character in text { scan.take(character) }
    let (rows, openQuote) = scan.finish()
    return (rows.map { ($0.line, $0.cells.map(Self.plain)) }, openQuote)
  }

  /// The lines of a text, as rows count them.
  static func lines(_ bytes: [UInt8]) -> [Substring] {
    String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  /// Where a cell begins on the line on which its row begins, in letters from 1; nil when the cell stands
  /// behind a quoted line break.
  func column(ofCell index: Int, on line: Substring) -> Int? {
    var cell = 0
    var isQuoted = false
    if index == 0 { return 1 }
    for (offset, character) in line.enumerated() {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == separator, !isQuoted {
        cell += 1
        if cell == index { return offset + 2 }
      }
    }
    return nil
  }

  private func tabbed(_ text: String) -> [Row] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
      .compactMap { index, line in
        line.isEmpty
          ? nil
          : (
            index + 1,
            line.split(separator: "\t", omittingEmptySubsequences: false)
              .map { Self.plain(String($0)) }
          )
      }
  }
}

/// Goes through quoted cells character by character.
private struct QuotedScan {
  let separator: Character
  private var rows: [Delimited.Row] = []
  private var cells: [String] = []
  private var cell = ""
  private var isQuoted = false
  private var wasQuote = false
  private var line = 1
  private var start = 1
  /// The line on which the last quotation opened.
  private var openLine = 1
  /// Whether quotation marks are signs like others.
  private var isLiteral = false

  init(separator: Character) { self.separator = separator }

  mutating func take(_ character: Character) {
    if character.isNewline { line += 1 }
    if isQuoted {
      if character == "\"" {
        isQuoted = false
        wasQuote = true
      } else {
        cell.append(character)
      }
      return
    }
    switch character {
    case "\"" where wasQuote && !isLiteral:
      cell.append("\"")
      isQuoted = true
    case "\"" where cell.isEmpty && !isLiteral:
      isQuoted = true
      openLine = line
    case separator:
      cells.append(cell)
      cell = ""
    case _ where character.isNewline: endRow()
    default: cell.append(character)
    }
    wasQuote = false
  }

  private mutating func endRow() {
    if !cells.isEmpty || !cell.isEmpty { rows.append((start, cells + [cell])) }
    cells = []
    cell = ""
    start = line
  }

  mutating func finish() -> (rows: [Delimited.Row], openQuote: Int?) {
    let openQuote = isQuoted ? openLine : nil
    if isQuoted {
      let rest = cell
      cell = "\""
      line = openLine
      isQuoted = false
      isLiteral = true
      for character in rest { take(character) }
    }
    endRow()
    return (rows, openQuote)
  }
}
