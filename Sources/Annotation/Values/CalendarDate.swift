import TextModel

/// A date of the Gregorian calendar, perhaps without day or year.
public struct CalendarDate: Hashable, Sendable {
  /// The year, nil when not known.
  public var year: Int?
  /// The month, 1 to 12, nil when not known.
  public var month: Int?
  /// The day of the month, nil when not known.
  public var day: Int?

  /// Makes a date.
  public init(year: Int? = nil, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads the date at the start of an ISO 8601 text; nil when it has none.
  public init?(iso: String) {
    let parts = iso.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard let year = parts.first, year > 999 else { return nil }
    self.init(
      year: year, month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil)
  }

  /// ISO 8601, as precise as the date; `--12-07` when the year is not known.
  public var iso: String {
    let pad = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
    var text = year.map { "\($0)" } ?? "-"
    if let month { text += "-" + pad(month) }
    if let day { text += "-" + pad(day) }
    return text
  }

  /// Whether the month has that day.
  public var isPossible: Bool {
    guard let month else { return day == nil }
    guard (1...12).contains(month) else { return false }
    return day.map { (1...Self.days(in: month, of: year ?? 2000)).contains($0) } ?? true
  }

  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1 March 0000, for comparing and for weekdays. Source: Howard Hinnant, days_from_civil.
  var dayNumber: Int? {
    guard let year, let month else { return nil }
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + (day ?? 15) - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  }

  /// 1 for Monday to 7 for Sunday.
  public var weekday: Int? { day == nil ? nil : dayNumber.map { ($0 + 2) % 7 + 1 } }

  init(dayNumber: Int) {
    let era = dayNumber / 146_097
    let dayOfEra = dayNumber - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// The same day and month in the year that brings it nearest to a date.
  func nearest(to date: CalendarDate) -> CalendarDate? {
    guard let base = date.dayNumber, let year = date.year else { return nil }
    let candidates = (year - 1...year + 1).map { CalendarDate(year: $0, month: month, day: day) }
    return candidates.min { left, right in
      abs((left.dayNumber ?? 0) - base) < abs((right.dayNumber ?? 0) - base)
    }
  }

  /// A date some days later.
  func adding(days: Int) -> CalendarDate? { dayNumber.map { CalendarDate(dayNumber: $0 + days) } }

  /// The day of a month that is nearest to this date.
  func nearestMonth(to day: Int) -> CalendarDate? {
    guard let base = dayNumber, let year, let month else { return nil }
    let candidates = (-1...1).map { offset in
      let months = year * 12 + month - 1 + offset
      return CalendarDate(year: months / 12, month: months % 12 + 1, day: day)
    }
    return candidates.filter(\.isPossible).min {
      abs(($0.dayNumber ?? 0) - base) < abs(($1.dayNumber ?? 0) - base)
    }
  }

  /// The ISO 8601 week, such as `2021-W49`; nil without a day.
  public var isoWeek: String? {
    guard let number = dayNumber, let weekday else { return nil }
    let thursday = CalendarDate(dayNumber: number + 4 - weekday)
    guard let year = thursday.year, let last = thursday.dayNumber,
      let first = CalendarDate(year: year, month: 1, day: 1).dayNumber
    else { return nil }
    let week = (last - first) / 7 + 1
    return "\(year)-W\(week < 10 ? "0" : "")\(week)"
  }

  /// The half of a year or month that a portion names, as an interval; other values as they are.
  static func part(_ iso: String, _ portion: String?) -> String {
    guard let portion, portion.hasSuffix(" half of"), iso.count == 4 || iso.count == 7,
      !iso.contains("Q"), let date = CalendarDate(iso: iso), let year = date.year
    else { return iso }
    let isFirst = portion.contains("first")
    guard let month = date.month else {
      return isFirst ? "\(iso)-01/\(iso)-06" : "\(iso)-07/\(iso)-12"
    }
    return isFirst ? "\(iso)-01/\(iso)-15" : "\(iso)-16/\(iso)-\(days(in: month, of: year))"
  }

  static let weekdayNames = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  /// News-agency style: `7 December 2021`, `December 2021`, `2021`.
  public var english: String {
    var parts: [String] = []
    if let day { parts.append("\(day)") }
    if let month, (1...12).contains(month) { parts.append(EnglishText.months[month - 1]) }
    if let year { parts.append("\(year)") }
    return parts.joined(separator: " ")
  }
}
