import TextModel
import Vietnamese

/// Reads dates and times: `ngày 7/12`, `tối 14/1`, `hồi cuối tháng 11`, `quý I/2022`, `15h30`.
///
/// Day first. A year that the text leaves out is taken from the article's date, nearest first, and
/// marked as inferred; it is not put into the English.
struct DateReader: Sendable {
  let calendar: PhraseTable

  private struct Parts {
    var date = CalendarDate()
    var part: String?
    var portion: String?
    var weekday: String?
    var quarter: Int?
    var end = 0
    var isFound = false
  }

  /// The longest date at a token.
  func read(
    _ tokens: [Token], at start: Int, bytes: [UInt8], articleDate: CalendarDate?
  ) -> Item? {
    var cursor = start
    var parts = Parts()
    while let opener = calendar.match(tokens, at: cursor, .opener) { cursor = opener.end }
    if let part = calendar.match(tokens, at: cursor, .part) {
      parts.part = part.row.en
      cursor = part.end
    }
    if let relative = relative(tokens, at: cursor, parts: parts, date: articleDate) {
      return make(relative, start..<relative.end)
    }
    if let weekday = weekday(tokens, at: cursor, bytes: bytes) {
      parts.weekday = weekday.en
      parts.end = weekday.end
      parts.isFound = true
      cursor = skipComma(tokens, at: weekday.end, bytes: bytes)
      if let open = bracket(tokens, at: cursor, bytes: bytes) { cursor = open }
    }
    if let portion = calendar.match(tokens, at: cursor, .portion) {
      parts.portion = portion.row.en
      cursor = portion.end
    }
    readDate(tokens, at: cursor, bytes: bytes, into: &parts)
    guard parts.isFound, parts.date.isPossible || parts.date == CalendarDate() else { return nil }
    if parts.end < tokens.count, parts.weekday != nil, parts.date.day != nil,
      closes(tokens, at: parts.end, bytes: bytes),
      tokens[start..<parts.end].contains(where: { text($0, bytes) == "(" })
    {
      parts.end += 1
    }
    return item(parts, start: start, articleDate: articleDate)
  }

  private func text(_ token: Token, _ bytes: [UInt8]) -> String {
    String(decoding: bytes[token.start..<token.end], as: UTF8.self)
  }

  private func bracket(_ tokens: [Token], at index: Int, bytes: [UInt8]) -> Int? {
    index + 1 < tokens.count && text(tokens[index], bytes) == "("
      && tokens[index + 1].kind == .number ? index + 1 : nil
  }

  private func closes(_ tokens: [Token], at index: Int, bytes: [UInt8]) -> Bool {
    text(tokens[index], bytes) == ")"
  }

  private func skipComma(_ tokens: [Token], at index: Int, bytes: [UInt8]) -> Int {
    index + 1 < tokens.count && text(tokens[index], bytes) == "," ? index + 1 : index
  }

  /// A weekday; `thứ hai` in small letters is an ordinal unless a part of the day stands before it.
  private func weekday(_ tokens: [Token], at index: Int, bytes: [UInt8]) -> (en: String, end: Int)?
  {
    guard let match = calendar.match(tokens, at: index, .weekday) else { return nil }
    let capital = tokens[index].isCapitalized || tokens[match.end - 1].isCapitalized
    let hasPart =
      index > 0 && calendar.match(tokens, at: index - 1, [.part, .opener]) != nil
    return capital || hasPart || match.row.value == "7" ? (match.row.en, match.end) : nil
  }

  private func readDate(_ tokens: [Token], at start: Int, bytes: [UInt8], into parts: inout Parts) {
    guard start < tokens.count else { return }
    let opener = calendar.match(tokens, at: start, .day)
    let index = opener?.end ?? start
    guard index < tokens.count else { return }
    if tokens[index].kind == .number, readNumeric(tokens, index, bytes, opener != nil, &parts) {
      return
    }
    if opener != nil || tokens[index].kind == .number {
      if let day = Int(text(tokens[index], bytes)), (1...31).contains(day),
        index + 1 < tokens.count,
        readMonth(tokens, at: index + 1, bytes, &parts)
      {
        parts.date.day = day
        return
      }
      if let day = Int(text(tokens[index], bytes)), (1...31).contains(day), opener != nil,
        parts.weekday == nil
      {
        parts.date.day = nil
      }
      return
    }
    if readMonth(tokens, at: start, bytes, &parts) { return }
    if readQuarter(tokens, at: start, bytes, &parts) { return }
    readYear(tokens, at: start, bytes, &parts)
  }

