import Foundation
import TextModel
import Vietnamese

/// Reads figures by value: `63 tỷ euro`, `gần 300%`, `1.234,5 km`, `5-7%`, `thứ ba`, `20km`.
struct FigureReader: Sendable {
  let table: PhraseTable
  let numerals: NumeralReader
  /// Whether fractions and multiples in words are figures, and `một` before what it counts: the gist has
  /// rules of its own for these.
  let readsWords: Bool

  init(_ table: PhraseTable, readsWords: Bool = false) {
    self.table = table
    self.readsWords = readsWords
    numerals = NumeralReader(table: table)
  }

  /// The kinds of words that a figure may begin with.
  static let starts: PhraseKinds = [
    .approximation, .digit, .loose, .ten, .ordinal, .sign, .from, .currencySign, .many, .minute,
  ]

  /// The longest figure at a token.
  /// - Parameter isCounting: whether `một` and `năm` are numbers before a unit of measure. Default: only
  ///   after a word of approximation.
  func read(_ text: TokenText, at start: Int, isCounting: Bool = false) -> Item? {
    let readsWords = readsWords && !text.startsWithDigit(start)
    if readsWords, let item = multiple(text, at: start) ?? single(text, at: start) { return item }
    let isCounting = isCounting || readsWords && countsOne(text, at: start)
    if let item = ordinal(text, at: start) ?? minute(text, at: start) { return item }
    if let item = tooLong(text, at: start) ?? many(text, at: start) { return item }
    var cursor = start
    var words: [String] = []
    var isBound = false
    while let word = table.match(text.tokens, at: cursor, .approximation), words.count < 2 {
      words.append(word.row.en)
      isBound = word.row.value == "least" || word.row.value == "most"
      cursor = word.end
    }
    if cursor == start, text.tokens[start].kind == .word, text.startsWithDigit(start) {
      return glued(text, at: start)
    }
    guard
      var figure = amount(text, at: cursor, isApproximate: isCounting || cursor > start)
        ?? (isBound && readsWords ? one(text, at: cursor) : nil)
    else { return nil }
    if !words.isEmpty, figure.kind == .number, !text.tokens[start].hasSpaceBefore { return nil }
    figure.tokens = start..<figure.tokens.upperBound
    if !words.isEmpty {
      figure.target = "\(words.joined(separator: " ")) \(figure.target)"
      figure.evidence = "an approximation"
    }
    return figure
  }

  func item(_ tokens: Range<Int>, _ target: String, value: String?) -> Item {
    var item = Item(
      tokens: tokens, content: .value, target: target, kind: .number, origin: "figure",
      value: value)
    item.role = .number
    return item
  }

  // MARK: Amounts

  /// A number or range with its sign and unit.
  func amount(_ text: TokenText, at start: Int, isApproximate: Bool) -> Item? {
    let sign = table.match(text.tokens, at: start, .currencySign)
    let minus = table.match(text.tokens, at: start, .sign)
    let from = table.match(text.tokens, at: start, .from)
    let cursor = sign?.end ?? minus?.end ?? from?.end ?? start
    guard
      var number = (readsWords ? share(text, at: cursor, isApproximate) : nil)
        ?? numerals.read(text, at: cursor, isApproximate: isApproximate)
        ?? fraction(text, at: cursor)
    else { return nil }
    if minus != nil {
      guard number.isDigits else { return nil }
      number.value = -number.value
      number.head = "minus \(number.head)"
    }
    if let range = range(from: number, text, isOpened: from != nil) {
      return unit(range.high, text, low: range.low, start: start, opener: from?.row.en)
    }
    if from != nil { return nil }
    var figure = unit(number, text, low: nil, start: start, opener: nil)
    if let sign {
      figure.target = sign.row.en + number.english
      figure.kind = .money
      figure.value = "\(number.value) \(sign.row.value)"
    }
    if !number.isDigits, figure.kind == .number, !mayStand(text, start..<figure.tokens.upperBound) {
      return nil
    }
    return figure
  }

  /// Whether a number in words may be one: no name is, and `năm` alone is not.
  private func mayStand(_ text: TokenText, _ range: Range<Int>) -> Bool {
    range.lowerBound == 0 || !text.tokens[range.lowerBound].isCapitalized
      || text.tokens[range.lowerBound - 1].kind == .mark
  }

  /// `2/3`, kept as it is.
  private func fraction(_ text: TokenText, at index: Int) -> Numeral? {
    if let score = text.numbers(index, separator: ":"), score.count == 2 {
      return Numeral(
        value: Decimal(score[0]), head: "\(score[0])-\(score[1])", end: index + 1, isDigits: true)
    }
    guard let parts = text.numbers(index, separator: "/"), parts.count == 2, parts[1] > 0 else {
      return nil
    }
    return Numeral(
      value: Decimal(parts[0]) / Decimal(parts[1]), head: "\(parts[0])/\(parts[1])",
      end: index + 1, isDigits: true)
  }

