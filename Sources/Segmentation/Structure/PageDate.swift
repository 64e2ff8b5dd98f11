/// Dates as Vietnamese pages print them: `Thứ Năm, 13/01/2022 15:09`, `19-10-2023, 21:05 (GMT+7)`.
enum PageDate {
  /// The date, with time and zone when they stand there, in ISO 8601; nil when there is none.
  static func parse(_ line: String) -> String? {
    let numbers = line.split { !$0.isNumber || !$0.isASCII }.map { (Int($0) ?? 0, $0) }
    let texts = numbers.map(\.0)
    guard let date = date(texts) else { return nil }
    guard let time = time(line) else { return date }
    return "\(date)T\(pad(time.hour)):\(pad(time.minute))\(zone(line))"
  }

  /// Day, month, year; or year, month, day as machines write it.
  private static func date(_ numbers: [Int]) -> String? {
    if let day = numbers.indices.first(where: { isDate(numbers, at: $0) }) {
      return iso(numbers[day], numbers[day + 1], numbers[day + 2])
    }
    let reversed = Array(numbers.reversed())
    return reversed.indices.first { isDate(reversed, at: $0) }.map {
      iso(reversed[$0], reversed[$0 + 1], reversed[$0 + 2])
    }
  }

  private static func pad(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  /// The zone after `GMT` or `UTC`; Vietnam's when the page gives none.
  private static func zone(_ line: String) -> String {
    let folded = line.lowercased()
    for name in ["gmt", "utc"] {
      guard let place = folded.firstRange(of: name) else { continue }
      let rest = folded[place.upperBound...].drop { $0 == " " }
      guard let sign = rest.first, sign == "+" || sign == "-" || sign == "–" else { continue }
      let number = rest.dropFirst().drop { $0 == " " }.prefix { $0.isNumber && $0.isASCII }
      guard let hours = Int(number), hours <= 14 else { continue }
      return "\(sign == "+" ? "+" : "-")\(pad(hours)):00"
    }
    return "+07:00"
  }

  private static func isDate(_ numbers: [Int], at index: Int) -> Bool {
    index + 2 < numbers.count && (1...31).contains(numbers[index])
      && (1...12).contains(numbers[index + 1]) && (1990...2100).contains(numbers[index + 2])
  }

  private static func iso(_ day: Int, _ month: Int, _ year: Int) -> String {
    "\(year)-\(pad(month))-\(pad(day))"
  }

  /// The first `15:09`, `15h09` or `08:47 AM`; a page that gives no zone means Vietnam's.
  private static func time(_ line: String) -> (hour: Int, minute: Int)? {
    let characters = Array(line)
    for index in characters.indices where characters[index] == ":" || characters[index] == "h" {
      let before = digits(characters[..<index].reversed())
      let after = digits(characters[(index + 1)...])
      guard let hour = Int(String(before.reversed())), let minute = Int(after), after.count == 2,
        hour < 24, minute < 60
      else { continue }
      let isAfternoon = line.uppercased().contains("PM") && hour < 12
      return (isAfternoon ? hour + 12 : hour, minute)
    }
    return nil
  }

  private static func digits(_ characters: some Sequence<Character>) -> String {
    String(characters.prefix { $0.isNumber && $0.isASCII }.prefix(2))
  }
}
