/// How dates and times stand in an English sentence.
extension EnglishForms {
  private func isWeekday(_ word: Substring) -> Bool {
    let word = word.last == "," ? word.dropLast() : word
    return word.hasSuffix("day") && word.first?.isUppercase == true
  }

  /// `evening of Monday` → `Monday evening`; `evening of 12 January` → `the evening of 12 January`.
  func timePhrase(_ text: String) -> String {
    guard let link = text.firstRange(of: " of ") else { return text }
    let part = String(text[..<link.lowerBound])
    guard let last = part.split(separator: " ").last, timeWords[String(last)] == "part" else {
      return text
    }
    let rest = text[link.upperBound...]
    if rest.split(separator: " ").count == 1, isWeekday(rest) { return "\(rest) \(part)" }
    return "the \(text)"
  }

  /// `the early hours`, `the 1980s`, `the third quarter of 2013`.
  private func isPeriod(_ words: [Substring]) -> Bool {
    words[1] == "early" || words[1].first?.isNumber == true
      || words.contains { timeWords[String($0)] == "period" }
  }

  /// The preposition that a date or time takes; nil when it takes none.
  func preposition(beforeTime text: String) -> String? {
    let words = text.split(separator: " ")
    guard let first = words.first else { return nil }
    if timeWords[String(first)] == "bare" { return nil }
    if first.contains(":") { return "at" }
    if first == "the" { return words.count > 1 && isPeriod(words) ? "in" : "on" }
    if isWeekday(first) { return "on" }
    if Int(first) != nil, first.count <= 2 { return "on" }
    return "in"
  }
}
