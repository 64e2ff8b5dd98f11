import TextModel
import Vietnamese

/// The forms in which the press writes a date, without weekday and part of the day.
struct DateForms: Sendable {
  let table: PhraseTable
  let english: EnglishWords

  /// Reads the date at a token, if one is there.
  /// - Parameter isDay: whether a word before it says that a day follows. Default: no.
  func read(
    _ text: TokenText, at start: Int, into parts: inout DateParts, articleDate: CalendarDate?,
    isDay: Bool = false
  ) {
    guard start < text.count else { return }
    let opener = table.match(text.tokens, at: start, .day)
    let index = opener?.end ?? start
    if text.startsWithDigit(index) {
      let isBracketed = text.isMark(index - 1, "(") && text.isMark(index + 1, ")")
      let isDay =
        isDay || followsClock(text, start) || isDayByForm(text, index) || opener != nil
        || parts.part != nil
        || parts.weekday != nil || isBracketed
      if opener == nil, span(text, at: index, &parts, articleDate) { return }
      if lunarDigits(text, index, &parts) { return }
      if numeric(text, index, isDay: isDay, &parts) {
        if parts.problem == nil { lunarMark(text, &parts) }
        return
      }
      if dayAndMonth(text, index, &parts) { return }
      if parts.portion == nil, years(text, index, &parts) { return }
      if opener != nil { dayAlone(text, index, &parts, articleDate) }
      return
    }
    if opener != nil || span(text, at: start, &parts, articleDate) { return }
    if lunar(text, at: start, &parts) || month(text, at: start, &parts) { return }
    if quarter(text, at: start, &parts) || era(text, at: start, &parts) { return }
    if let period = table.match(text.tokens, at: start, [.period, .year]),
      years(text, period.end, &parts)
    {
      return
    }
    year(text, at: start, &parts)
  }

  /// `2h30 6/11`: a day and month right after a time.
  private func followsClock(_ text: TokenText, _ index: Int) -> Bool {
    guard index > 0, text.startsWithDigit(index - 1), !text.isNumber(index - 1) else {
      return false
    }
    return text.string(index - 1).contains("h")
  }

  /// `30/4`: no fraction is greater than one; `1/7` is a day after a word of time.
  private func isDayByForm(_ text: TokenText, _ index: Int) -> Bool {
    guard let numbers = text.numbers(index, separator: "/"), numbers.count == 2,
      (1...31).contains(numbers[0]), (1...12).contains(numbers[1]), numbers != [24, 7],
      table.match(text.tokens, at: index + 1, [.unit, .percent, .currency]) == nil
    else { return false }
    if numbers[0] > numbers[1] { return true }
    guard index > 0, !(numbers[0] < numbers[1] && [2, 3, 4, 5, 6, 8, 10].contains(numbers[1]))
    else {
      return false
    }
    return (max(0, index - 3)..<index).contains {
      table.match(text.tokens, at: $0, [.from, .link, .shift, .opener])?.end == index
    }
  }

  // MARK: Digits

  /// `7/12`, `7/12/2021`, `12/2021`, `7-12-2021`, `12.3.2022`, `7-9/12`, `7 và 8/12`.
  private func numeric(
    _ text: TokenText, _ index: Int, isDay: Bool, _ parts: inout DateParts
  ) -> Bool {
    if isDay, let first = text.integer(index), (1...31).contains(first),
      let next = link(text, after: index), let last = date(text, next, isDay: true),
      let day = last.date.day, first < day || text.isDash(index + 1),
      last.date.month != nil, !text.isDash(index + 1) || text.string(next).contains("/")
    {
      parts.date = CalendarDate(year: last.date.year, month: last.date.month, day: first)
      parts.last = last.date
      return found(last.date, text, index..<last.end, &parts)
    }
    guard let first = date(text, index, isDay: isDay) else { return false }
    parts.date = first.date
    guard found(first.date, text, index..<first.end, &parts) else { return true }
    if let next = link(text, after: first.end - 1), let last = date(text, next, isDay: true),
      last.date.day != nil, first.date.day != nil, last.date.isPossible,
      text.string(next).contains("/")
    {
      parts.last = last.date
      parts.end = last.end
    }
    return true
  }

