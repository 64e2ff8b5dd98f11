import Foundation
import TextModel

/// Reads the figures, dates and times of an English text by value.
///
/// `2.3bn`, `2,300 million` and `two billion three hundred million` are one figure; `7 December 2021` and
/// `Dec. 7, 2021` one date.
struct EnglishReader: Sendable {
  private let words: [String: Row]
  /// What may stand between the day and the month.
  private let fillers: Set<String>

  private struct Row: Sendable {
    let kind: String
    let value: String
    var number: Int { Int(value) ?? 0 }
  }

  /// A figure and where it stands.
  struct Figure: Hashable, Sendable {
    /// The value.
    let value: Decimal
    /// Where it stands, in bytes of the English text.
    let span: TextSpan
  }

  /// What an English text says by value.
  struct Facts: Sendable {
    /// Figures, the numbers of dates among them.
    var figures: [Figure] = []
    /// Dates: at least a month.
    var dates: [(date: CalendarDate, span: TextSpan)] = []
    /// Weekdays, 1 for Monday.
    var weekdays: Set<Int> = []
    /// Minutes of the day.
    var times: Set<Int> = []
  }

  /// Takes the table `english` of Data/.
  init(_ table: DataTable) {
    var words: [String: Row] = [:]
    for row in table.rows { words[row["word"]] = Row(kind: row["kind"], value: row["value"]) }
    self.words = words
    fillers = Set(table.rows.filter { $0["kind"] == "filler" }.map { $0["word"] })
  }

  /// Reads a text. Complexity: O(n).
  func read(_ text: String) -> Facts {
    var facts = Facts()
    let pieces = EnglishPiece.pieces(of: Array(text.utf8))
    var index = 0
    while index < pieces.count {
      if let end = date(pieces, index, &facts) ?? time(pieces, index, &facts)
        ?? number(pieces, index, &facts)
      {
        index = end
      } else {
        index += 1
      }
    }
    return facts
  }

  private func row(_ pieces: [EnglishPiece], _ index: Int, _ kind: String) -> Row? {
    guard index < pieces.count, let row = words[pieces[index].lower], row.kind == kind else {
      return nil
    }
    return row
  }

  private func integer(_ pieces: [EnglishPiece], _ index: Int) -> Int? {
    guard index < pieces.count, pieces[index].isNumber else { return nil }
    return Int(pieces[index].lower)
  }

  // MARK: Dates

  private func month(_ pieces: [EnglishPiece], _ index: Int) -> Int? {
    guard let row = row(pieces, index, "month"), pieces[index].isCapitalized else { return nil }
    return row.number
  }

  private func year(_ pieces: [EnglishPiece], _ index: Int) -> Int? {
    integer(pieces, index).flatMap { (1000...2200).contains($0) ? $0 : nil }
  }

  /// `7 December 2021`, `December 7, 2021`, `late November`, `7-9 December`.
  private func date(_ pieces: [EnglishPiece], _ index: Int, _ facts: inout Facts) -> Int? {
    if let weekday = row(pieces, index, "weekday"), pieces[index].isCapitalized {
      facts.weekdays.insert(weekday.number)
      return index + 1
    }
    if let month = month(pieces, index) { return american(pieces, index, month, &facts) }
    guard let day = integer(pieces, index), (1...31).contains(day) else { return nil }
    var next = index + 1
    while next < index + 4, next < pieces.count, fillers.contains(pieces[next].lower) {
      next += 1
    }
    if let second = integer(pieces, next), (1...31).contains(second), next > index + 1,
      let month = month(pieces, next + 1)
    {
      let year = year(pieces, next + 2)
      add(CalendarDate(year: year, month: month, day: day), pieces, index, &facts)
      add(CalendarDate(year: year, month: month, day: second), pieces, next, &facts)
      return next + (year == nil ? 2 : 3)
    }
    guard let month = month(pieces, next) else { return nil }
    let end = next + 1
    let year = year(pieces, end) ?? year(pieces, end + 1)
    add(CalendarDate(year: year, month: month, day: day), pieces, index, &facts)
    return end
  }

  private func american(
    _ pieces: [EnglishPiece], _ index: Int, _ month: Int, _ facts: inout Facts
  ) -> Int {
    var next = index + 1
    if next < pieces.count, pieces[next].lower == "." { next += 1 }
    guard let day = integer(pieces, next), (1...31).contains(day) else {
      let year = year(pieces, next)
      add(CalendarDate(year: year, month: month), pieces, index, &facts)
      return next
    }
    let year = year(pieces, next + 1) ?? year(pieces, next + 2) ?? year(pieces, next + 3)
    add(CalendarDate(year: year, month: month, day: day), pieces, index, &facts)
    return next + 1
  }

  private func add(
    _ date: CalendarDate, _ pieces: [EnglishPiece], _ index: Int, _ facts: inout Facts
  ) {
    facts.dates.append((date, pieces[index].span))
    for number in [date.day, date.year].compactMap({ $0 }) {
      facts.figures.append(Figure(value: Decimal(number), span: pieces[index].span))
    }
  }

  // MARK: Times

