import TextModel

/// Reads the rows of a glossary file in one pass over its bytes; makes strings only for broken cells.
struct RowReader {
  private let bytes: [UInt8]
  private let file: String
  private(set) var columns: [TermColumn?] = []
  private(set) var heads: [TermHead] = []
  private(set) var findings: [Finding] = []

  /// What the first wrong cell of a row holds, and where it begins.
  private struct Broken {
    let problem: TermProblem
    let start: Int
  }

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    heads.reserveCapacity(bytes.count / 48)
    var start = 0
    var line: Int32 = 0
    while start < bytes.count, columns.isEmpty {
      let end = lineEnd(from: start)
      line += 1
      if end.content > start, bytes[start] != UInt8(ascii: "#") {
        guard readHeader(start..<end.content, line: line) else { return }
      }
      start = end.next
    }
    readRows(from: start, after: line)
    if columns.isEmpty { reportHeader("vi", line: 1) }
  }

  private func lineEnd(from start: Int) -> (content: Int, next: Int) {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    let content = end > start && bytes[end - 1] == 0x0D ? end - 1 : end
    return (content, end + 1)
  }

  private mutating func readHeader(_ range: Range<Int>, line: Int32) -> Bool {
    let names = bytes[range].split(separator: 0x09, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    var seen: Set<TermColumn> = []
    columns = names.map { TermColumn(name: $0) }.map { column in
      column.flatMap { seen.insert($0).inserted ? $0 : nil }
    }
    for needed in [TermColumn.vi, .tag, .en] where !seen.contains(needed) {
      reportHeader(needed.name, line: line)
      return false
    }
    return true
  }

  private mutating func reportHeader(_ name: String, line: Int32) {
    let names = TermColumn.standard.map(\.name).joined(separator: " <tab> ")
    findings.append(
      Finding(
        .error, "glossary-header", "the first row lacks the column '\(name)'",
        at: .init(file: file, line: Int(line)), fix: "begin the file with the row: \(names)"))
  }

  /// What is known of the row that is being read.
  private struct Reading {
    var head = TermHead()
    var hasTag = false
    var broken: Broken?
  }

  private mutating func readRows(from first: Int, after header: Int32) {
    let buffer = bytes
    let columns = columns
    buffer.withUnsafeBufferPointer { text in
      var line = header
      var offset = first
      while offset < text.count {
        line += 1
        let rowStart = offset
        var reading = Reading()
        reading.head.line = line
        var (index, end, isOpen) = (0, offset, true)
        while isOpen {
          if offset < text.count, text[offset] == 0x09 {
            // Most cells are empty.
            index += 1
            offset += 1
            continue
          }
          let start = offset
          while offset < text.count, text[offset] > 0x0A || !Self.isBreak(text[offset]) {
            offset += 1
          }
          isOpen = offset < text.count && text[offset] == 0x09
          end = !isOpen && offset > start && text[offset - 1] == 0x0D ? offset - 1 : offset
          if end > start, index < columns.count, let column = columns[index] {
            take(column, start..<end, &reading)
          }
          index += 1
          offset += 1
        }
        if end > rowStart {
          reading.head.row = Int32(rowStart)..<Int32(end)
          finish(reading)
        }
      }
    }
  }

  @inline(__always)
  private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x09 || byte == 0x0A }

  @inline(__always)
  private func take(_ column: TermColumn, _ range: Range<Int>, _ reading: inout Reading) {
    if column == .when || column == .valid { reading.head.hasDetail = true }
    let place = Int32(range.lowerBound)..<Int32(range.upperBound)
    switch column {
    case .vi: reading.head.vi = place
    case .en: reading.head.en = place
    case .also: reading.head.also = place
    case .variants: reading.head.variants = place
    case .type: reading.head.type = place
    case .tag:
      reading.hasTag = true
      if let tag = Self.tag(bytes[range]) {
        reading.head.tag = tag
      } else {
        tryCell(column, range, &reading)
      }
    case .band where range.count == 1 && (0x30...0x39).contains(bytes[range.lowerBound]):
      reading.head.band = Int8(bytes[range.lowerBound] - 0x30)
    case .when where Self.isPlainCondition(bytes[range]): break
    case .when, .valid, .keep, .capitals: tryCell(column, range, &reading)
    default: break
    }
  }

  /// Reads a cell whose form may be wrong.
  private func tryCell(_ column: TermColumn, _ range: Range<Int>, _ reading: inout Reading) {
    var entry = TermEntry()
    entry.vi = text(reading.head.vi)
    do throws(TermProblem) {
      try entry.set(column, String(decoding: bytes[range], as: UTF8.self))
      if column == .capitals { reading.head.caseRule = entry.caseRule }
    } catch {
      reading.broken = reading.broken ?? Broken(problem: error, start: range.lowerBound)
    }
  }

  private static let conditions = ["country=", "next=", "prev="].map { Array($0.utf8) }

  /// Whether a condition is clearly of the right form; the others are read to find what is wrong.
  private static func isPlainCondition(_ cell: ArraySlice<UInt8>) -> Bool {
    cell.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).allSatisfy { part in
      conditions.contains { part.starts(with: $0) && part.count > $0.count && part.last != 0x7C }
    }
  }

  private func text(_ place: Range<Int32>) -> String {
    String(decoding: bytes[Int(place.lowerBound)..<Int(place.upperBound)], as: UTF8.self)
  }

  private mutating func finish(_ reading: Reading) {
    let head = reading.head
    if let broken = reading.broken { return report(broken.problem, head, at: broken.start) }
    if !head.vi.isEmpty, !head.en.isEmpty, reading.hasTag { return heads.append(head) }
    let missing = head.vi.isEmpty ? "headword" : head.en.isEmpty ? "rendering" : "tag"
    report(
      TermProblem("glossary-row", "the row has no \(missing)"), head,
      at: Int(head.row.lowerBound))
  }

  private mutating func report(_ problem: TermProblem, _ head: TermHead, at start: Int) {
    let before = Int(head.row.lowerBound)..<start
    findings.append(
      Finding(
        .error, problem.code, problem.message,
        at: .init(
          file: file, line: Int(head.line),
          column: problem.column == nil
            ? nil : String(decoding: bytes[before], as: UTF8.self).count + 1),
        fix: "mend or delete the row; the others are loaded"))
  }

  private static func tag(_ cell: ArraySlice<UInt8>) -> WordTag? {
    guard cell.count <= 4 else { return nil }
    let packed = cell.reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
    for (value, tag) in tags where value == packed { return tag }
    return nil
  }

  private static let tags: [(UInt32, WordTag)] = WordTag.allCases.map { tag in
    (tag.rawValue.utf8.reduce(0) { $0 << 8 | UInt32($1) }, tag)
  }
}
