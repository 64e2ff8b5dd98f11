/// The date of a mail's header: `Tue, 12 Mar 2024 08:30:00 +0700 (ICT)`.
///
/// Source: RFC 5322, 3.3.
enum MailDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// The date in ISO 8601, in the zone of Vietnam; nil when it is none.
  static func iso(_ value: String) -> String? {
    let plain = value.split(separator: "(").first ?? ""
    let words = plain.split { $0 == " " || $0 == "," || $0 == "\t" }.drop { Int($0) == nil }
    guard words.count >= 4, let first = words.first, let day = Int(first) else { return nil }
    let fields = Array(words)
    let name = fields[1].lowercased()
    guard let month = months.firstIndex(of: name), let year = Int(fields[2]), (1...31).contains(day)
    else { return nil }
    let time = fields[3].split(separator: ":").compactMap { Int($0) }
    guard time.count >= 2, time[0] < 24, time[1] < 60 else { return nil }
    let zone = fields.count > 4 ? zone(fields[4]) : "+00:00"
    let date = "\(full(year))-\(pad(month + 1))-\(pad(day))"
    let seconds = time.count > 2 ? time[2] : 0
    return PageHead.local("\(date)T\(pad(time[0])):\(pad(time[1])):\(pad(seconds))\(zone)")
  }

  private static func zone(_ word: Substring) -> String {
    guard let sign = word.first, sign == "+" || sign == "-", word.count == 5 else {
      return "+00:00"
    }
    return "\(word.prefix(3)):\(word.suffix(2))"
  }

  private static func full(_ year: Int) -> Int {
    year < 50 ? year + 2000 : year < 1000 ? year + 1900 : year
  }

  private static func pad(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
