import TextModel

/// What a report says of an article's origin, in English.
enum SourceLine {
  /// Outlet, agency, byline, place, date and address, those that the page gives.
  static func parts(_ brief: Brief) -> [(label: String, value: String)] {
    let metadata = brief.metadata
    let all: [(String, String?)] = [
      ("Outlet", metadata.outlet), ("Agency", metadata.agency), ("Byline", metadata.author),
      ("Section", metadata.section), ("Place", metadata.place),
      ("Published", metadata.published.map(date)), ("Address", metadata.url),
      ("Processing", processing(brief)), ("File", brief.origin), ("Encoding", brief.encoding.name),
    ]
    return all.compactMap { label, value in value.map { (label, $0) } }
  }

  /// How much of the article the brief gives.
  private static func processing(_ brief: Brief) -> String {
    let total = brief.points.count + brief.leftOut.count
    return brief.leftOut.isEmpty ? "full" : "summary, \(brief.points.count) of \(total) sentences"
  }

  /// `2022-01-13T15:09:00+07:00` → `13 January 2022, 15:09 (UTC+07:00)`.
  static func date(_ iso: String) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let numbers = iso.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard numbers.count == 3, (1...12).contains(numbers[1]) else { return iso }
    var text = "\(numbers[2]) \(months[numbers[1] - 1]) \(numbers[0])"
    if iso.count >= 16 { text += ", \(iso.dropFirst(11).prefix(5))" }
    if iso.count >= 22 { text += " (UTC\(iso.suffix(6)))" }
    return text
  }

  /// `sentence 3, bytes 412–655 of the source`.
  static func place(_ point: Brief.Point) -> String {
    "sentence \(point.sentence), bytes \(point.source.start)–\(point.source.end) of the source"
  }

  /// `English by gist, confidence 0.87; left in Vietnamese: chạn`.
  static func english(_ point: Brief.Point) -> String {
    let unknown = point.english.unknown
    let confidence = point.english.confidence.map { ", confidence \(share($0))" } ?? ""
    return "English by \(point.english.engine)\(confidence)"
      + (unknown.isEmpty ? "" : "; left in Vietnamese: \(unknown.joined(separator: ", "))")
  }

  /// Two decimals of a share of 1.
  static func share(_ value: Double) -> String {
    let cents = Int((value * 100).rounded())
    return cents >= 100 ? "1.00" : "0.\(cents < 10 ? "0" : "")\(cents)"
  }

  /// `+0.31 position, +0.20 headline`.
  static func score(_ parts: [ScorePart]) -> String {
    parts.filter { abs($0.value) >= 0.005 }.map { "\(signed($0.value)) \($0.name)" }
      .joined(separator: ", ")
  }

  /// Two decimals, always with a sign.
  static func signed(_ value: Double) -> String {
    let cents = Int((value * 100).rounded())
    let digits = abs(cents) % 100
    return "\(cents < 0 ? "−" : "+")\(abs(cents) / 100).\(digits < 10 ? "0" : "")\(digits)"
  }
}
