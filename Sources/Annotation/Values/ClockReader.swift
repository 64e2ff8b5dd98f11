import TextModel
import Vietnamese

/// Reads times of the day: `15h30`, `15:09`, `8 giờ 30 sáng`, `lúc 15 giờ (giờ địa phương)`.
struct ClockReader: Sendable {
  let table: PhraseTable

  private struct Clock {
    var hour: Int
    var minute: Int?
    var end: Int
    /// Whether the form alone says that it is a time, not a duration.
    var isCertain: Bool
  }

  /// The time at a token.
  func read(_ text: TokenText, at start: Int) -> Item? {
    guard text.startsWithDigit(start),
      let clock = glued(text, start) ?? colon(text, start) ?? spelled(text, start)
    else { return nil }
    let half = table.match(text.tokens, at: clock.end, .part)
    let isTime =
      clock.isCertain || followsOpener(text, start) || half != nil
      || table.match(text.tokens, at: clock.end, .day) != nil
    guard isTime, clock.hour < 25, clock.minute ?? 0 < 60 else { return nil }
    return item(clock, text, start: start, half)
  }

  /// `lúc`, `vào lúc`.
  private func followsOpener(_ text: TokenText, _ index: Int) -> Bool {
    (max(0, index - 2)..<index).contains {
      table.match(text.tokens, at: $0, .clockOpener)?.end == index
    }
  }

  /// `15h30`, `15h`.
  private func glued(_ text: TokenText, _ index: Int) -> Clock? {
    guard text.tokens[index].kind == .word else { return nil }
    let word = text.string(index).lowercased()
    let parts = word.split(separator: Character("h"), omittingEmptySubsequences: false)
    guard parts.count == 2, let hour = Int(parts[0]), parts[0].count < 3 else { return nil }
    if parts[1].isEmpty { return Clock(hour: hour, end: index + 1, isCertain: true) }
    guard let minute = Int(parts[1]), parts[1].count == 2 else { return nil }
    return Clock(hour: hour, minute: minute, end: index + 1, isCertain: true)
  }

  /// `15:09`.
  private func colon(_ text: TokenText, _ index: Int) -> Clock? {
    guard let numbers = text.numbers(index, separator: ":"), (2...3).contains(numbers.count),
      text.string(index).dropLast(2).last == ":"
    else { return nil }
    return Clock(hour: numbers[0], minute: numbers[1], end: index + 1, isCertain: true)
  }

  /// `8 giờ 30 phút`, `8 giờ rưỡi`; `8 giờ đồng hồ` is a duration.
  private func spelled(_ text: TokenText, _ index: Int) -> Clock? {
    guard let hour = text.integer(index),
      let word = table.match(text.tokens, at: index + 1, .hour),
      table.match(text.tokens, at: word.end, .spell) == nil
    else { return nil }
    if let half = table.match(text.tokens, at: word.end, .half) {
      return Clock(hour: hour, minute: 30, end: half.end, isCertain: true)
    }
    guard let minute = text.integer(word.end), minute < 60 else {
      return Clock(hour: hour, end: word.end, isCertain: false)
    }
    let unit = table.match(text.tokens, at: word.end + 1, .minute)
    return Clock(hour: hour, minute: minute, end: unit?.end ?? word.end + 1, isCertain: true)
  }

  private func item(
    _ clock: Clock, _ text: TokenText, start: Int, _ half: (row: PhraseTable.Row, end: Int)?
  ) -> Item {
    var hour = clock.hour
    var english = "\(clock.hour):\(Self.pad(clock.minute ?? 0))"
    var end = clock.end
    if let half, let suffix = Self.suffix(half.row.value, hour: clock.hour) {
      if clock.hour <= 12 {
        english = clock.minute.map { "\(clock.hour):\(Self.pad($0))" } ?? "\(clock.hour)"
        english += " \(suffix)"
      }
      if suffix == "p.m.", hour < 12 { hour += 12 }
      if suffix == "a.m.", hour == 12 { hour = 0 }
      let isDate =
        text.startsWithDigit(half.end) || table.match(text.tokens, at: half.end, .day) != nil
        || table.match(text.tokens, at: clock.end, .relative) != nil
      if !isDate { end = half.end }
    }
    var value = "T\(Self.pad(hour)):\(Self.pad(clock.minute ?? 0))"
    let zone = text.zone(at: end, table)
    if let zone {
      value += zone.row.value
      english += zone.english
      end = zone.end
    }
    return Item(
      tokens: start..<end, content: .value, target: english, kind: .time, origin: "time",
      evidence: zone.map { "in \($0.row.en)" }, value: value)
  }

  /// What English puts after an hour of twelve.
  private static func suffix(_ part: String, hour: Int) -> String? {
    switch part {
    case "am": "a.m."
    case "pm": "p.m."
    case "noon": hour > 10 && hour != 12 ? "a.m." : "p.m."
    case "night": hour > 5 && hour < 12 ? "p.m." : "a.m."
    default: nil
    }
  }

  private static func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension TokenText {
  /// The zone after a time: `giờ Hà Nội`, `(giờ địa phương)`, with its English and the token after it.
  func zone(
    at index: Int, _ table: PhraseTable
  ) -> (row: PhraseTable.Row, english: String, end: Int)? {
    let isBracketed = isMark(index, "(")
    guard let zone = table.match(tokens, at: isBracketed ? index + 1 : index, .zone) else {
      return nil
    }
    if !isBracketed { return (zone.row, " \(zone.row.en)", zone.end) }
    guard isMark(zone.end, ")") else { return nil }
    return (zone.row, " (\(zone.row.en))", zone.end + 1)
  }
}
