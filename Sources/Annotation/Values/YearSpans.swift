import TextModel
import Vietnamese

extension DateForms {
  /// Months or quarters counted from an end of a year: `6 tháng đầu năm 2021`, `hai quý cuối năm nay`.
  ///
  /// A year that the text leaves out is the article's.
  func span(
    _ text: TokenText, at start: Int, _ parts: inout DateParts, _ articleDate: CalendarDate?
  ) -> Bool {
    guard let count = count(text, at: start),
      let unit = table.match(text.tokens, at: start + 1, [.month, .quarter]), unit.end == start + 2,
      let edge = table.match(text.tokens, at: unit.end, .portion), edge.end == unit.end + 1,
      !edge.row.value.isEmpty
    else { return false }
    let isFirst = edge.row.value == "first"
    let isQuarter = unit.row.kinds == .quarter
    let months = isQuarter ? count * 3 : count
    guard (1...12).contains(months), let year = year(text, at: edge.end, articleDate) else {
      return false
    }
    let name = english.counted(count, isQuarter ? "quarter" : "month")
    parts.english = "the \(isFirst ? "first" : "last") \(name) of \(year.en)"
    parts.value =
      year.value.map { year in
        let months = isFirst ? (1, months) : (13 - months, 12)
        let ends = [months.0, months.1].map { CalendarDate(year: year, month: $0).iso }
        return ends[0] == ends[1] ? ends[0] : ends.joined(separator: "/")
      } ?? ""
    parts.isInferred = year.isInferred
    parts.remark = year.isInferred ? "the year is inferred from the article's date" : nil
    parts.end = year.end
    parts.isFound = true
    return true
  }

  private func count(_ text: TokenText, at index: Int) -> Int? {
    if let number = text.integer(index) { return number }
    guard let word = table.match(text.tokens, at: index, [.digit, .loose, .ten]),
      word.end == index + 1
    else { return nil }
    return Int(word.row.value)
  }

  /// `năm 2021`, `năm ngoái`, or `năm` alone: the article's year.
  private func year(
    _ text: TokenText, at index: Int, _ articleDate: CalendarDate?
  ) -> (value: Int?, en: String, end: Int, isInferred: Bool)? {
    if let match = table.match(text.tokens, at: index, .relativeYear) {
      let value = articleDate?.year.flatMap { year in Int(match.row.value).map { year + $0 } }
      return (value, match.row.en, match.end, value != nil)
    }
    guard let word = table.match(text.tokens, at: index, .year) else { return nil }
    if let year = text.integer(word.end), (1000...2200).contains(year) {
      return (year, "\(year)", word.end + 1, false)
    }
    return (articleDate?.year, "the year", word.end, articleDate?.year != nil)
  }
}
