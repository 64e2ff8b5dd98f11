/// A tab-separated data file whose first row names the columns.
///
/// Lines that start with `#` before the header are comments: they carry source and licence.
public struct DataTable: Sendable {
  /// One row. It shares the file's bytes; a cell becomes a string when it is asked for.
  public struct Row: Sendable {
    let columns: [String: Int]
    let bytes: ArraySlice<UInt8>
    /// The line in the file, counted from 1.
    public let line: Int

    /// The cell of a column; empty when the column or the cell is missing.
    public subscript(column: String) -> String {
      guard let wanted = columns[column] else { return "" }
      var found = ""
      forEachCell { index, cell in
        if index == wanted { found = String(decoding: cell, as: UTF8.self) }
      }
      return found
    }

    /// Goes through the cells that are not empty, with their place in the row, in one pass.
    public func forEachCell(_ body: (Int, ArraySlice<UInt8>) -> Void) {
      var index = 0
      var start = bytes.startIndex
      for offset in bytes.indices where bytes[offset] == UInt8(ascii: "\t") {
        if offset > start { body(index, bytes[start..<offset]) }
        index += 1
        start = offset + 1
      }
      if bytes.endIndex > start { body(index, bytes[start...]) }
    }
  }

  /// The column names, in order.
  public let columns: [String]
  /// The comment lines before the header, without `#`.
  public let comments: [String]
  /// The rows.
  public let rows: [Row]

  /// Reads a table. Blank lines are passed over; no cell is altered.
  public init(_ text: String) { self.init(Array(text.utf8)) }

  /// Reads a table from valid UTF-8.
  public init(_ bytes: [UInt8]) {
    var comments: [String] = []
    var columns: [String] = []
    var index: [String: Int] = [:]
    var rows: [Row] = []
    var number = 0
    var start = 0
    while start < bytes.count {
      let next = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      var line = bytes[start..<next]
      start = next + 1
      number += 1
      if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
      if line.isEmpty { continue }
      if columns.isEmpty, line.first == UInt8(ascii: "#") {
        comments.append(String(decoding: line.dropFirst(), as: UTF8.self))
      } else if columns.isEmpty {
        columns = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
          .map { String(decoding: $0, as: UTF8.self) }
        for (position, name) in columns.enumerated() where index[name] == nil {
          index[name] = position
        }
      } else {
        rows.append(Row(columns: index, bytes: line, line: number))
      }
    }
    self.columns = columns
    self.comments = comments
    self.rows = rows
  }
}
