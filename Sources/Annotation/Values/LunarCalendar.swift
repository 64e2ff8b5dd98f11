import Foundation

/// The lunar calendar of Vietnam: months begin with the new moon, by the clock of Hanoi (UTC+7).
///
/// Source: Hồ Ngọc Đức, Thuật toán tính âm lịch (2004), with the series of Jean Meeus, Astronomical
/// Algorithms (1991).
enum LunarCalendar {
  /// What is added to the day number of a `CalendarDate` to make a Julian day number.
  private static let epoch = 1_721_120
  private static let month = 29.530588853
  private static let firstMoon = 2_415_021.076998695
  private static let zone = 7.0 / 24

  /// The day of a date of the lunar calendar; nil for a day that the month has not.
  ///
  /// A leap month is never meant; the last day of the year may be called the 30th in a month of 29.
  static func date(year: Int, month: Int, day: Int) -> CalendarDate? {
    guard let (start, length) = monthDays(year: year, month: month) else { return nil }
    let day = month == 12 && day == 30 ? length : day
    guard (1...length).contains(day) else { return nil }
    return CalendarDate(dayNumber: start + day - 1)
  }

  /// The first and the last day of a month.
  static func span(year: Int, month: Int) -> (first: CalendarDate, last: CalendarDate)? {
    monthDays(year: year, month: month).map { start, length in
      (CalendarDate(dayNumber: start), CalendarDate(dayNumber: start + length - 1))
    }
  }

  private static func monthDays(year: Int, month: Int) -> (start: Int, length: Int)? {
    let first = month < 11 ? year - 1 : year
    guard (1...12).contains(month), let start = eleventhMonth(of: first),
      let next = eleventhMonth(of: first + 1)
    else { return nil }
    let moon = Int((0.5 + (Double(start) - firstMoon) / self.month).rounded(.down))
    var offset = (month + 1) % 12
    if next - start > 365, offset >= leapOffset(moon) { offset += 1 }
    let begin = newMoon(moon + offset)
    return (begin - epoch, newMoon(moon + offset + 1) - begin)
  }

  /// The Julian day on which the month of the winter solstice of a year begins.
  private static func eleventhMonth(of year: Int) -> Int? {
    guard let last = CalendarDate(year: year, month: 12, day: 31).dayNumber else { return nil }
    let moon = Int((Double(last + epoch - 2_415_021) / month).rounded(.down))
    let day = newMoon(moon)
    return sunSector(day) >= 9 ? newMoon(moon - 1) : day
  }

  /// Which month after that of the solstice is the leap month: the first in which the sun enters no sign.
  private static func leapOffset(_ moon: Int) -> Int {
    var offset = 1
    var sector = sunSector(newMoon(moon + 1))
    while offset < 14 {
      offset += 1
      let next = sunSector(newMoon(moon + offset))
      if next == sector { break }
      sector = next
    }
    return offset - 1
  }

  /// The Julian day number of the day of a new moon, counted from the first of 1900.
  private static func newMoon(_ number: Int) -> Int {
    let k = Double(number)
    let t = k / 1236.85
    let (t2, t3) = (t * t, t * t * t)
    let mean =
      2_415_020.75933 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3
      + 0.00033 * sine(166.56 + 132.87 * t - 0.009173 * t2)
    let sun = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3
    let moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3
    let node = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3
    let terms: [(Double, Double)] = [
      (0.1734 - 0.000393 * t, sun), (0.0021, 2 * sun), (-0.4068, moon), (0.0161, 2 * moon),
      (-0.0004, 3 * moon), (0.0104, 2 * node), (-0.0051, sun + moon), (-0.0074, sun - moon),
      (0.0004, 2 * node + sun), (-0.0004, 2 * node - sun), (-0.0006, 2 * node + moon),
      (0.0010, 2 * node - moon), (0.0005, 2 * moon + sun),
    ]
    let correction = terms.reduce(0) { $0 + $1.0 * sine($1.1) }
    let delta =
      t < -11
      ? 0.001 + 0.000839 * t + 0.0002261 * t2 - 0.00000845 * t3 - 0.000000081 * t * t3
      : -0.000278 + 0.000265 * t + 0.000262 * t2
    return Int((mean + correction - delta + 0.5 + zone).rounded(.down))
  }

  /// In which twelfth of its way the sun stands at the beginning of a day, 0 from the spring equinox.
  private static func sunSector(_ day: Int) -> Int {
    let t = (Double(day) - 2_451_545.5 - zone) / 36525
    let anomaly = 357.52910 + 35999.05030 * t - 0.0001559 * t * t - 0.00000048 * t * t * t
    let longitude =
      280.46645 + 36000.76983 * t + 0.0003032 * t * t
      + (1.914600 - 0.004817 * t - 0.000014 * t * t) * sine(anomaly)
      + (0.019993 - 0.000101 * t) * sine(2 * anomaly) + 0.000290 * sine(3 * anomaly)
    let turned = longitude - 360 * (longitude / 360).rounded(.down)
    return Int((turned / 30).rounded(.down))
  }

  private static func sine(_ degrees: Double) -> Double { sin(degrees * .pi / 180) }
}