  /// A range or score: `5-7`, `5 đến 7 triệu`, `3% đến 5%`. The lower end goes to before the tie.
  private func range(
    from low: Numeral, _ text: TokenText, isOpened: Bool
  ) -> (low: Numeral, high: Numeral)? {
    var low = low
    let kinds: PhraseKinds = [.currency, .percent, .unit]
    let unit = table.match(text.tokens, at: low.end, kinds)
    if let unit { low.end = unit.end }
    var next: Int?
    if text.isDash(low.end), text.tokens[low.end].hasSpaceBefore == !text.touches(low.end + 1) {
      next = low.end + 1
    } else if let word = table.match(text.tokens, at: low.end, .range), isOpened || low.isDigits {
      next = word.end
    }
    guard let next, low.isDigits, let high = numerals.read(text, at: next), high.isDigits,
      text.isDash(low.end) || low.value < high.value
    else { return nil }
    if let unit {
      guard let other = table.match(text.tokens, at: high.end, kinds),
        (other.row.kinds, other.row.value) == (unit.row.kinds, unit.row.value)
      else { return nil }
    }
    return (low, high)
  }

  /// A number with the unit after it; with `low`, the range from there.
  private func unit(
    _ number: Numeral, _ text: TokenText, low: Numeral?, start: Int, opener: String?
  ) -> Item {
    var number = number
    let match =
      endsDate(number, text)
      ? nil : table.match(text.tokens, at: number.end, [.currency, .percent, .unit])
    let half = match.flatMap { table.match(text.tokens, at: $0.end, .half) }
    if half != nil, low == nil, number.scale.isEmpty {
      number.value += Decimal(string: "0.5") ?? 0
      number.head = DigitGroups.grouped(number.value)
    }
    var value = "\(number.value)"
    let sign = match?.row.sign ?? ""
    if let low {
      let scaled =
        low.scale.isEmpty && !number.scale.isEmpty ? low.value * number.factor : low.value
      let isDash = text.isDash(low.end)
      let isScore = isDash && match == nil && number.scale.isEmpty
      value = isScore ? "\(scaled)-\(number.value)" : "\(scaled)..\(number.value)"
      let isSpelled = !sign.isEmpty && !isDash && low.scale.isEmpty && !number.scale.isEmpty
      let percent = match?.row.kinds == .percent && !isDash ? "%" : ""
      let first = (isSpelled ? "\(low.head) \(number.scale)" : low.english) + percent
      number.head =
        sign + first + (isDash ? "-" : " to \(sign)") + number.head
      if let opener, !isDash { number.head = "\(opener) \(number.head)" }
      number.value = 2
    } else {
      number.head = Self.signed(number, sign)
    }
    var figure = item(start..<number.end, number.english, value: value)
    if low == nil, text.string(number.end - 1).contains(where: { $0 == "/" || $0 == ":" }) {
      figure.value = number.head
    }
    guard let match else {
      if low == nil, number.scale.isEmpty, let ratio = number.ratio { figure.value = ratio }
      return figure
    }
    let end = low == nil && number.scale.isEmpty ? half?.end : nil
    let isOne = number.value == 1 || number.head == "half a"
    add(match.row, end: end ?? match.end, to: &figure, isOne: isOne)
    return per(figure, text)
  }

  /// `hai phần ba | năm ngoái`, `20 triệu | năm nay`: what looks like a unit begins a date.
  private func endsDate(_ number: Numeral, _ text: TokenText) -> Bool {
    guard number.ratio != nil || number.value >= 100,
      let year = table.match(text.tokens, at: number.end, [.relativeYear, .relativeMonth])
    else { return false }
    return year.end > number.end + 1
  }

  /// The head of a number with the sign of its currency: digits, because no sign stands before a word.
  private static func signed(_ number: Numeral, _ sign: String) -> String {
    if sign.isEmpty { return number.head }
    let minus = "minus "
    if number.head.hasPrefix(minus) { return minus + sign + number.head.dropFirst(minus.count) }
    if number.isDigits { return sign + number.head }
    let factor = number.scale.isEmpty ? 1 : number.factor
    return sign + DigitGroups.grouped(number.value / factor)
  }

  private func add(_ unit: PhraseTable.Row, end: Int, to item: inout Item, isOne: Bool) {
    let name = isOne ? unit.en : unit.plural
    let value = item.value ?? ""
    item.tokens = item.tokens.lowerBound..<end
    if unit.kinds == .percent {
      item.kind = .percent
      item.target += "%"
      item.value = "\(value)%"
    } else {
      item.kind = unit.kinds == .currency ? .money : .measure
      if unit.sign.isEmpty { item.target += " \(name)" }
      item.value = "\(value) \(unit.value)"
    }
  }

