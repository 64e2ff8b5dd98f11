import TextModel
import Vietnamese

/// Reads dates counted from another, and lengths of time: `cách đây ba năm`, `hai ngày sau đó`,
/// `3 ngày qua`, `tối hôm sau`.
///
/// What they are counted from is known only when the text is read in its order (`DateThread`).
struct CountedDates: Sendable {
  let table: PhraseTable
  let figures: FigureReader

  /// The kinds of words that one may begin with, besides those of figures.
  static let starts: PhraseKinds = [.counted, .part]

  /// The date at a token; where none is, the figure there.
  func read(_ text: TokenText, at start: Int) -> Item? {
    let isDigit = text.startsWithDigit(start)
    if !isDigit, let item = named(text, at: start) { return item }
    if !isDigit, let word = table.match(text.tokens, at: start, .counted),
      word.row.value == Mode.ago.rawValue
    {
      guard word.end < text.count,
        let figure = figures.read(text, at: word.end, isCounting: true)
      else { return nil }
      return item(figure, .ago, word.row, from: start, to: figure.tokens.upperBound)
    }
    guard let figure = figures.read(text, at: start) else {
      guard table.match(text.tokens, at: start, .loose) != nil else { return nil }
      return figures.read(text, at: start, isCounting: true).flatMap { shifted($0, text) }
    }
    return shifted(figure, text) ?? figure
  }

  /// What the word beside a length of time says.
  private enum Mode: String { case ago, earlier, later, ahead, past, next }

  /// `hôm sau`, `tối cùng ngày`, `đầu năm`.
  func named(_ text: TokenText, at start: Int) -> Item? {
    let part = table.match(text.tokens, at: start, .part)
    guard let word = table.match(text.tokens, at: part?.end ?? start, .counted),
      let shift = DateShift(word.row.value)
    else { return nil }
    var english = word.row.en
    if let part {
      let day = " day"
      guard english.hasSuffix(day) else { return nil }
      english = english.dropLast(day.count) + " \(part.row.en)"
    }
    return date(english, shift, start..<word.end)
  }

  /// The date that a length of time makes with a bare word after it: `hai ngày | sau | tiếp Malaysia`.
  func joined(_ figure: Item, _ text: TokenText) -> Item? {
    let end = figure.tokens.upperBound
    guard figure.kind == .measure, let word = table.match(text.tokens, at: end, .shift),
      word.end == end + 1, word.row.value.last == "?",
      let mode = Mode(rawValue: String(word.row.value.dropLast()))
    else { return nil }
    return item(figure, mode, word.row, from: figure.tokens.lowerBound, to: word.end)
  }

  private func shifted(_ figure: Item, _ text: TokenText) -> Item? {
    let end = figure.tokens.upperBound
    guard figure.kind == .measure, let word = table.match(text.tokens, at: end, .shift) else {
      return nil
    }
    let name = word.row.value
    let isBare = name.last == "?"
    guard let mode = Mode(rawValue: isBare ? String(name.dropLast()) : name),
      !isBare || endsClause(text, word.end),
      mode != .next || !(text.startsWithDigit(word.end) || isCapitalized(text, word.end))
    else { return nil }
    return item(figure, mode, word.row, from: figure.tokens.lowerBound, to: word.end)
  }

  /// `hai ngày sau vụ tấn công`: what follows there is what the time is counted from.
  private func endsClause(_ text: TokenText, _ index: Int) -> Bool {
    index >= text.count || text.tokens[index].kind == .mark
      || table.match(text.tokens, at: index, .link) != nil
  }

  private func isCapitalized(_ text: TokenText, _ index: Int) -> Bool {
    text.tokens.indices.contains(index) && text.tokens[index].isCapitalized
  }

  private func item(
    _ figure: Item, _ mode: Mode, _ row: PhraseTable.Row, from start: Int, to end: Int
  ) -> Item? {
    let parts = (figure.value ?? "").split(separator: " ")
    guard figure.kind == .measure, parts.count == 2, !figure.target.hasSuffix(" old"),
      let unit = DateShift.Unit(rawValue: String(parts[1]))
    else { return nil }
    let isPast = mode == .ago || mode == .earlier || mode == .past
    let count = figure.evidence == nil ? Int(parts[0]) : nil
    if let count, count > 10_000 { return nil }
    let shift = DateShift(
      count: count.map { isPast ? -$0 : $0 }, unit: unit,
      isSpan: mode == .past || mode == .next, isFromText: mode == .earlier || mode == .later)
    let isFirst = mode == .ahead || shift.isSpan
    let length = shift.isSpan && count == 1 ? figure.target.lastWord : figure.target
    return date(
      isFirst ? "\(row.en) \(length)" : "\(length) \(row.en)", shift, start..<end)
  }

  private func date(_ english: String, _ shift: DateShift, _ tokens: Range<Int>) -> Item {
    Item(
      tokens: tokens, content: .counted(shift), target: english, kind: .date,
      origin: "date:counted")
  }
}

extension DateShift {
  /// A shift from the date named last, or with `@` from the article's, as the table has it: `1 d`,
  /// `@-1 wk`; nil for other texts.
  fileprivate convenience init?(_ text: String) {
    let isFromText = text.first != "@"
    let parts = (isFromText ? text[...] : text.dropFirst()).split(separator: " ")
    guard parts.count == 2, let count = Int(parts[0]),
      let unit = Unit(rawValue: String(parts[1]))
    else { return nil }
    self.init(count: count, unit: unit, isFromText: isFromText)
  }
}

extension String {
  fileprivate var lastWord: String { split(separator: " ").last.map(String.init) ?? self }
}
