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
    if let range = range(text, at: start, articleDate: articleDate) { return range }
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
    readSuffix(text, into: &parts, articleDate)
    if closes, parts.end > before, text.isMark(parts.end, ")") { parts.end += 1 }
    return item(parts, text, start: start, articleDate: articleDate)
  }

  /// `từ tháng 3 đến tháng 9/2021`, `từ năm 2019 đến 2021`, `từ 28/4 đến hết ngày 3/5`.
  private func range(_ text: TokenText, at start: Int, articleDate: CalendarDate?) -> Item? {
    guard let from = table.match(text.tokens, at: start, .from) else { return nil }
    var first = DateParts()
    if let year = year(text, at: from.end) {
      first = year
    } else {
      forms.read(text, at: from.end, into: &first, articleDate: articleDate, isDay: true)
    }
    if first.last != nil, first.problem == nil, first.value == nil, first.quarter == nil,
      !(isFraction(text, from.end) && isFraction(text, first.end - 1))
    {
      return item(first, text, start: start, articleDate: articleDate)
    }
    guard first.isPlain, let link = table.match(text.tokens, at: first.end, .link),
      link.row.en == "to"
    else { return nil }
    var last = DateParts()
    if first.date.month == nil, let year = year(text, at: link.end) {
      last = year
    } else {
      forms.read(text, at: link.end, into: &last, articleDate: articleDate, isDay: true)
    }
    guard last.isPlain, (first.date.day == nil) == (last.date.day == nil),
      (first.date.month == nil) == (last.date.month == nil),
      !(isFraction(text, from.end) && isFraction(text, link.end))
    else { return nil }
    first.last = last.date
    first.end = last.end
    first.english = first.target
    if let year = last.date.year, first.date.year == nil, let month = first.date.month,
      let other = last.date.month
    {
      let isLater = (month, first.date.day ?? 0) > (other, last.date.day ?? 0)
      first.date.year = isLater ? year - 1 : year
    }
    return item(first, text, start: start, articleDate: articleDate)
  }

  /// A year without `năm`, as it may stand in a range.
  private func year(_ text: TokenText, at index: Int) -> DateParts? {
    guard let year = text.integer(index), (1900...2100).contains(year),
      text.string(index).count == 4
    else { return nil }
    var parts = DateParts()
    parts.date.year = year
    parts.end = index + 1
    parts.isFound = true
    return parts
  }

  /// `1/3`, but not `28/4`; `1.5` is no day either.
  private func isFraction(_ text: TokenText, _ index: Int) -> Bool {
    guard let numbers = text.numbers(index, separator: "/"), numbers.count == 2 else {
      return text.string(index).contains(".")
    }
    return numbers[0] < numbers[1] && (2...5).contains(numbers[1])
  }

  /// `tháng 9 tới`, `ngày 5/9 vừa qua`: the next or last one, counted from the article's date.
  private func readSuffix(
    _ text: TokenText, into parts: inout DateParts, _ articleDate: CalendarDate?
  ) {
    guard parts.isPlain, parts.date.year == nil, parts.weekday == nil,
      let month = parts.date.month,
      let match = table.match(text.tokens, at: parts.end, .suffix), match.row.isYearly,
      !text.startsWithDigit(match.end),
      table.match(text.tokens, at: match.end, [.month, .day, .namedMonth]) == nil,
      let side = Int(match.row.value)
    else { return }
    parts.english = "\(match.row.en) \(parts.target)"
    parts.end = match.end
    guard let articleDate, let year = articleDate.year, let base = articleDate.dayNumber else {
      return
    }
    parts.isInferred = true
    let years = [year - 1, year, year + 1].map {
      CalendarDate(year: $0, month: month, day: parts.date.day)
    }
    let fitting = years.filter {
      side == 0 || $0.month == articleDate.month && $0.year == year && $0.day == nil
        || (($0.dayNumber ?? 0) - base) * side > 0
    }
    parts.date =
      fitting.min {
        abs(($0.dayNumber ?? 0) - base) < abs(($1.dayNumber ?? 0) - base)
      } ?? parts.date
    parts.remark = "counted from the article's date: \(parts.date.iso)"
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
      value: parts.iso.flatMap { $0.isEmpty ? nil : CalendarDate.part($0, parts.portion) },
      isInferred: parts.isInferred)
    item.problem = parts.problem
    if parts.part != nil, !item.target.isEmpty, let zone = text.zone(at: parts.end, table) {
      item.tokens = start..<zone.end
      item.target += zone.english
      item.evidence = [item.evidence, "in \(zone.row.en)"].compactMap { $0 }.joined(separator: "; ")
    }
    return item
  }

  /// Puts in the days of a date of the lunar calendar, in the year that brings it nearest.
  private func convert(
    _ lunar: DateParts.Lunar, near articleDate: CalendarDate, _ parts: inout DateParts
  ) {
    guard let base = articleDate.dayNumber, let year = articleDate.year else { return }
    let given = lunar.year ?? lunar.years.map { year + $0 }
    let years = given.map { [$0] } ?? [year - 1, year, year + 1]
    let spans = years.compactMap { year in
      guard let day = lunar.day else { return LunarCalendar.span(year: year, month: lunar.month) }
      return LunarCalendar.date(year: year, month: lunar.month, day: day).map { ($0, $0) }
    }
    let nearest = spans.min {
      abs(($0.first.dayNumber ?? 0) - base) < abs(($1.first.dayNumber ?? 0) - base)
    }
    guard let (first, last) = nearest else { return }
    parts.value = first == last ? first.iso : "\(first.iso)/\(last.iso)"
    parts.isInferred = true
    let how = given == nil ? "; the year is the one that brings it nearest" : ""
    parts.remark = "a date of the lunar calendar, converted\(how)"
  }

  /// Puts in the year, or the day of a weekday, that the text leaves out.
  private func infer(_ parts: inout DateParts, _ articleDate: CalendarDate?) {
    guard let articleDate else { return }
    if let lunar = parts.lunar { convert(lunar, near: articleDate, &parts) }
    guard parts.value == nil else { return }
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
  /// Whether it is one date of year, month and day, and nothing else.
  fileprivate var isPlain: Bool {
    isFound && problem == nil && last == nil && value == nil && quarter == nil
      && date != CalendarDate()
  }

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
