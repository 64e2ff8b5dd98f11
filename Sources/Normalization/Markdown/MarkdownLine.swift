/// What a line of Markdown begins.
struct MarkdownLine {
  private let page: [UInt8]
  private let line: Range<Int>

  /// Looks at a line without white space around it.
  init(_ page: [UInt8], _ line: Range<Int>) {
    self.page = page
    self.line = line
  }

  private var first: UInt8 { line.isEmpty ? 0 : page[line.lowerBound] }

  /// How often a byte stands from an offset on.
  private func run(of byte: UInt8, from start: Int) -> Int {
    var end = start
    while end < line.upperBound, page[end] == byte { end += 1 }
    return end - start
  }

  private func isSpace(_ offset: Int) -> Bool { offset >= line.upperBound || page[offset] <= 0x20 }

  /// `## Text ##`: the level and the text.
  var heading: (level: Int, content: Range<Int>)? {
    let level = run(of: UInt8(ascii: "#"), from: line.lowerBound)
    guard (1...6).contains(level), isSpace(line.lowerBound + level) else { return nil }
    var start = line.lowerBound + level
    var end = line.upperBound
    while start < end, page[start] <= 0x20 { start += 1 }
    var closing = end
    while closing > start, page[closing - 1] == UInt8(ascii: "#") { closing -= 1 }
    if closing == start || page[closing - 1] <= 0x20 { end = closing }
    while end > start, page[end - 1] <= 0x20 { end -= 1 }
    return (level, start..<end)
  }

  /// A line of `=` or `-` below a heading: its level.
  var underline: Int? {
    guard first == UInt8(ascii: "=") || first == UInt8(ascii: "-"),
      run(of: first, from: line.lowerBound) == line.count
    else { return nil }
    return first == UInt8(ascii: "=") ? 1 : 2
  }

  /// `***`, `---` or `___`, with white space between the signs.
  var isRule: Bool {
    guard "*-_".utf8.contains(first) else { return false }
    var count = 0
    for offset in line {
      if page[offset] == first { count += 1 } else if page[offset] > 0x20 { return false }
    }
    return count >= 3
  }

  /// Three or more `` ` `` or `~`: the fence of a block of code.
  var fence: (mark: UInt8, length: Int)? {
    guard first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else { return nil }
    let length = run(of: first, from: line.lowerBound)
    guard length >= 3 else { return nil }
    if first == UInt8(ascii: "`"),
      page[(line.lowerBound + length)..<line.upperBound].contains(first)
    {
      return nil
    }
    return (first, length)
  }

  /// The content of a list item. A number keeps its place in the text: it may be counted on.
  var item: Range<Int>? {
    if "*-+".utf8.contains(first), line.count > 1, isSpace(line.lowerBound + 1) {
      var start = line.lowerBound + 1
      while start < line.upperBound, page[start] <= 0x20 { start += 1 }
      return start..<line.upperBound
    }
    var end = line.lowerBound
    while end < line.upperBound, page[end] >= 0x30, page[end] <= 0x39 { end += 1 }
    guard (1...4).contains(end - line.lowerBound), end < line.upperBound,
      page[end] == UInt8(ascii: ".") || page[end] == UInt8(ascii: ")"), isSpace(end + 1)
    else { return nil }
    return line
  }

  /// `[name]: address`, which a reader never sees.
  var isDefinition: Bool {
    guard first == UInt8(ascii: "["), let close = page[line].firstIndex(of: UInt8(ascii: "]")),
      close + 1 < line.upperBound, page[close + 1] == UInt8(ascii: ":")
    else { return false }
    let rest = page[(close + 2)..<line.upperBound].drop { $0 <= 0x20 }
    return ["http", "/", "<", "#", "mailto:"].contains { rest.starts(with: $0.utf8) }
  }

  /// A row of a table: it begins and ends with a bar.
  var isRow: Bool {
    first == UInt8(ascii: "|") && line.count > 2 && page[line.upperBound - 1] == first
  }

  /// The row of a table that parts head and body: only bars, dashes and colons.
  var isTableRule: Bool {
    isRow && page[line].allSatisfy { "|-: \t".utf8.contains($0) }
  }
}
