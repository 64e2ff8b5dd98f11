import Foundation
import TextModel
import Vietnamese

/// Reads figures by value: `63 tỷ euro`, `gần 300%`, `1.234,5 km`, `hơn 3 năm`.
///
/// Decimal comma and thousands point, the habit of Vietnamese; English grouping (`1,000`) is read where
/// it is the only sense that the digits make. Values are exact decimals.
struct FigureReader: Sendable {
  let figures: PhraseTable

  /// The longest figure at a token.
  func read(_ tokens: [Token], at start: Int, bytes: [UInt8]) -> Item? {
    var cursor = start
    var approximation: String?
    if let word = figures.match(tokens, at: cursor, .approximation) {
      approximation = word.row.en
      cursor = word.end
    }
    guard cursor < tokens.count, tokens[cursor].kind == .number,
      let number = Self.value(String(decoding: bytes[tokens[cursor].span.range], as: UTF8.self))
    else { return nil }
    cursor += 1
    var value = number.value
    var target = number.english
    if let scale = figures.match(tokens, at: cursor, .scale),
      let factor = Decimal(string: scale.row.value)
    {
      value *= factor
      let word = scale.row.en
      target = word.isEmpty ? Self.grouped(value) : "\(target) \(word)"
      cursor = scale.end
    }
    let unit = figures.match(tokens, at: cursor, [.currency, .percent, .unit])
    if approximation != nil, unit == nil, tokens[start].hasSpaceBefore == false { return nil }
    var item = Item(
      tokens: start..<cursor, content: .value, target: target, kind: .number, origin: "figure",
      value: "\(value)")
    if let unit { add(unit.row, end: unit.end, to: &item, value: value) }
    if let approximation { item.target = "\(approximation) \(item.target)" }
    item.role = .number
    return item
  }

  private func add(_ unit: PhraseTable.Row, end: Int, to item: inout Item, value: Decimal) {
    let name = value == 1 ? unit.en : unit.plural
    item.tokens = item.tokens.lowerBound..<end
    switch unit.kinds {
    case .percent:
      item.kind = .percent
      item.target += "%"
      item.value = "\(value)%"
    case .currency:
      item.kind = .money
      item.target += " \(name)"
      item.value = "\(value) \(unit.value)"
    default:
      item.kind = .measure
      item.target += " \(name)"
      item.value = "\(value) \(unit.value)"
    }
  }

  /// The value of digits with points and commas; nil for dates, times and versions.
  static func value(_ text: String) -> (value: Decimal, english: String)? {
    guard text.allSatisfy({ $0.isNumber || $0 == "." || $0 == "," }), text.count <= 40 else {
      return nil
    }
    let groups = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    let separators = text.filter { $0 == "." || $0 == "," }
    var plain = text
    if let last = separators.last {
      let isGrouping =
        groups.dropFirst().allSatisfy { $0.count == 3 } && Set(separators).count == 1
        && groups[0].count <= 3 && groups[0] != "0"
      if isGrouping {
        plain = groups.joined()
      } else {
        guard separators.filter({ $0 == last }).count == 1 else { return nil }
        let head = text.prefix(upTo: text.lastIndex(of: last) ?? text.endIndex)
        plain = head.filter(\.isNumber) + "." + (groups.last ?? "")
      }
    }
    guard let value = Decimal(string: plain, locale: Locale(identifier: "en_US_POSIX")) else {
      return nil
    }
    let decimals = plain.contains(".") ? "." + (plain.split(separator: ".").last ?? "") : ""
    let whole = plain.split(separator: ".").first.map(String.init) ?? plain
    let isYearLike = separators.isEmpty && whole.count == 4
    return (value, (isYearLike ? whole : grouped(digits: whole)) + decimals)
  }

  static func grouped(_ value: Decimal) -> String { grouped(digits: "\(value)") }

  private static func grouped(digits: String) -> String {
    var result = ""
    for (offset, digit) in digits.reversed().enumerated() {
      if offset > 0, offset % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return String(result.reversed())
  }
}