  private func found(
    _ date: CalendarDate, _ text: TokenText, _ range: Range<Int>, _ parts: inout DateParts
  ) -> Bool {
    parts.end = range.upperBound
    parts.isFound = true
    if date.isPossible { return true }
    parts.problem = .impossibleDate(text.string(range))
    return false
  }

  /// The token of the second date after `-`, `và` or `đến`.
  private func link(_ text: TokenText, after index: Int) -> Int? {
    if text.isDash(index + 1) { return index + 2 }
    return table.match(text.tokens, at: index + 1, .link)?.end
  }

  /// One date in digits. A day and month alone need a word of time before them.
  private func date(
    _ text: TokenText, _ index: Int, isDay: Bool
  ) -> (date: CalendarDate, end: Int)? {
    var numbers = text.numbers(index, separator: "/") ?? []
    var end = index + 1
    if numbers.count < 2, let dotted = text.numbers(index, separator: "."),
      dotted.count == 3 || dotted.count == 2 && isDay && dotted[1] < 13
    {
      numbers = dotted
    }
    if numbers.count == 1, let dashed = text.dashedNumbers(index),
      isDay || dashed.numbers.count == 3
    {
      (numbers, end) = dashed
    }
    switch numbers.count {
    case 2 where numbers[1] > 1900 && (1...12).contains(numbers[0]):
      return (CalendarDate(year: numbers[1], month: numbers[0]), end)
    case 2 where isDay && numbers[1] < 100:
      return (CalendarDate(month: numbers[1], day: numbers[0]), end)
    case 3 where (1000...2200).contains(numbers[2]):
      return (CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0]), end)
    default: return nil
    }
  }

  /// `7 tháng 12 năm 2021`.
  private func dayAndMonth(_ text: TokenText, _ index: Int, _ parts: inout DateParts) -> Bool {
    guard let day = text.integer(index), (1...99).contains(day) else { return false }
    var next = index + 1
    var first: Int?
    var last = day
    if let linked = link(text, after: index), let second = text.integer(linked),
      (1...99).contains(second), month(text, at: linked + 1, &parts, isAlone: false)
    {
      first = day
      last = second
      next = linked
    } else if !month(text, at: next, &parts, isAlone: false) {
      return false
    }
    parts.date.day = last
    if let first {
      parts.last = parts.date
      parts.date.day = first
    }
    if found(parts.last ?? parts.date, text, index..<parts.end, &parts) { lunarMark(text, &parts) }
    return next > 0
  }

  /// `ngày 15`: a day of the month that the article's date gives.
  private func dayAlone(
    _ text: TokenText, _ index: Int, _ parts: inout DateParts, _ articleDate: CalendarDate?
  ) {
    let month = table.match(text.tokens, at: index + 1, .relativeMonth)
    guard let day = text.integer(index), (1...31).contains(day),
      !text.isMark(index + 1, "/"), !text.isMark(index + 1, "%"),
      month != nil || table.match(text.tokens, at: index + 1, [.unit, .scale]) == nil
    else { return }
    parts.english = "the \(English.ordinal(day))"
    parts.end = index + 1
    parts.isFound = true
    if let month, let offset = Int(month.row.value) {
      parts.english = "the \(English.ordinal(day)) of \(month.row.en)"
      parts.end = month.end
      parts.isInferred = articleDate != nil
      let shift = DateShift(count: offset, unit: .month)
      parts.value =
        articleDate.flatMap(shift.value).map { "\($0)-\(day < 10 ? "0" : "")\(day)" } ?? ""
      parts.remark = articleDate.map { _ in "counted from the article's date" }
      return
    }
    guard let articleDate, articleDate.month != nil,
      let nearest = articleDate.nearestMonth(to: day)
    else { return }
    parts.value = nearest.iso
    parts.isInferred = true
    parts.remark = "the month is inferred from the article's date"
  }

  // MARK: Words

  /// `tháng 12/2021`, `tháng Mười hai năm 2021`, `tháng 11 năm ngoái`.
  /// - Parameter isAlone: whether no day stands before it, which would be the lunar month's.
  private func month(
    _ text: TokenText, at index: Int, _ parts: inout DateParts, isAlone: Bool = true
  ) -> Bool {
    guard let word = table.match(text.tokens, at: index, [.month, .namedMonth]) else {
      return false
    }
    if word.row.kinds.contains(.namedMonth) {
      // `tháng năm` may be "months and years": a name of a month that is a number has a capital there.
      parts.date.month = Int(word.row.value)
      parts.end = word.end
    } else {
      guard let numbers = text.numbers(word.end, separator: "/"), let month = numbers.first,
        (1...12).contains(month), numbers.count < 3
      else { return false }
      parts.date.month = month
      parts.end = word.end + 1
      if numbers.count == 2, numbers[1] > 1900 {
        parts.date.year = numbers[1]
      } else if numbers.count == 2 {
        return false
      } else if text.isDash(word.end + 1), text.touches(word.end + 1),
        let year = text.integer(word.end + 2), (1900...2200).contains(year)
      {
        parts.date.year = year
        parts.end += 2
      }
    }
    parts.isFound = true
    if isAlone { lunarMark(text, &parts) }
    if parts.date.year == nil, parts.value == nil { year(text, at: parts.end, &parts) }
    return true
  }

  private func year(_ text: TokenText, at index: Int, _ parts: inout DateParts) {
    guard let word = table.match(text.tokens, at: index, .year),
      let year = text.integer(word.end), (1000...2200).contains(year)
    else { return }
    parts.date.year = year
    parts.end = word.end + 1
    parts.isFound = true
  }

  /// `2016-2020`.
  private func years(_ text: TokenText, _ index: Int, _ parts: inout DateParts) -> Bool {
    guard let first = text.integer(index), (1900...2200).contains(first), text.isDash(index + 1),
      let last = text.integer(index + 2), first < last, last < 2200
    else { return false }
    parts.date = CalendarDate(year: first)
    parts.last = CalendarDate(year: last)
    parts.end = index + 3
    parts.isFound = true
    return true
  }

  private func quarter(_ text: TokenText, at index: Int, _ parts: inout DateParts) -> Bool {
    guard let word = table.match(text.tokens, at: index, .quarter) else { return false }
    let numbers = text.numbers(word.end, separator: "/")
    guard let quarter = text.roman(word.end) ?? numbers?.first, (1...4).contains(quarter) else {
      return false
    }
    parts.quarter = quarter
    parts.end = word.end + 1
    if let numbers, numbers.count == 2, numbers[1] > 1900 { parts.date.year = numbers[1] }
    if text.isMark(parts.end, "/") || text.isDash(parts.end),
      let year = text.integer(parts.end + 1), (1900...2200).contains(year)
    {
      parts.date.year = year
      parts.end += 2
    }
    parts.isFound = true
    year(text, at: parts.end, &parts)
    return true
  }

  /// `thế kỷ XIX`, `những năm 1990`.
  private func era(_ text: TokenText, at index: Int, _ parts: inout DateParts) -> Bool {
    if let word = table.match(text.tokens, at: index, .century) {
      guard let number = text.integer(word.end) ?? text.roman(word.end), (1...30).contains(number)
      else { return false }
      parts.english = "the \(English.ordinal(number)) century"
      parts.value = "\(number * 100 - 99)/\(number * 100)"
      parts.end = word.end + 1
    } else if let word = table.match(text.tokens, at: index, .decade) {
      guard let number = text.integer(word.end), number % 10 == 0,
        (1000...2200).contains(number) || (10...90).contains(number)
      else { return false }
      let first = number < 100 ? 1900 + number : number
      parts.english = "the \(number)s"
      parts.value = "\(first)/\(first + 9)"
      parts.isInferred = number < 100
      parts.remark = number < 100 ? "the century is inferred" : nil
      parts.end = word.end + 1
    } else {
      return false
    }
    parts.isFound = true
    return true
  }

  // MARK: The lunar calendar

  /// `mùng 5 Tết`, `rằm tháng Bảy`, `tháng Giêng`: flagged, never converted.
  private func lunar(_ text: TokenText, at index: Int, _ parts: inout DateParts) -> Bool {
    var cursor = index
    var day: Int?
    if let word = table.match(text.tokens, at: cursor, .lunarDay) {
      guard
        let number = Int(word.row.value) ?? text.numbers(word.end, separator: "/")?.first
          ?? table.match(text.tokens, at: word.end, [.digit, .loose, .ten]).flatMap({
            $0.end == word.end + 1 ? Int($0.row.value) : nil
          }),
        (1...30).contains(number)
      else { return false }
      day = number
      cursor = word.row.value.isEmpty ? word.end + 1 : word.end
    }
    let named = table.match(text.tokens, at: cursor, .lunarMonth)
    var month = named.flatMap { Int($0.row.value) }
    cursor = named?.end ?? cursor
    if month == nil, day != nil,
      let word = table.match(text.tokens, at: cursor, [.month, .namedMonth])
    {
      month = Int(word.row.value) ?? text.integer(word.end)
      cursor = word.row.value.isEmpty ? word.end + 1 : word.end
    }
    guard day != nil || month != nil else { return false }
    let mark = table.match(text.tokens, at: cursor, .lunarMark)
    let isTet = mark != nil && month == nil
    parts.end = mark?.end ?? cursor
    if isTet || month != nil { lunarYear(text, &parts) }
    setLunar(day: day, month: month, isTet: isTet, &parts)
    return true
  }

  /// `30 Tết`, `23 tháng Chạp`: a day in digits with a lunar month.
  private func lunarDigits(_ text: TokenText, _ index: Int, _ parts: inout DateParts) -> Bool {
    guard let day = text.integer(index), (1...30).contains(day) else { return false }
    if let month = table.match(text.tokens, at: index + 1, .lunarMonth) {
      setLunar(day: day, month: Int(month.row.value), isTet: false, &parts)
      parts.end = month.end
      return true
    }
    guard (23...30).contains(day),
      let mark = table.match(text.tokens, at: index + 1, .lunarMark), mark.end == index + 2
    else { return false }
    // The days before the feast belong to the last month of the year.
    setLunar(day: day, month: 12, isTet: false, &parts)
    parts.end = mark.end
    return true
  }

  /// `âm lịch` or `(âm lịch)` after a date.
  private func lunarMark(_ text: TokenText, _ parts: inout DateParts) {
    let isBracketed = text.isMark(parts.end, "(")
    let start = isBracketed ? parts.end + 1 : parts.end
    guard let mark = table.match(text.tokens, at: start, .lunarMark), mark.end == start + 2,
      !isBracketed || text.isMark(mark.end, ")"), let month = parts.date.month
    else { return }
    parts.last = nil
    parts.end = isBracketed ? mark.end + 1 : mark.end
    lunarYear(text, &parts)
    setLunar(day: parts.date.day, month: month, isTet: false, &parts)
  }

  /// The year after a date of the lunar calendar: `năm 2024`, `năm nay`.
  private func lunarYear(_ text: TokenText, _ parts: inout DateParts) {
    if let match = table.match(text.tokens, at: parts.end, .relativeYear) {
      parts.lunar = .init(day: nil, month: 1, year: nil, years: Int(match.row.value))
      parts.relativeYear = match.row.en
      parts.end = match.end
    } else {
      year(text, at: parts.end, &parts)
    }
  }

  private func setLunar(day: Int?, month: Int?, isTet: Bool, _ parts: inout DateParts) {
    var english = day.map { "the \(English.ordinal($0)) day of " } ?? ""
    english +=
      month.map { "the \(English.ordinal($0)) lunar month" }
      ?? (isTet ? "Tet" : "the lunar month")
    if let year = parts.date.year { english += " of \(year)" }
    parts.lunar = (month ?? (isTet ? 1 : nil)).map {
      .init(day: day, month: $0, year: parts.date.year, years: parts.lunar?.years)
    }
    if let named = parts.relativeYear { english += " of \(named)" }
    parts.date = CalendarDate()
    parts.english = english
    parts.value = ""
    parts.remark = "a date of the lunar calendar; not converted"
    parts.isFound = true
  }
}