  /// `7/12`, `7/12/2021`, `12/2021`, `7-12-2021`, `12.3.2022`.
  private func readNumeric(
    _ tokens: [Token], _ index: Int, _ bytes: [UInt8], _ afterDay: Bool, _ parts: inout Parts
  ) -> Bool {
    let whole = text(tokens[index], bytes)
    var numbers = whole.split(separator: "/").compactMap { Int($0) }
    var end = index + 1
    if numbers.count == 1, whole.contains(".") {
      let dotted = whole.split(separator: ".").compactMap { Int($0) }
      if dotted.count == 3, dotted[2] > 1900 { numbers = dotted }
    }
    if numbers.count == 1, afterDay || parts.part != nil || parts.weekday != nil {
      (numbers, end) = dashed(tokens, index, bytes)
    }
    switch numbers.count {
    case 2 where numbers[1] > 1900 && (1...12).contains(numbers[0]) && !afterDay:
      parts.date = CalendarDate(year: numbers[1], month: numbers[0])
    case 2
    where (afterDay || parts.part != nil || parts.weekday != nil) && whole.contains("/")
      || end > index + 1 && numbers.count == 2:
      parts.date = CalendarDate(month: numbers[1], day: numbers[0])
    case 3 where numbers[2] > 1900:
      parts.date = CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0])
    default: return false
    }
    guard parts.date.isPossible else {
      parts.date = CalendarDate()
      return false
    }
    parts.end = end
    parts.isFound = true
    return true
  }

  /// `7-12` and `7-12-2021`, three or five tokens.
  private func dashed(_ tokens: [Token], _ index: Int, _ bytes: [UInt8]) -> ([Int], Int) {
    var numbers = [Int(text(tokens[index], bytes)) ?? 0]
    var end = index + 1
    while numbers.count < 3, end + 1 < tokens.count, text(tokens[end], bytes) == "-",
      !tokens[end].hasSpaceBefore, !tokens[end + 1].hasSpaceBefore,
      let number = Int(text(tokens[end + 1], bytes))
    {
      numbers.append(number)
      end += 2
    }
    return (numbers, end)
  }

  private func readMonth(
    _ tokens: [Token], at index: Int, _ bytes: [UInt8], _ parts: inout Parts
  ) -> Bool {
    guard let word = calendar.match(tokens, at: index, [.month, .namedMonth]) else {
      return false
    }
    if word.row.kinds.contains(.namedMonth) {
      parts.date.month = Int(word.row.value)
      parts.end = word.end
    } else {
      guard word.end < tokens.count, tokens[word.end].kind == .number else { return false }
      let numbers = text(tokens[word.end], bytes).split(separator: "/").compactMap { Int($0) }
      guard let month = numbers.first, (1...12).contains(month) else { return false }
      parts.date.month = month
      if numbers.count == 2, numbers[1] > 1900 { parts.date.year = numbers[1] }
      parts.end = word.end + 1
    }
    parts.isFound = true
    if parts.date.year == nil {
      var rest = parts
      readYear(tokens, at: parts.end, bytes, &rest)
      if rest.date.year != nil { parts = rest }
    }
    return true
  }

  private func readYear(_ tokens: [Token], at index: Int, _ bytes: [UInt8], _ parts: inout Parts) {
    guard let word = calendar.match(tokens, at: index, .year), word.end < tokens.count,
      let year = Int(text(tokens[word.end], bytes)), (1000...2200).contains(year)
    else { return }
    parts.date.year = year
    parts.end = word.end + 1
    parts.isFound = true
  }

  private func readQuarter(
    _ tokens: [Token], at index: Int, _ bytes: [UInt8], _ parts: inout Parts
  ) -> Bool {
    guard let word = calendar.match(tokens, at: index, .quarter), word.end < tokens.count
    else { return false }
    let roman = ["I", "II", "III", "IV"]
    let value = text(tokens[word.end], bytes)
    let pieces = value.split(separator: "/")
    guard
      let quarter = roman.firstIndex(of: value).map({ $0 + 1 })
        ?? pieces.first.flatMap({ Int($0) }),
      (1...4).contains(quarter)
    else { return false }
    parts.quarter = quarter
    parts.end = word.end + 1
    if pieces.count == 2 { parts.date.year = Int(pieces[1]) }
    if parts.end + 1 < tokens.count, text(tokens[parts.end], bytes) == "/",
      let year = Int(text(tokens[parts.end + 1], bytes)), year > 1900
    {
      parts.date.year = year
      parts.end += 2
    }
    parts.isFound = true
    readYear(tokens, at: parts.end, bytes, &parts)
    return true
  }

  private func relative(
    _ tokens: [Token], at index: Int, parts: Parts, date: CalendarDate?
  ) -> (en: String, value: String?, end: Int)? {
    guard let match = calendar.match(tokens, at: index, .relative),
      let offset = Int(match.row.value)
    else { return nil }
    let day = date.flatMap { $0.day == nil ? nil : $0.adding(days: offset) }
    let text = parts.part.map { "\(match.row.en) \($0)" } ?? match.row.en
    return (text, day?.iso, match.end)
  }

  private func make(_ found: (en: String, value: String?, end: Int), _ range: Range<Int>) -> Item {
    Item(
      tokens: range, content: .value, target: found.en, kind: .date, origin: "date:relative",
      evidence: found.value.map { "counted from the article's date: \($0)" }, value: found.value,
      isInferred: true)
  }

  private func item(_ parts: Parts, start: Int, articleDate: CalendarDate?) -> Item {
    var value = parts.date
    var isInferred = false
    if value.year == nil, value.month != nil, let articleDate,
      let nearest = value.nearest(to: articleDate)
    {
      value = nearest
      isInferred = true
    }
    var target = parts.date.english
    if let quarter = parts.quarter {
      let names = ["first", "second", "third", "fourth"]
      target = "the \(names[quarter - 1]) quarter" + (parts.date.year.map { " of \($0)" } ?? "")
    }
    if let portion = parts.portion {
      target = portion + (portion.hasSuffix("-") ? "" : " ") + target
    }
    if let weekday = parts.weekday { target = target.isEmpty ? weekday : "\(weekday), \(target)" }
    if let part = parts.part { target = "\(part) of \(target)" }
    let iso = value == CalendarDate() ? nil : value.iso
    return Item(
      tokens: start..<parts.end, content: .value, target: target, kind: .date, origin: "date",
      evidence: isInferred ? "the year is inferred from the article's date" : nil,
      value: parts.quarter.map { "\(value.year.map { "\($0)" } ?? "-")-Q\($0)" } ?? iso,
      isInferred: isInferred)
  }
}
