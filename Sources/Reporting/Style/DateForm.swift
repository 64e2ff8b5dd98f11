import TextModel

/// How dates and times of day are written in English.
public struct DateForm: Hashable, Codable, Sendable {
  /// The order of day, month and year.
  public enum Order: String, Hashable, Codable, Sendable, CaseIterable {
    case dayMonthYear = "day-month-year"
    case monthDayYear = "month-day-year"
    case iso
  }

  /// The order of the parts.
  public var order: Order
  /// Whether hours go to 12, with a.m. and p.m.
  public var isTwelveHours: Bool

  /// Makes a form. Default: `7 December 2021, 15:09`.
  public init(order: Order = .dayMonthYear, isTwelveHours: Bool = false) {
    self.order = order
    self.isTwelveHours = isTwelveHours
  }

  /// A date of ISO 8601 in words: `2022-01-13T15:09+07:00` is `13 January 2022, 15:09 (UTC+07:00)`.
  ///
  /// What is no whole date stays as it is.
  public func text(_ iso: String) -> String {
    let numbers = iso.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard numbers.count == 3, (1...12).contains(numbers[1]) else { return iso }
    var text = date(numbers[2], EnglishText.months[numbers[1] - 1], numbers[0], iso)
    let clock = iso.dropFirst(11)
    if clock.count >= 5 { text += ", \(time(String(clock.prefix(5))))" }
    if let zone = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      text += " (UTC\(clock[zone...]))"
    }
    return text
  }

  private func date(_ day: Int, _ month: String, _ year: Int, _ iso: String) -> String {
    switch order {
    case .dayMonthYear: "\(day) \(month) \(year)"
    case .monthDayYear: "\(month) \(day), \(year)"
    case .iso: String(iso.prefix(10))
    }
  }

  /// `15:09` as the form has it.
  func time(_ clock: String) -> String {
    let parts = clock.split(separator: ":")
    guard isTwelveHours, parts.count == 2, let hour = Int(parts[0]), (0..<24).contains(hour) else {
      return clock
    }
    return "\(hour % 12 == 0 ? 12 : hour % 12):\(parts[1]) \(hour < 12 ? "a.m." : "p.m.")"
  }

  /// Whether a value begins with a year.
  static func hasYear(_ value: String) -> Bool {
    let year = value.prefix { $0.isASCII && $0.isNumber }
    return year.count == 4 && (value.dropFirst(4).first ?? "-") == "-"
  }

  /// Whether HTML's `time` knows the value: a year, month or day, with or without a time.
  static func isMachineReadable(_ value: String) -> Bool {
    hasYear(value) && !value.contains("/") && [4, 7, 10].contains(value.prefix { $0 != "T" }.count)
  }
}
