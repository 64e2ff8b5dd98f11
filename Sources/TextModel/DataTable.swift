/// A tab-separated data file whose first row names the columns.
///
/// Lines that start with `#` before the header are comments: they carry source and licence.
public struct DataTable: Sendable {
  /// One row: its cells by column name, and its line.
  public struct Row: Sendable {
    let columns: [String: Int]
    let cells: [Substring]
    /// The line in the file, counted from 1.
    public let line: Int

    /// The cell of a column; empty when the column or the cell is missing.
    public subscript(column: String) -> String {
      guard let index = columns[column], index < cells.count else { return "" }
      return String(cells[index])
    }

    /// All cells, in the order of the columns.
    public var values: [String] { cells.map(String.init) }
  }

  /// The column names, in order.
  public let columns: [String]
  /// The comment lines before the header, without `#`.
  public let comments: [String]
  /// The rows.
  public let rows: [Row]

  /// Reads a table. Blank lines are passed over; no cell is altered.
  public init(_ text: String) {
    var comments: [String] = []
    var columns: [String] = []
    var index: [String: Int] = [:]
    var rows: [Row] = []
    var number = 0
    var utf8 = text.utf8[...]
    while !utf8.isEmpty {
      let end = utf8.firstIndex(of: UInt8(ascii: "\n")) ?? utf8.endIndex
      var line = utf8[..<end]
      utf8 = end < utf8.endIndex ? utf8[utf8.index(after: end)...] : utf8[end...]
      number += 1
      if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
      if line.isEmpty { continue }
      if columns.isEmpty, line.first == UInt8(ascii: "#") {
        comments.append(String(Substring(line.dropFirst())))
        continue
      }
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map(Substring.init)
      if columns.isEmpty {
        columns = cells.map(String.init)
        for (position, name) in columns.enumerated() where index[name] == nil {
          index[name] = position
        }
      } else {
        rows.append(Row(columns: index, cells: cells, line: number))
      }
    }
    self.columns = columns
    self.comments = comments
    self.rows = rows
  }
}
