/// How dates and times stand in an English sentence.
enum TimePhrase {
  private static let parts = ["morning", "afternoon", "evening", "night", "noon"]
  private static let bare = ["yesterday", "today", "tomorrow", "last", "next", "this", "every"]

  private static func isWeekday(_ word: Substring) -> Bool {
    let word = word.last == "," ? word.dropLast() : word
    return word.hasSuffix("day") && word.first?.isUppercase == true
  }

  /// `evening of Monday` → `Monday evening`; `evening of 12 January` → `the evening of 12 January`.
  static func english(_ text: String) -> String {
    guard let link = text.firstRange(of: " of ") else { return text }
    let part = String(text[..<link.lowerBound])
    guard let last = part.split(separator: " ").last, parts.contains(String(last)) else {
      return text
    }
    let rest = text[link.upperBound...]
    if rest.split(separator: " ").count == 1, isWeekday(rest) { return "\(rest) \(part)" }
    return "the \(text)"
  }

  private static let periods = ["half", "quarter", "quarters", "month", "months", "years"]

  /// `the early hours`, `the 1980s`, `the third quarter of 2013`.
  private static func isPeriod(_ words: [Substring]) -> Bool {
    words[1] == "early" || words[1].first?.isNumber == true
      || words.contains { periods.contains(String($0)) }
  }

  /// The preposition that a date or time takes; nil when it takes none.
  static func preposition(before text: String) -> String? {
    let words = text.split(separator: " ")
    guard let first = words.first else { return nil }
    if bare.contains(String(first)) { return nil }
    if first.contains(":") { return "at" }
    if first == "the" { return words.count > 1 && isPeriod(words) ? "in" : "on" }
    if isWeekday(first) { return "on" }
    if Int(first) != nil, first.count <= 2 { return "on" }
    return "in"
  }
}
