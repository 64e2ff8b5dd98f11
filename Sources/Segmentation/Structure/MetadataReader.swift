import TextModel
import Vietnamese

/// Reads from a page's text what it says of itself.
struct MetadataReader {
  let text: NormalizedText
  let blocks: [Block]
  let outlets: [String: StructureCues.Outlet]

  /// What the page shows, completed by what its head says; the head's time is the more precise.
  func read(head: ArticleMetadata) -> ArticleMetadata {
    var metadata = visible()
    metadata.headline = metadata.headline ?? head.headline
    metadata.section = metadata.section ?? head.section
    metadata.published = head.published ?? metadata.published
    metadata.author = metadata.author ?? head.author
    metadata.outlet =
      head.outlet.map { outlets[Piece.fold($0)]?.name ?? $0 } ?? metadata.outlet
    metadata.url = head.url
    return metadata
  }

  private func visible() -> ArticleMetadata {
    var metadata = ArticleMetadata()
    metadata.headline = first(.headline)
    metadata.section = first(.section)
    metadata.published =
      blocks.lazy.filter { $0.role == .dateline }
      .compactMap { PageDate.parse(text.string($0.span)) }.first
    for block in blocks where block.role == .credit { readCredit(block, into: &metadata) }
    metadata.place = place()
    return metadata
  }

  private func first(_ role: BlockRole) -> String? {
    blocks.first { $0.role == role }.map { text.string($0.span) }
  }

  private func readCredit(_ block: Block, into metadata: inout ArticleMetadata) {
    let line = text.string(block.span)
    var isKnown = false
    let names = line.split(whereSeparator: { "()/,".contains($0) }).map(String.init)
    for part in [line.trimmingStampDash()] + names {
      var name = Piece.fold(part).trimmingMarks()
      for label in ["theo ", "nguồn: "] where name.hasPrefix(label) {
        name.removeFirst(label.count)
      }
      guard let outlet = outlets[name] ?? outlets[name.trimmingMarks()] else { continue }
      isKnown = true
      if outlet.isAgency {
        metadata.agency = metadata.agency ?? outlet.name
      } else {
        metadata.outlet = metadata.outlet ?? outlet.name
      }
    }
    if !isKnown, metadata.author == nil, !line.contains("@") { metadata.author = author(line) }
  }

  /// The name after a label such as `Bài, ảnh:`; nil for a line that credits a source.
  private func author(_ line: String) -> String? {
    if Piece.fold(line).hasPrefix("theo ") { return nil }
    let name = line.split(separator: ":", maxSplits: 1).last.map(String.init) ?? line
    let trimmed = name.trimmingSpace()
    return trimmed.isEmpty ? nil : trimmed
  }

  /// The place of a stamp before the first sentence.
  private func place() -> String? {
    for block in blocks where block.role == .dateline && block.reason.contains("stamp") {
      let line = text.string(block.span).trimmingStampDash()
      if PageDate.parse(line) == nil, !line.isEmpty { return line.trimmingSpace() }
    }
    return nil
  }
}

extension String {
  func trimmingSpace() -> String {
    let bytes = Array(utf8)
    return String(decoding: bytes[bytes.trimmed(0..<bytes.count).range], as: UTF8.self)
  }
}

/// Dates as Vietnamese pages print them: `Thứ Năm, 13/01/2022 15:09`, `19-10-2023, 21:05 (GMT+7)`.
enum PageDate {
  /// The date, with time and zone when they stand there, in ISO 8601; nil when there is none.
  static func parse(_ line: String) -> String? {
    let numbers = line.split { !$0.isNumber || !$0.isASCII }.map { (Int($0) ?? 0, $0) }
    let texts = numbers.map(\.0)
    guard let day = texts.indices.first(where: { isDate(texts, at: $0) }) else { return nil }
    let date = iso(texts[day], texts[day + 1], texts[day + 2])
    guard let time = time(line) else { return date }
    let pad = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
    return "\(date)T\(pad(time.hour)):\(pad(time.minute))+07:00"
  }

  private static func isDate(_ numbers: [Int], at index: Int) -> Bool {
    index + 2 < numbers.count && (1...31).contains(numbers[index])
      && (1...12).contains(numbers[index + 1]) && (1990...2100).contains(numbers[index + 2])
  }

  private static func iso(_ day: Int, _ month: Int, _ year: Int) -> String {
    let pad = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
    return "\(year)-\(pad(month))-\(pad(day))"
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
