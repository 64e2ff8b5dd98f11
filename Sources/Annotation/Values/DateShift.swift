import TextModel

/// How a date is counted from another: `cách đây ba năm`, `hai ngày sau đó`, `trong 3 ngày qua`.
final class DateShift: Sendable {
  /// The units that a date is counted in; a value is as precise as its unit. Of halves the count says
  /// which one of the year, 1 or 2.
  enum Unit: String, Sendable {
    case day = "d"
    case week = "wk"
    case month = "mo"
    case quarter = "q"
    case half = "h"
    case year = "a"
  }

  /// How many units, negative for the past; nil for a number that is no whole one, or an approximation.
  let count: Int?
  let unit: Unit
  /// Whether all the time between is meant: `3 ngày qua`.
  let isSpan: Bool
  /// Whether it is counted from the date that the text named last, not from the article's.
  let isFromText: Bool

  init(count: Int?, unit: Unit, isSpan: Bool = false, isFromText: Bool = false) {
    self.count = count
    self.unit = unit
    self.isSpan = isSpan
    self.isFromText = isFromText
  }

  /// ISO 8601, as precise as the unit: a day, a week (`2021-W49`), a month, a year, or an interval.
  ///
  /// nil where the count is open or the other date is less precise than the unit.
  func value(from date: CalendarDate) -> String? {
    guard let count else { return nil }
    guard isSpan else { return shifted(date, by: count) }
    let ends = count < 0 ? [count, 0] : [0, count]
    let values = ends.compactMap { unit == .week ? day(date, by: $0 * 7) : shifted(date, by: $0) }
    return values.count == 2 ? values.joined(separator: "/") : nil
  }

  private func shifted(_ date: CalendarDate, by count: Int) -> String? {
    switch unit {
    case .day: return day(date, by: count)
    case .week:
      return date.day == nil ? nil : date.adding(days: count * 7)?.isoWeek
    case .month:
      guard let year = date.year, let month = date.month else { return nil }
      let months = year * 12 + month - 1 + count
      return CalendarDate(year: months / 12, month: months % 12 + 1).iso
    case .quarter:
      guard let year = date.year, let month = date.month else { return nil }
      let quarters = year * 4 + (month - 1) / 3 + count
      return "\(quarters / 4)-Q\(quarters % 4 + 1)"
    case .half:
      return date.year.map {
        CalendarDate.part("\($0)", count == 1 ? "the first half of" : "the second half of")
      }
    case .year: return date.year.map { CalendarDate(year: $0 + count).iso }
    }
  }

  private func day(_ date: CalendarDate, by days: Int) -> String? {
    date.day == nil ? nil : date.adding(days: days)?.iso
  }
}

/// The dates of a document in the order of the text: it places those that are counted from another.
struct DateThread: Sendable {
  let articleDate: CalendarDate?
  /// The date named last, with its words and its sentence.
  private var last: (date: CalendarDate, surface: String, sentence: Int)?
  private var sentence = 0
  /// How many sentences later a date may still be counted from.
  private static let reach = 6

  init(articleDate: CalendarDate?) { self.articleDate = articleDate }

  mutating func beginSentence() { sentence += 1 }

  /// Takes note of a date; the end of an interval counts.
  mutating func note(_ value: String, _ surface: String) {
    guard !value.contains("W"), !value.contains("Q"),
      let date = CalendarDate(iso: value.split(separator: "/").last.map(String.init) ?? "")
    else { return }
    last = (date, surface, sentence)
  }

  /// The value of a counted date with how it was found; nil when what it is counted from is not known.
  func value(of shift: DateShift) -> (value: String?, evidence: String) {
    guard shift.count != nil else { return (nil, "an approximation, so not placed") }
    let isNear = last.map { sentence - $0.sentence <= Self.reach } ?? false
    let from = shift.isFromText ? (isNear ? last?.date : nil) : articleDate
    guard let from, let value = shift.value(from: from) else {
      return (nil, "the date that it is counted from is not known")
    }
    let name =
      shift.isFromText ? "'\(last?.surface ?? "")', the date named last" : "the article's date"
    return (value, "counted from \(name): \(value)")
  }
}
