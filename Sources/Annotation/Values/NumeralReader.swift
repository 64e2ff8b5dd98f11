import Foundation
import TextModel
import Vietnamese

/// A number read from digits or words.
struct Numeral: Sendable {
  var value: Decimal
  /// The digits or word without the scale, as English writes them.
  var head: String
  /// `million` and the like; empty when there is none.
  var scale = ""
  /// The factor of the scale.
  var factor: Decimal = 1
  /// The token after it.
  var end: Int
  /// Whether it was written in digits.
  var isDigits: Bool
  /// The value of a fraction, which no decimal holds: `1/3`.
  var ratio: String?

  var english: String { scale.isEmpty ? head : "\(head) \(scale)" }
}

/// Reads numbers: `1.234,5`, `20,4 triệu`, `2 tỷ 300 triệu`, `hai mươi ba`, `một triệu rưỡi`.
struct NumeralReader: Sendable {
  let table: PhraseTable

  /// The number at a token; nil when none begins there.
  /// - Parameter isApproximate: whether a word such as `hơn` stands before it: then `một` and `năm`
  ///   are numbers before a unit of measure, as in `hơn một giờ`. Default: no.
  func read(_ text: TokenText, at start: Int, isApproximate: Bool = false) -> Numeral? {
    guard start < text.count else { return nil }
    if text.isNumber(start) {
      guard let number = DigitGroups(text.string(start)) else { return nil }
      return scaled(
        Numeral(
          value: number.value, head: number.english, end: start + 1, isDigits: true), text)
    }
    return words(text, at: start, isApproximate: isApproximate)
  }

  // MARK: Scales

  /// The number with its scale and what follows in smaller scales.
  func scaled(_ number: Numeral, _ text: TokenText) -> Numeral {
    guard let scale = table.match(text.tokens, at: number.end, .scale),
      let factor = Decimal(string: scale.row.value)
    else { return number }
    var result = number
    result.value *= factor
    result.end = scale.end
    result.factor = factor
    if scale.row.en.isEmpty {
      result.head = DigitGroups.grouped(result.value)
    } else {
      result.scale = scale.row.en
    }
    if let half = table.match(text.tokens, at: result.end, .half) {
      return combined(result, adding: factor / 2, end: half.end)
    }
    if let rest = read(text, at: result.end), rest.value < factor,
      !rest.scale.isEmpty && rest.factor < factor
        || !number.isDigits && !rest.isDigits && factor == 1000 && rest.value >= 100
    {
      return combined(result, adding: rest.value, end: rest.end)
    }
    return result
  }

  private func combined(_ number: Numeral, adding rest: Decimal, end: Int) -> Numeral {
    var result = number
    result.value += rest
    result.end = end
    result.head = DigitGroups.grouped(result.value / (number.scale.isEmpty ? 1 : number.factor))
    return result
  }

  // MARK: Words

  /// `hai mươi ba nghìn`; a digit that is more often another word does not stand alone, but before
  /// itself: `năm năm`, five years.
  private func words(_ text: TokenText, at start: Int, isApproximate: Bool) -> Numeral? {
    guard let group = hundreds(text, at: start) else { return nil }
    let isCounting =
      (isApproximate || text.tokens[start].key == text.tokens[min(group.end, text.count - 1)].key)
      && (table.match(text.tokens, at: group.end, .unit)?.row).map {
        $0.isMeasure || isApproximate && group.value > 1
      } == true
    let isLoose =
      group.end == start + 1 && !isCounting && table.match(text.tokens, at: start, .loose) != nil
    let head = group.value < 10 ? group.en : "\(group.value)"
    let number = scaled(
      Numeral(value: Decimal(group.value), head: head, end: group.end, isDigits: false), text)
    return isLoose && number.end == group.end ? nil : number
  }

  private struct Group {
    var value: Int
    var en: String
    var end: Int
  }

