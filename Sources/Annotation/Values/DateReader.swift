import TextModel
import Vietnamese

/// Reads dates: `ngày 7/12`, `tối 14/1`, `hồi cuối tháng 11`, `quý I/2022`, `Thứ Năm tuần trước`.
///
/// Day first. What the text leaves out is taken from the article's date, nearest first, and marked as
/// inferred; it is not put into the English.
struct DateReader: Sendable {
  let table: PhraseTable
  let forms: DateForms

  init(_ table: PhraseTable, _ english: EnglishWords) {
    self.table = table
    forms = DateForms(table: table, english: english)
  }

  /// The kinds of words that a date may begin with.
  static let starts: PhraseKinds = [
    .opener, .part, .relative, .relativeWeek, .relativeMonth, .relativeYear, .weekday, .portion,
    .day, .month, .namedMonth, .lunarMonth, .lunarDay, .quarter, .year, .century, .decade, .period,
  ]

  /// The longest date at a token.
  func read(_ text: TokenText, at start: Int, articleDate: CalendarDate?) -> Item? {
    var cursor = start
    while let opener = table.match(text.tokens, at: cursor, .opener) { cursor = opener.end }
    let relative = RelativeDates(table: table, articleDate: articleDate)
    var parts = DateParts()
    if let item = relative.read(text, at: cursor, parts: parts, start: start) { return item }
    if let part = table.match(text.tokens, at: cursor, .part) {
      parts.part = part.row.en
      cursor = part.end
      if let item = relative.read(text, at: cursor, parts: parts, start: start) { return item }
    }
    let day = table.match(text.tokens, at: cursor, .day)
    if let weekday = weekday(text, at: cursor) ?? day.flatMap({ weekday(text, at: $0.end) }) {
      parts.weekday = weekday.value
      parts.end = weekday.end
      parts.isFound = true
      cursor = text.isMark(weekday.end, ",") ? weekday.end + 1 : weekday.end
      if text.isMark(cursor, "("), text.isNumber(cursor + 1) { cursor += 1 }
      if relative.readAfterWeekday(text, at: weekday.end, into: &parts) {
        return item(parts, text, start: start, articleDate: articleDate)
      }
    }
    if let portion = table.match(text.tokens, at: cursor, .portion) {
      parts.portion = portion.row.en
      cursor = portion.end
    }
    let closes = cursor > start && text.isMark(cursor - 1, "(")
    let before = parts.end
    forms.read(text, at: cursor, into: &parts, articleDate: articleDate)
    guard parts.isFound else { return nil }
    if closes, parts.end > before, text.isMark(parts.end, ")") { parts.end += 1 }
    return item(parts, text, start: start, articleDate: articleDate)
  }

  /// A weekday; `thứ hai` in small letters is an ordinal unless a word of time stands before it.
  private func weekday(_ text: TokenText, at index: Int) -> (value: (Int, String), end: Int)? {
    guard let match = table.match(text.tokens, at: index, .weekday),
      let number = Int(match.row.value)
    else { return nil }
    let isCapital =
      text.tokens[match.end - 1].isCapitalized
      || text.tokens[index].isCapitalized && (index > 0 || text.isNumber(match.end - 1))
    let kinds: PhraseKinds = [.part, .opener, .day]
    let hasPart =
      index > 0
      && (table.match(text.tokens, at: index - 1, kinds)?.end == index
        || index > 1 && table.match(text.tokens, at: index - 2, kinds)?.end == index)
    let isMarked =
      table.match(text.tokens, at: match.end, [.relativeWeek, .suffix]) != nil
      || text.isMark(match.end, "(") && text.isNumber(match.end + 1)
      || text.isMark(match.end, ",")
        && table.match(text.tokens, at: match.end + 1, .day) != nil
    guard isCapital || hasPart || isMarked || number == 7 else { return nil }
    return ((number, match.row.en), match.end)
  }

  private func item(
    _ parts: DateParts, _ text: TokenText, start: Int, articleDate: CalendarDate?
  ) -> Item {
    var parts = parts
    if parts.problem == nil { infer(&parts, articleDate) }
    if let weekday = parts.weekday, let actual = parts.date.weekday, actual != weekday.number,
      parts.value == nil, parts.last == nil
    {
      parts.problem = .weekdayMismatch(
        parts.date.iso, is: CalendarDate.weekdayNames[actual - 1], said: weekday.en)
    }
    let evidence = parts.isInferred ? "the year is inferred from the article's date" : nil
    var item = Item(
      tokens: start..<parts.end, content: .value,
      target: parts.problem?.code == "impossible-date" ? "" : parts.target, kind: .date,
      origin: "date", evidence: parts.remark ?? evidence,
      value: parts.iso.flatMap { $0.isEmpty ? nil : $0 },
      isInferred: parts.isInferred)
    item.problem = parts.problem
    if parts.part != nil, !item.target.isEmpty, let zone = text.zone(at: parts.end, table) {
      item.tokens = start..<zone.end
      item.target += zone.english
      item.evidence = [item.evidence, "in \(zone.row.en)"].compactMap { $0 }.joined(separator: "; ")
    }
    return item
  }

  /// Puts in the year, or the day of a weekday, that the text leaves out.
  private func infer(_ parts: inout DateParts, _ articleDate: CalendarDate?) {
    guard let articleDate, parts.value == nil else { return }
    parts.english = parts.english ?? parts.plainEnglish
    if parts.date.year == nil, parts.date.month != nil,
      let nearest = parts.date.nearest(to: articleDate)
    {
      if let last = parts.last, last.year == nil { parts.last = last.nearest(to: articleDate) }
      parts.date = nearest
      parts.isInferred = true
    } else if parts.date.year == nil, parts.quarter != nil, let year = articleDate.year {
      parts.date.year = year
      parts.isInferred = true
    } else if let weekday = parts.weekday, parts.date == CalendarDate(),
      let today = articleDate.weekday,
      let day = articleDate.adding(days: -((today - weekday.number + 7) % 7))
    {
      parts.value = day.iso
      parts.isInferred = true
      parts.remark = "the \(weekday.en) on or before the article's date"
    }
  }
}

extension DateParts {
  /// The English of the date as far as the text goes, before anything is inferred.
  fileprivate var plainEnglish: String? {
    if quarter != nil { return date.year.map { "\($0)" } }
    var plain = self
    plain.part = nil
    plain.portion = nil
    plain.weekday = nil
    return plain.target
  }
}
