import TextModel

/// What has been read of a date.
struct DateParts {
  var date = CalendarDate()
  /// The other end of a range.
  var last: CalendarDate?
  /// The part of the day, such as `evening`.
  var part: String?
  /// `early`, `mid-`, `late` and the like.
  var portion: String?
  /// 1 for Monday to 7 for Sunday, and its name.
  var weekday: (number: Int, en: String)?
  var quarter: Int?
  /// A date of the lunar calendar: month, day where the text gives one, and the year or how many years
  /// it is from the article's.
  struct Lunar {
    var day: Int?
    var month: Int
    var year: Int?
    var years: Int?
  }
  var lunar: Lunar?
  /// `last year` and the like after a date of the lunar calendar.
  var relativeYear: String?
  /// Whether the year, month or day was counted from the article's date.
  var isInferred = false
  /// Text in place of the date's own English: `last week`, `the 1990s`.
  var english: String?
  /// The value in place of the date's own.
  var value: String?
  /// A remark in place of the usual evidence.
  var remark: String?
  var problem: Item.Problem?
  var end = 0
  var isFound = false

  /// News-agency English.
  var target: String {
    var target = english ?? rangeEnglish ?? date.english
    if let quarter {
      target = "the \(EnglishText.quarters[quarter - 1]) quarter"
      if let year = date.year { target += english.map { " of \($0)" } ?? " of \(year)" }
    }
    if let portion { target = Self.joined(portion, target, isQuarter: quarter != nil) }
    if let weekday {
      target = target.isEmpty ? weekday.en : "\(weekday.en), \(target)"
    }
    if let part { target = "\(part) of \(target)" }
    return target
  }

  /// `late November`, `the early 1990s`, `early in the first quarter`.
  private static func joined(_ portion: String, _ target: String, isQuarter: Bool) -> String {
    let article = "the "
    let isOpen = portion.hasSuffix("-")
    let plain = portion + (isOpen ? "" : " ") + target
    guard target.hasPrefix(article), !portion.hasPrefix(article) else { return plain }
    if isQuarter { return isOpen ? "the middle of \(target)" : "\(portion) in \(target)" }
    return article + portion + (isOpen ? "" : " ") + target.dropFirst(article.count)
  }

  /// `7-9 December`, `30 January-2 February`, `2016-2020`.
  private var rangeEnglish: String? {
    guard let last else { return nil }
    if date.day == nil, last.day == nil, date.month == nil {
      return "\(date.english)-\(last.english)"
    }
    if let day = date.day, date.month == last.month { return "\(day)-\(last.english)" }
    return "\(date.english) to \(last.english)"
  }

  /// ISO 8601: a date, a month, a year, a quarter (`2022-Q1`), or an interval (`2021-12-07/2021-12-09`).
  var iso: String? {
    if let value { return value }
    if let quarter { return "\(date.year.map { "\($0)" } ?? "-")-Q\(quarter)" }
    guard date != CalendarDate() else { return nil }
    return last.map { "\(date.iso)/\($0.iso)" } ?? date.iso
  }
}

extension Item.Problem {
  /// A date that no calendar has.
  static func impossibleDate(_ surface: String) -> Item.Problem {
    Item.Problem(
      code: "impossible-date", message: "'\(surface)' is no date",
      fix: "check the date in the original")
  }

  /// A weekday that the date has not.
  static func weekdayMismatch(_ date: String, is weekday: String, said: String) -> Item.Problem {
    Item.Problem(
      code: "weekday-mismatch", message: "\(date) is a \(weekday), not a \(said)",
      fix: "ask which of the two is right")
  }
}
