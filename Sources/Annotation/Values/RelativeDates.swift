import TextModel
import Vietnamese

/// Dates counted from the article's: `hôm qua`, `Thứ Năm tuần trước`, `cuối năm ngoái`.
struct RelativeDates {
  let table: PhraseTable
  let articleDate: CalendarDate?

  private static let kinds: PhraseKinds = [
    .relative, .relativeWeek, .relativeMonth, .relativeYear,
  ]

  /// The relative date at a token, with the month or portion before it.
  func read(_ text: TokenText, at index: Int, parts: DateParts, start: Int) -> Item? {
    let portion = table.match(text.tokens, at: index, .portion)
    let cursor = portion?.end ?? index
    if let month = table.match(text.tokens, at: cursor, [.month, .namedMonth]) {
      if let item = monthOfYear(text, month, portion?.row.en, start) { return item }
    }
    if let quarter = table.match(text.tokens, at: cursor, .quarter),
      let number = text.roman(quarter.end) ?? text.integer(quarter.end), (1...4).contains(number),
      let year = table.match(text.tokens, at: quarter.end + 1, .relativeYear)
    {
      return item(
        start..<year.end, "the \(EnglishText.quarters[number - 1]) quarter of \(year.row.en)",
        value: self.year(year.row).map { "\($0)-Q\(number)" })
    }
    guard let match = table.match(text.tokens, at: cursor, Self.kinds) else { return nil }
    if match.row.kinds == .relative, portion != nil { return nil }
    if match.row.kinds != .relative, isCounted(text, at: cursor),
      table.match(text.tokens, at: match.end - 1, .shift) != nil
    {
      return nil
    }
    if match.row.kinds == .relative, let day = bracketed(text, after: match, start) { return day }
    var english = match.row.en
    if let portion { english = joined(portion.row.en, english) }
    if let part = parts.part { english = "\(english) \(part)" }
    let value = value(match.row).map { CalendarDate.part($0, portion?.row.en) }
    return item(start..<match.end, english, value: value)
  }

  /// `một tuần sau` is a length of time, not next week.
  private func isCounted(_ text: TokenText, at index: Int) -> Bool {
    index > 0
      && (text.isNumber(index - 1)
        || table.match(text.tokens, at: index - 1, [.digit, .loose, .ten, .tens])?.end == index)
  }

  /// `hôm nay (22/10)`, `hôm nay (22-10)`: the date in brackets counts.
  private func bracketed(
    _ text: TokenText, after match: (row: PhraseTable.Row, end: Int), _ first: Int
  ) -> Item? {
    let start = match.end + 1
    guard text.isMark(match.end, "("),
      let (numbers, end) = ["/", "."].lazy.compactMap({ separator in
        text.numbers(start, separator: separator).map { ($0, start + 1) }
      }).first(where: { $0.0.count > 1 }) ?? text.dashedNumbers(start),
      text.isMark(end, ")"), (2...3).contains(numbers.count)
    else { return nil }
    let written = CalendarDate(
      year: numbers.count == 3 ? numbers[2] : nil, month: numbers[1], day: numbers[0])
    guard written.isPossible else { return nil }
    let day = written.year == nil ? articleDate.flatMap { written.nearest(to: $0) } : written
    var item = item(
      first..<(end + 1), "\(match.row.en) (\(written.english))",
      value: (day ?? written).iso)
    item.isInferred = written.year == nil
    item.evidence =
      written.year == nil && day != nil ? "the year is inferred from the article's date" : nil
    return item
  }

  /// `tháng 11 năm ngoái`.
  private func monthOfYear(
    _ text: TokenText, _ word: (row: PhraseTable.Row, end: Int), _ portion: String?, _ start: Int
  ) -> Item? {
    let isNamed = word.row.kinds == .namedMonth
    guard let month = isNamed ? Int(word.row.value) : text.integer(word.end),
      (1...12).contains(month),
      let year = table.match(
        text.tokens, at: isNamed ? word.end : word.end + 1, .relativeYear)
    else { return nil }
    var english = CalendarDate(month: month).english
    if let portion { english = joined(portion, english) }
    english += year.row.value == "0" ? " this year" : " \(year.row.en)"
    let value = self.year(year.row).map { CalendarDate(year: $0, month: month).iso }
    return item(start..<year.end, english, value: value)
  }

  private func joined(_ portion: String, _ text: String) -> String {
    portion + (portion.hasSuffix("-") ? "" : " ") + text
  }

  private func item(_ range: Range<Int>, _ target: String, value: String?) -> Item {
    Item(
      tokens: range, content: .value, target: target, kind: .date, origin: "date:relative",
      evidence: value.map { "counted from the article's date: \($0)" }, value: value,
      isInferred: true)
  }

  /// `tuần trước`, `tới` and the like after a weekday.
  func readAfterWeekday(_ text: TokenText, at index: Int, into parts: inout DateParts) -> Bool {
    guard let weekday = parts.weekday,
      let match = table.match(text.tokens, at: index, [.relativeWeek, .suffix]),
      let weeks = Int(match.row.value)
    else { return false }
    parts.end = match.end
    parts.isInferred = true
    let isWeek = match.row.kinds == .relativeWeek
    parts.weekday?.en = isWeek ? "\(weekday.en) \(match.row.en)" : "\(match.row.en) \(weekday.en)"
    guard let articleDate, let today = articleDate.weekday else { return true }
    var days = weekday.number - today + 7 * weeks
    if !isWeek, weeks > 0, days > 7 { days -= 7 }
    if !isWeek, weeks < 0, days < -7 { days += 7 }
    if let day = articleDate.adding(days: days) {
      parts.value = day.iso
      parts.remark = "counted from the article's date: \(day.iso)"
    }
    return true
  }

  private func year(_ row: PhraseTable.Row) -> Int? {
    articleDate?.year.flatMap { year in Int(row.value).map { year + $0 } }
  }

  /// The value of a relative word: a day, an ISO week, a month or a year.
  private func value(_ row: PhraseTable.Row) -> String? {
    guard let articleDate, let offset = Int(row.value) else { return nil }
    switch row.kinds {
    case .relative:
      return articleDate.day == nil ? nil : articleDate.adding(days: offset)?.iso
    case .relativeWeek:
      return articleDate.day == nil ? nil : articleDate.adding(days: 7 * offset)?.isoWeek
    case .relativeMonth:
      guard let year = articleDate.year, let month = articleDate.month else { return nil }
      let months = year * 12 + month - 1 + offset
      return CalendarDate(year: months / 12, month: months % 12 + 1).iso
    default: return year(row).map { "\($0)" }
    }
  }
}
