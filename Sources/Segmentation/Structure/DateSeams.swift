import TextModel
import Vietnamese

/// Where a date or time was glued to a name, a section or a control: `Thu Trang22/07/2024`,
/// `GMT+7THU TRANG`, `4:07Nữ miền Nam`.
struct DateSeams: LineReading {
  let bytes: [UInt8]
  let line: TextSpan
  let tokens: [Token]
  let cues: StructureCues

  /// Offsets of the cuts. Complexity: linear in the line.
  func cuts() -> [Int] {
    guard tokens.count <= 40 else { return [] }
    let shapes = shapes()
    let isDated = shapes.contains(where: \.isDate)
    return shapes.flatMap { shape in
      [isDated && follows(shape.start) ? shape.start : nil, precedes(shape.end) ? shape.end : nil]
        .compactMap { $0 }
    } + (isDated ? days() : [])
  }

  /// A date with its year, a time of day or a zone.
  private struct Shape {
    let start: Int
    let end: Int
    let isDate: Bool
  }

  private func shapes() -> [Shape] {
    var shapes: [Shape] = []
    var offset = line.start
    while offset < line.end {
      guard isDigit(offset) else {
        offset += 1
        continue
      }
      if let shape = date(at: offset) ?? dayOfYear(at: offset) ?? monthDate(at: offset)
        ?? time(at: offset) ?? zone(at: offset)
      {
        shapes.append(shape)
        offset = shape.end
      } else {
        while offset < line.end, isDigit(offset) { offset += 1 }
      }
    }
    return shapes
  }

  private func isDigit(_ offset: Int) -> Bool {
    offset < line.end && Tokenizer.isDigit(UInt32(bytes[offset]))
  }

  /// The end of up to a number of digits; nil when there is none.
  private func number(_ offset: Int, upTo limit: Int) -> Int? {
    var end = offset
    while isDigit(end), end - offset < limit { end += 1 }
    return end == offset || isDigit(end) ? nil : end
  }

  private func date(at start: Int) -> Shape? {
    guard let day = number(start, upTo: 2), day < line.end,
      [0x2F, 0x2D, 0x2E].contains(bytes[day]), let month = number(day + 1, upTo: 2),
      month < line.end, bytes[month] == bytes[day], let year = number(month + 1, upTo: 4),
      year == month + 5
    else { return nil }
    return Shape(start: start, end: year, isDate: true)
  }

  /// `2009-04-17`.
  private func dayOfYear(at start: Int) -> Shape? {
    guard let year = number(start, upTo: 4), year == start + 4, year < line.end,
      bytes[year] == UInt8(ascii: "-"), let month = number(year + 1, upTo: 2), month == year + 3,
      month < line.end, bytes[month] == UInt8(ascii: "-"), let day = number(month + 1, upTo: 2)
    else { return nil }
    return Shape(start: start, end: day, isDate: true)
  }

  /// `6 Tháng Hai, 2025`.
  private func monthDate(at start: Int) -> Shape? {
    guard let day = number(start, upTo: 2), day < line.end, bytes[day] == 0x20,
      let month = tokens.firstIndex(where: { $0.start == day + 1 }), tokens[month].isCapitalized,
      cues.isDateWord(word(tokens[month])),
      let comma = tokens[month...].prefix(4).firstIndex(where: { scalar($0) == 0x2C }),
      comma > month + 1, comma + 1 < tokens.count, tokens[comma + 1].kind == .number,
      tokens[comma + 1].span.count == 4
    else { return nil }
    return Shape(start: start, end: tokens[comma + 1].end, isDate: true)
  }

  private func time(at start: Int) -> Shape? {
    guard let hour = number(start, upTo: 2), hour < line.end, bytes[hour] == UInt8(ascii: ":"),
      let minute = number(hour + 1, upTo: 2), minute == hour + 3
    else { return nil }
    return Shape(start: start, end: minute, isDate: false)
  }

  /// The number of `GMT+7`.
  private func zone(at start: Int) -> Shape? {
    guard start >= line.start + 4, bytes[start - 1] == UInt8(ascii: "+"),
      Letters.isWord(UInt32(bytes[start - 2])), let end = number(start, upTo: 2)
    else { return nil }
    return Shape(start: start - 1, end: end, isDate: false)
  }

  /// A letter or a closing bracket stands right before.
  private func follows(_ offset: Int) -> Bool {
    guard let (scalar, _) = bytes[line.start..<line.end].scalar(before: offset) else {
      return false
    }
    return scalar == 0x29 || (Letters.isWord(scalar) && bytes[offset] != UInt8(ascii: "+"))
  }

  /// A capital stands right behind that is no `AM`, `GMT` and the like.
  private func precedes(_ offset: Int) -> Bool {
    guard offset < line.end, Letters.isUpper(bytes.scalar(at: offset).value) else { return false }
    var end = offset
    while end < line.end, case let (scalar, length) = bytes.scalar(at: end), Letters.isWord(scalar)
    {
      end += length
    }
    let isZone = end - offset <= 3 && cues.isDateWord(bytes[offset..<end])
    return end > offset + 1 && !isZone
  }

  /// Before `Thứ`, `Chủ` or `Ngày` glued to the word before.
  private func days() -> [Int] {
    tokens.compactMap { token in
      guard token.kind == .word, let cut = lastCapital(token), cut > token.start,
        token.end - cut > 2, cues.isDateWord(bytes[cut..<token.end])
      else { return nil }
      return cut
    }
  }

  private func lastCapital(_ token: Token) -> Int? {
    var found: Int?
    var offset = token.start
    while offset < token.end {
      let (scalar, length) = bytes.scalar(at: offset)
      if Letters.isUpper(scalar) { found = offset }
      offset += length
    }
    return found
  }
}
