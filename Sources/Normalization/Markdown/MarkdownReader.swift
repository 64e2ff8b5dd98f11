import TextModel

/// Takes the text out of Markdown: one line for each paragraph, heading and list item, with the elements
/// an HTML page would have.
///
/// A subset of CommonMark 0.31: headings, paragraphs, quotations, lists, code, rules, tables, link
/// definitions; inside them emphasis, code, links, images, escapes, entities, HTML tags. As for a page,
/// what it takes out and puts in is an edit list, so every character can be traced. Complexity: linear.
public struct MarkdownReader {
  private let page: [UInt8]
  private var builder: TextBuilder
  /// The content of the lines of the paragraph that is open.
  private var paragraph: [Range<Int>] = []
  private var isQuoted = false
  /// The fence that closes a block of code.
  private var fence: (mark: UInt8, length: Int)?

  private init(_ page: [UInt8]) {
    self.page = page
    builder = TextBuilder(page, rule: "markdown")
  }

  /// Extracts the text of Markdown in valid UTF-8.
  public static func extract(_ page: [UInt8]) -> HTMLExtractor.Result {
    var reader = MarkdownReader(page)
    let start = page.withUnsafeBufferPointer { FrontMatter.end($0) } ?? 0
    reader.run(from: start)
    let (edits, runs) = reader.builder.finish()
    var markup = Markup()
    markup.runs = runs
    if start > 0 { markup.head = FrontMatter.metadata(page[..<start]) }
    return .init(edits: edits, markup: markup)
  }

  // MARK: Blocks

  private mutating func run(from start: Int) {
    var offset = start
    while offset < page.count {
      let end = page[offset...].firstIndex(of: 0x0A) ?? page.count
      line(offset..<end)
      offset = end + 1
    }
    close()
  }

  private mutating func line(_ whole: Range<Int>) {
    var (line, depth) = unquoted(whole)
    if let fence {
      if MarkdownLine(page, line).fence.map({ $0.mark == fence.mark && $0.length >= fence.length })
        ?? false
      {
        self.fence = nil
      } else {
        verbatim(line, as: "pre")
      }
      return
    }
    if depth > 0, !isQuoted { close() }
    isQuoted = depth > 0 || (isQuoted && !paragraph.isEmpty)
    let shape = MarkdownLine(page, line)
    if line.isEmpty { return close() }
    if let fence = shape.fence {
      close()
      self.fence = fence
    } else if let (level, content) = shape.heading {
      close()
      leaf([content], as: "h\(level)")
    } else if !paragraph.isEmpty, let level = shape.underline {
      let lines = paragraph
      paragraph = []
      leaf(lines, as: "h\(level)")
    } else if shape.isRule || shape.isDefinition || shape.isTableRule {
      close()
    } else if let content = shape.item {
      close()
      line = content
      paragraph = [line]
      item = true
    } else if shape.isRow {
      close()
      row(line)
    } else {
      paragraph.append(line)
    }
  }

  private var item = false

  /// A line without the signs of quotation and white space around it, and how many signs there were.
  private func unquoted(_ whole: Range<Int>) -> (line: Range<Int>, depth: Int) {
    var line = trimmed(whole)
    var depth = 0
    while depth < 32, line.lowerBound < line.upperBound, page[line.lowerBound] == UInt8(ascii: ">")
    {
      line = trimmed((line.lowerBound + 1)..<line.upperBound)
      depth += 1
    }
    return (line, depth)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, page[start] <= 0x20 { start += 1 }
    while end > start, page[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  /// Ends the open paragraph.
  private mutating func close() {
    let lines = paragraph
    paragraph = []
    if !lines.isEmpty { leaf(lines, as: item ? "li" : "p") }
    item = false
    isQuoted = false
  }

  private func path(_ name: String) -> [MarkupElement] {
    (isQuoted ? ["blockquote", name] : [name]).map { MarkupElement(name: $0, words: []) }
  }

  private mutating func verbatim(_ line: Range<Int>, as name: String) {
    builder.breakLine()
    builder.verbatim(line, in: path(name))
  }

  /// Writes a block of one or more lines with what stands inside it.
  private mutating func leaf(_ lines: [Range<Int>], as name: String) {
    builder.breakLine()
    let path = path(name)
    MarkdownInline(page, lines).write(to: &builder, in: path)
    builder.breakLine()
  }

  /// Writes the cells of a table's row.
  private mutating func row(_ line: Range<Int>) {
    builder.breakLine()
    var start = line.lowerBound
    for offset in line where page[offset] == UInt8(ascii: "|") {
      cell(start..<offset)
      start = offset + 1
    }
    cell(start..<line.upperBound)
    builder.breakLine()
  }

  private mutating func cell(_ range: Range<Int>) {
    let content = trimmed(range)
    if content.isEmpty { return }
    builder.breakLine(cell: true)
    MarkdownInline(page, [content]).write(to: &builder, in: path("td"))
  }
}