  /// `15:30`, `3:30 p.m.`, `3 p.m.`, `noon`.
  private func time(_ pieces: [EnglishPiece], _ index: Int, _ facts: inout Facts) -> Int? {
    if let word = row(pieces, index, "half"), word.value == "noon" || word.value == "midnight" {
      facts.times.insert(word.value == "noon" ? 720 : 0)
      return index + 1
    }
    guard pieces[index].isNumber else { return nil }
    let parts = pieces[index].lower.split(separator: ":").compactMap { Int($0) }
    guard let hour = parts.first, hour < 25, parts.count < 4 else { return nil }
    let half = self.half(pieces, index + 1)
    guard parts.count > 1 || half != nil else { return nil }
    var minutes = hour * 60 + (parts.count > 1 ? parts[1] : 0)
    if half?.value == "pm", hour < 12 { minutes += 720 }
    if half?.value == "am", hour == 12 { minutes -= 720 }
    facts.times.insert(minutes)
    for part in parts {
      facts.figures.append(Figure(value: Decimal(part), span: pieces[index].span))
    }
    return half?.end ?? index + 1
  }

  /// `p.m.`, `pm`.
  private func half(_ pieces: [EnglishPiece], _ index: Int) -> (value: String, end: Int)? {
    if let row = row(pieces, index, "half") { return (row.value, index + 1) }
    guard index + 3 < pieces.count, pieces[index + 1].lower == ".",
      pieces[index + 2].lower == "m", pieces[index + 3].lower == ".",
      let row = words[pieces[index].lower + "m"]
    else { return nil }
    return (row.value, index + 4)
  }

  // MARK: Numbers

  private func number(_ pieces: [EnglishPiece], _ index: Int, _ facts: inout Facts) -> Int? {
    var total: Decimal = 0
    var end = index
    while let group = group(pieces, end) {
      var value = group.value
      var next = group.end
      if next < pieces.count, pieces[next].lower == "-", row(pieces, next + 1, "scale") != nil {
        next += 1
      }
      let scale = row(pieces, next, "scale")
      if let scale, let factor = Decimal(string: scale.value),
        scale.value.count > 0, !isLooseLetter(pieces, next)
      {
        value *= factor
        next += 1
      }
      let isContinuation = end > index
      if isContinuation, scale == nil, value >= 1000 { break }
      total += value
      end = next
      if scale == nil { break }
      if pieces.indices.contains(end), pieces[end].lower == "and" { end += 1 }
    }
    guard end > index else { return nil }
    if pieces[end - 1].lower == "and" { end -= 1 }
    let span = TextSpan(pieces[index].span.start, pieces[end - 1].span.end)
    facts.figures.append(Figure(value: total, span: span))
    return end
  }

  /// `m` and `b` are scales only where they touch their number.
  private func isLooseLetter(_ pieces: [EnglishPiece], _ index: Int) -> Bool {
    pieces[index].lower.count == 1
      && (index == 0 || pieces[index - 1].span.end != pieces[index].span.start)
  }

  /// Digits, or words up to 999.
  private func group(_ pieces: [EnglishPiece], _ index: Int) -> (value: Decimal, end: Int)? {
    guard index < pieces.count else { return nil }
    if pieces[index].isNumber {
      let text = pieces[index].lower.filter { $0 != "," }
      guard text.count < 40, let value = Decimal(string: text) else { return nil }
      return (value, index + 1)
    }
    guard var (value, end) = belowHundred(pieces, index) else { return nil }
    if row(pieces, end, "hundred") != nil {
      value *= 100
      end += 1
      let next = pieces.indices.contains(end) && pieces[end].lower == "and" ? end + 1 : end
      if let rest = belowHundred(pieces, next) {
        value += rest.value
        end = rest.end
      }
    }
    return (Decimal(value), end)
  }

  private func belowHundred(_ pieces: [EnglishPiece], _ index: Int) -> (value: Int, end: Int)? {
    if let tens = row(pieces, index, "tens") {
      let next = pieces.indices.contains(index + 1) && pieces[index + 1].lower == "-" ? 2 : 1
      if let unit = row(pieces, index + next, "number") ?? row(pieces, index + next, "ordinal"),
        unit.number < 10, unit.number > 0
      {
        return (tens.number + unit.number, index + next + 1)
      }
      return (tens.number, index + 1)
    }
    if let number = row(pieces, index, "number") ?? row(pieces, index, "ordinal") {
      return (number.number, index + 1)
    }
    return row(pieces, index, "hundred").map { _ in (1, index) }
  }
}

/// A word, number or mark of an English text.
struct EnglishPiece {
  let lower: String
  let span: TextSpan
  let isNumber: Bool
  let isCapitalized: Bool

  /// Cuts a text; digits keep points, commas and colons that stand between digits.
  static func pieces(of bytes: [UInt8]) -> [EnglishPiece] {
    var pieces: [EnglishPiece] = []
    var offset = 0
    while offset < bytes.count {
      let start = offset
      let byte = bytes[offset]
      if isDigit(byte) {
        while offset < bytes.count,
          isDigit(bytes[offset])
            || [0x2C, 0x2E, 0x3A].contains(bytes[offset]) && offset + 1 < bytes.count
              && isDigit(bytes[offset + 1])
        { offset += 1 }
      } else if isLetter(byte) {
        while offset < bytes.count, isLetter(bytes[offset]) { offset += 1 }
      } else {
        offset += 1
        if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { continue }
      }
      pieces.append(
        EnglishPiece(
          lower: String(decoding: bytes[start..<offset], as: UTF8.self).lowercased(),
          span: TextSpan(start, offset), isNumber: isDigit(byte),
          isCapitalized: byte >= 0x41 && byte <= 0x5A))
    }
    return pieces
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }
}