  /// `60 USD/thùng`, `120 km/h`.
  private func per(_ figure: Item, _ text: TokenText) -> Item {
    let end = figure.tokens.upperBound
    guard figure.kind != .percent, text.isMark(end, "/"),
      let unit = table.match(text.tokens, at: end + 1, .unit)
    else { return figure }
    var figure = figure
    figure.tokens = figure.tokens.lowerBound..<unit.end
    figure.target += unit.row.en.utf8.count < 3 ? "/\(unit.row.en)" : " per \(unit.row.en)"
    figure.value = "\(figure.value ?? "")/\(unit.row.value)"
    return figure
  }

  // MARK: Other figures

  /// `20km`, `50ha`: a unit glued to its number; the `G` of `3G` is no gram.
  private func glued(_ text: TokenText, at index: Int) -> Item? {
    let word = text.string(index)
    if let meters = Self.meters(word) {
      var figure = item(index..<(index + 1), "\(meters) m", value: "\(meters) m")
      figure.kind = .measure
      return figure
    }
    guard let cut = word.firstIndex(where: { !$0.isNumber && $0 != "." && $0 != "," }),
      let number = DigitGroups(String(word[..<cut])),
      let unit = table.row(word[cut...].lowercased(), [.unit, .currency]),
      word[cut...].count > 1 || !word[cut].isUppercase || word[cut...] == unit.value
    else { return nil }
    var figure = item(
      index..<(index + 1), unit.sign + number.english, value: "\(number.value)")
    add(unit, end: index + 1, to: &figure, isOne: number.value == 1)
    return per(figure, text)
  }

  /// `thứ ba`, `thứ 12`, `thứ XIII`.
  private func ordinal(_ text: TokenText, at start: Int) -> Item? {
    guard let opener = table.match(text.tokens, at: start, .ordinal) else { return nil }
    if let word = table.match(text.tokens, at: opener.end, [.digit, .loose, .tail, .ten]),
      !text.tokens[opener.end].isCapitalized,
      table.match(text.tokens, at: word.end, [.tens, .hundred]) == nil
    {
      var item = item(start..<word.end, word.row.plural, value: word.row.value)
      item.origin = "figure:ordinal"
      return item
    }
    guard let number = text.integer(opener.end) ?? text.roman(opener.end), number < 10_000 else {
      return nil
    }
    var item = item(start..<(opener.end + 1), English.ordinal(number), value: "\(number)")
    item.origin = "figure:ordinal"
    return item
  }

  /// `phút 23`, `phút thứ 23`, `phút 90+2`: the minute of a match.
  private func minute(_ text: TokenText, at start: Int) -> Item? {
    guard let word = table.match(text.tokens, at: start, .minute) else { return nil }
    let opener = table.match(text.tokens, at: word.end, .ordinal)
    let index = opener?.end ?? word.end
    guard let minute = text.integer(index), (1...130).contains(minute),
      table.match(text.tokens, at: index + 1, [.unit, .scale, .percent]) == nil
    else { return nil }
    var end = index + 1
    var said = "\(minute)"
    var english = "the \(English.ordinal(minute)) minute"
    if text.isMark(end, "+"), text.touches(end), let extra = text.integer(end + 1), extra < 30 {
      end += 2
      said += "+\(extra)"
      english = "minute \(said)"
    }
    var item = item(start..<end, english, value: "\(said) min")
    item.kind = .measure
    item.origin = "figure:minute"
    return item
  }

  /// `hàng triệu USD`, `vài trăm người`: no number, so no value.
  private func many(_ text: TokenText, at start: Int) -> Item? {
    guard let word = table.match(text.tokens, at: start, .many),
      let scale = table.match(text.tokens, at: word.end, .scale),
      let unit = table.match(text.tokens, at: scale.end, [.currency, .unit])
    else { return nil }
    let number =
      word.row.en.isEmpty ? "\(scale.row.plural) of" : "\(word.row.en) \(scale.row.en)"
    guard !scale.row.plural.isEmpty, !scale.row.en.isEmpty || word.row.en.isEmpty else {
      return nil
    }
    var item = item(start..<unit.end, "\(number) \(unit.row.plural)", value: nil)
    item.kind = unit.row.kinds == .currency ? .money : .measure
    item.evidence = "a number that the text leaves open"
    return item
  }

  /// A number with more digits than a value can hold.
  private func tooLong(_ text: TokenText, at start: Int) -> Item? {
    let token = text.tokens[start]
    guard token.kind == .number, token.end - token.start > DigitGroups.limit else { return nil }
    var item = item(start..<(start + 1), "", value: nil)
    item.problem = Item.Problem(
      code: "figure-too-long",
      message: "a number of \(token.end - token.start) characters is not read as a figure",
      fix: "check the number in the original")
    return item
  }
}

/// Forms of English that dates and figures need.
enum English {
  /// `1st`, `2nd`, `3rd`, `11th`.
  static func ordinal(_ number: Int) -> String {
    let isTeen = (11...13).contains(number % 100)
    let ending =
      switch number % 10 {
      case 1 where !isTeen: "st"
      case 2 where !isTeen: "nd"
      case 3 where !isTeen: "rd"
      default: "th"
      }
    return "\(number)\(ending)"
  }
}