  private func value(_ text: TokenText, _ index: Int, _ kinds: PhraseKinds) -> Group? {
    guard let match = table.match(text.tokens, at: index, kinds), match.end == index + 1,
      let value = Int(match.row.value)
    else { return nil }
    return Group(value: value, en: match.row.en, end: match.end)
  }

  /// Up to 999 in words.
  private func hundreds(_ text: TokenText, at start: Int) -> Group? {
    guard var group = tens(text, at: start) else { return nil }
    guard group.value < 10,
      let hundred = table.match(text.tokens, at: group.end, .hundred),
      hundred.end == group.end + 1
    else { return group }
    group = Group(value: group.value * 100, en: "", end: hundred.end)
    let zero = table.match(text.tokens, at: group.end, .zero)
    if let rest = zero.map({ value(text, $0.end, [.digit, .loose, .tail]) })
      ?? tens(text, at: group.end), rest.value > 9 || zero != nil
    {
      group.value += rest.value
      group.end = rest.end
    }
    return group
  }

  /// Up to 99 in words.
  private func tens(_ text: TokenText, at start: Int) -> Group? {
    if let ten = value(text, start, .ten) {
      guard let digit = value(text, ten.end, [.digit, .tail]),
        value(text, digit.end, .tens) == nil
      else { return Group(value: 10, en: "ten", end: ten.end) }
      return Group(value: 10 + digit.value, en: "", end: digit.end)
    }
    guard let digit = value(text, start, [.digit, .loose]) else { return nil }
    guard let tens = value(text, digit.end, .tens) else { return digit }
    let group = Group(value: digit.value * 10, en: "", end: tens.end)
    guard let last = value(text, tens.end, [.digit, .tail]),
      table.match(text.tokens, at: last.end, [.hundred, .tens]) == nil
    else { return group }
    return Group(value: group.value + last.value, en: "", end: last.end)
  }
}

/// Digits with points and commas, by value.
///
/// Decimal comma and thousands point, the habit of Vietnamese; English grouping (`1,000`) is read where
/// it is the only sense that the digits make.
struct DigitGroups {
  let value: Decimal
  /// As English writes it.
  let english: String
  /// The most digits that are read as a figure: what `Decimal` holds exactly.
  static let limit = 38

  /// nil for dates, times, versions and numbers with too many digits.
  init?(_ text: String) {
    let digits = text.utf8
    guard digits.count <= Self.limit,
      digits.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2C })
    else { return nil }
    let groups = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    let separators = text.filter { $0 == "." || $0 == "," }
    var whole = text
    var fraction = ""
    if let last = separators.last {
      let isGrouping =
        groups.dropFirst().allSatisfy { $0.count == 3 } && Set(separators).count == 1
        && groups[0].count <= 3 && groups[0] != "0"
      if isGrouping {
        whole = groups.joined()
      } else {
        guard separators.count(where: { $0 == last }) == 1 else { return nil }
        whole = groups.dropLast().joined()
        fraction = "." + (groups.last ?? "")
      }
    }
    guard let value = Decimal(string: whole + fraction) else { return nil }
    self.value = value
    let isPlain = separators.isEmpty && (whole.count == 4 || whole.hasPrefix("0"))
    english = (isPlain ? whole : Self.grouped(digits: whole)) + fraction
  }

  /// A value with commas between its thousands.
  static func grouped(_ value: Decimal) -> String {
    let parts = "\(value)".split(separator: ".", maxSplits: 1)
    let whole = grouped(digits: parts.first.map(String.init) ?? "0")
    return parts.count > 1 ? "\(whole).\(parts[1])" : whole
  }

  private static func grouped(digits: String) -> String {
    var result = ""
    for (offset, digit) in digits.reversed().enumerated() {
      if offset > 0, offset % 3 == 0, digit != "-" { result.append(",") }
      result.append(digit)
    }
    return String(result.reversed())
  }
}
