import Foundation
import TextModel
import Vietnamese

/// Compares a total with the parts that the sentence lists after it: `12 người, gồm 5 nam và 6 nữ`.
///
/// Only where every part begins with its number; a list with another part proves nothing.
struct TotalCheck {
  let tokens: [Token]
  let bytes: [UInt8]
  let phrases: PhraseTable
  let rules: ValueRules

  /// The mismatch in a sentence's items, at the item of the total.
  func mismatch(_ items: [Item]) -> (item: Item, problem: Item.Problem)? {
    for index in tokens.indices {
      guard let word = phrases.match(tokens, at: index, .consists),
        let total = items.last(where: { $0.tokens.upperBound <= index && count($0) != nil }),
        index - total.tokens.upperBound < 6, total.evidence == nil, let sum = count(total),
        let parts = parts(items, from: word.end), parts.count > 1
      else { continue }
      let found = parts.reduce(0, +)
      guard found != sum else { return nil }
      let list = parts.map { "\($0)" }.joined(separator: " + ")
      return (
        total,
        Item.Problem(
          code: "total-mismatch", message: "the parts \(list) make \(found), not \(sum)",
          fix: "ask which of the numbers is wrong")
      )
    }
    return nil
  }

  /// The value of a count of things or people.
  private func count(_ item: Item) -> Decimal? {
    guard item.kind == .number || item.kind == .measure, item.origin != "figure:ordinal",
      let value = item.value, value.firstIndex(of: " ").map({ value[$0...] == " person" }) ?? true
    else { return nil }
    let digits = value.prefix { $0.isNumber }
    return digits.count == value.prefix { $0 != " " }.count ? Decimal(string: String(digits)) : nil
  }

  /// The numbers at the heads of the parts; nil when a part has none.
  private func parts(_ items: [Item], from start: Int) -> [Decimal]? {
    var parts: [Decimal] = []
    var head = start
    let text = TokenText(tokens: tokens, bytes: bytes)
    while head < tokens.count {
      if let item = items.first(where: { $0.tokens.lowerBound == head }), let value = count(item) {
        guard item.evidence == nil else { return nil }
        parts.append(value)
      } else if let one = rules.table.match(tokens, at: head, .loose),
        let value = Decimal(string: one.row.value)
      {
        parts.append(value)
      } else {
        return nil
      }
      var next = head + 1
      while next < tokens.count, !text.isMark(next, ","), !isAnd(next), !isEnd(text, next) {
        next += 1
      }
      if next < tokens.count, isEnd(text, next) { break }
      head = next + 1
      if text.isMark(next, ","), isAnd(head) { head += 1 }
    }
    return parts
  }

  private func isAnd(_ index: Int) -> Bool {
    rules.table.match(tokens, at: index, .link).map { $0.row.en == "and" && $0.end == index + 1 }
      ?? false
  }

  private func isEnd(_ text: TokenText, _ index: Int) -> Bool {
    text.isMark(index, ".") || text.isMark(index, ";") || text.isMark(index, "(")
  }
}
