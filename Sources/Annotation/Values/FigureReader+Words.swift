import Foundation
import TextModel
import Vietnamese

/// Figures in words that only annotation reads; the gist has rules of its own for them.
extension FigureReader {
  /// `một phần ba`, `một nửa`, `nửa tỷ đồng`.
  func share(_ text: TokenText, at start: Int, _ isApproximate: Bool) -> Numeral? {
    if let half = table.match(text.tokens, at: start, .counted), half.row.value == "half" {
      let number = Numeral(
        value: Decimal(5) / 10, head: "half", end: half.end, isDigits: false, ratio: "1/2")
      var scaled = numerals.scaled(number, text)
      let unit = table.match(text.tokens, at: scaled.end, [.unit, .currency])
      let isMeasured = scaled.end > half.end || unit?.row.isMeasure == true
      guard half.end > start + 1 || isMeasured || isApproximate else { return nil }
      if isMeasured { scaled.head = "half a" }
      return scaled
    }
    let digits: PhraseKinds = [.digit, .loose, .ten]
    guard let top = table.match(text.tokens, at: start, digits), top.end == start + 1,
      let word = table.match(text.tokens, at: top.end, .counted), word.row.value == "part",
      let bottom = table.match(text.tokens, at: word.end, [.digit, .loose, .tail, .ten]),
      bottom.end == word.end + 1, let (over, under) = Self.ratio(top.row.value, bottom.row.value)
    else { return nil }
    let name = under == 2 ? "half" : under == 4 ? "quarter" : bottom.row.plural
    return Numeral(
      value: Decimal(over) / Decimal(under), head: "\(top.row.en) \(name)\(over > 1 ? "s" : "")",
      end: bottom.end, isDigits: false, ratio: "\(over)/\(under)")
  }

  private static func ratio(_ top: String, _ bottom: String) -> (Int, Int)? {
    guard let over = Int(top), let under = Int(bottom), over < under else { return nil }
    return (over, under)
  }

  /// `gấp đôi`, `gấp rưỡi`.
  func multiple(_ text: TokenText, at start: Int) -> Item? {
    guard let word = table.match(text.tokens, at: start, .counted), word.row.value.hasSuffix(" x")
    else { return nil }
    let times = table.match(text.tokens, at: word.end, .unit)
    let end = times?.row.value == "x" ? times?.end ?? word.end : word.end
    var item = item(start..<end, word.row.en, value: word.row.value)
    item.kind = .measure
    return item
  }

  /// `mỗi năm`, `hai năm`.
  private func isYearly(_ text: TokenText, _ index: Int) -> Bool {
    let kinds: PhraseKinds = [.digit, .loose, .ten, .tens, .portion, .many]
    return text.isNumber(index) || table.match(text.tokens, at: index, kinds)?.end == index + 1
      || table.match(text.tokens, at: index, .counted)?.row.value == "year"
  }

  /// `chỉ một em`, `thêm một ca`: one and no more.
  func single(_ text: TokenText, at start: Int) -> Item? {
    guard start > 0, table.match(text.tokens, at: start - 1, .counted)?.row.value == "one",
      amount(text, at: start, isApproximate: true) == nil
    else { return nil }
    return one(text, at: start)
  }

  /// `một` as a number.
  func one(_ text: TokenText, at start: Int) -> Item? {
    guard let one = table.match(text.tokens, at: start, .loose), one.row.value == "1" else {
      return nil
    }
    return item(start..<one.end, one.row.en, value: "1")
  }

  /// Whether `một` counts there: before a unit.
  func countsOne(_ text: TokenText, at start: Int) -> Bool {
    guard let one = table.match(text.tokens, at: start, .loose) else { return false }
    if one.row.value != "1" {
      // `năm người bị thương`: five, unless a word before it makes it a year.
      let unit = table.match(text.tokens, at: one.end, .unit)?.row
      let isTime = unit.map { ["a", "mo", "wk", "d", "h", "min", "s", "x"].contains($0.value) }
      return isTime == false && !(start > 0 && isYearly(text, start - 1))
    }
    return table.match(text.tokens, at: one.end, .unit)?.row.isMeasure == true
  }

  /// `1m75`.
  static func meters(_ word: String) -> Decimal? {
    let parts = word.split(separator: "m", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 1, parts[1].count == 2,
      parts.allSatisfy({ $0.allSatisfy(\.isNumber) })
    else { return nil }
    return Decimal(string: "\(parts[0]).\(parts[1])")
  }
}
