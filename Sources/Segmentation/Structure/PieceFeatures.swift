import TextModel
import Vietnamese

/// What can be seen of a piece without knowing its neighbours' roles.
struct PieceFeatures: Sendable {
  /// Words and numbers.
  let length: Int
  /// Ends with a full stop, question or exclamation mark, or an ellipsis, closing marks aside.
  let endsSentence: Bool
  /// Ends with `./.`, a story's last mark.
  let endsStory: Bool
  let endsQuestion: Bool
  /// Cut short by the page: ends with `...`.
  let isTruncated: Bool
  /// Holds no letter and no digit.
  let isMarksOnly: Bool
  let isAllCapitals: Bool
  /// Two to six words, each with a capital, and nothing that makes a sentence.
  let isName: Bool
  let hasDate: Bool
  /// Holds a date with its year.
  let hasFullDate: Bool
  /// A name with its agency or role behind it: `Lê An (TTXVN)`, `Lê An/VOV`.
  let isByline: Bool
  /// How many full stops, question and exclamation marks stand before white space or at the end.
  let stops: Int
  let endsWithColon: Bool
  /// Begins with a small letter.
  let startsSmall: Bool
  /// Ends with a label and a name of a few words: `Ảnh: AFP`.
  let endsWithCredit: Bool
  /// A time of day alone, as live reports have them.
  let isTimeOnly: Bool
  /// Starts with a bullet, dash, number or letter of a list.
  let isListItem: Bool
  /// Stands in square brackets.
  let isBracketed: Bool
  let isQuotation: Bool
  /// Share of numbers among its tokens, for rows of tables.
  let numberShare: Double
  let hasAddress: Bool
  /// A topic, a colon and a question, as headlines have them; a question of an interview has none.
  let isTopicQuestion: Bool
  /// Holds a colon with a space behind it.
  let hasTopic: Bool
  /// Words with commas between them, and no full stop.
  let isEnumeration: Bool
  /// A date with its year and little else.
  let isDateAlone: Bool
  let hasTab: Bool
  /// A label, a colon and names with commas or semicolons between them: a line-up, a list of goods.
  let isRoster: Bool
  /// A name with figures behind it or around it: `Sông Đà 15 9 3 3 30`, `5 Trúng đích 3`.
  let isFigureRow: Bool
  /// Holds the digits of a telephone number.
  let hasPhone: Bool

  init(_ piece: Piece, bytes: [UInt8]) {
    let words = piece.words
    let text = piece.folded
    let numbers = piece.tokens.count { $0.kind == .number }
    length = words.count + numbers
    let core = Self.withoutClosers(text)
    endsStory = core.hasSuffix("./") || text.hasSuffix("./.")
    endsQuestion = core.hasSuffix("?")
    isTruncated = text.hasSuffix("...") || text.hasSuffix("…")
    endsSentence =
      core.hasSuffix(".") || core.hasSuffix("!") || core.hasSuffix("…") || endsQuestion || endsStory
    isMarksOnly = length == 0
    isAllCapitals =
      words.count > 0 && words.allSatisfy { $0.isAllCapitals || $0.end - $0.start == 1 }
    let isDateLike = DateShapes.hasDate(text)
    hasDate = isDateLike
    hasFullDate = DateShapes.hasFullDate(text)
    isByline = numbers == 0 && !core.hasSuffix(".") && Self.isByline(piece, bytes)
    stops = Self.stops(text)
    endsWithColon = text.hasSuffix(":")
    startsSmall =
      words.first.map { $0.start == piece.span.start && !$0.isCapitalized } ?? false
    endsWithCredit = Self.endsWithCredit(piece.tokens, bytes)
    isTimeOnly = DateShapes.isTimeOnly(text)
    isListItem = Self.startsList(text)
    isBracketed = text.hasPrefix("[") && (text.hasSuffix("]") || text.hasSuffix("]."))
    isQuotation = text.hasPrefix("\"") || text.hasPrefix("“")
    numberShare = length == 0 ? 0 : Double(numbers) / Double(length)
    hasAddress = text.holds("@") || text.holds("www.") || text.holds("http")
    hasTopic = text.holds(": ")
    isTopicQuestion = endsQuestion && hasTopic
    isEnumeration = text.holds(", ") && !endsSentence
    isDateAlone = hasFullDate && length <= 7 && !endsSentence && !text.holds("#: ")
    hasTab = bytes[piece.span.range].contains(0x09)
    isRoster = Self.isRoster(text)
    isFigureRow =
      words.count > 0 && words.count <= 8 && numbers >= 2 && !isDateLike
      && (numbers * 5 >= length * 2 || Self.isFramed(text))
    hasPhone = Self.hasPhone(bytes[piece.span.range])
    isName =
      (1...8).contains(words.count) && numbers == 0 && !isDateLike
      && !core.hasSuffix(".") && !endsQuestion && words.allSatisfy(\.isCapitalized)
      && words.count >= 2
  }

  private static func withoutClosers(_ text: String) -> Substring {
    var text = text[...]
    while let last = text.last, "\"”’')]»".contains(last) { text.removeLast() }
    return text
  }

  /// Two to five capitalized words before a bracket, slash or dash.
  private static func isByline(_ piece: Piece, _ bytes: [UInt8]) -> Bool {
    let tokens = piece.tokens
    guard tokens.count <= 16, let end = tokens.firstIndex(where: { $0.kind == .mark }),
      (2...5).contains(end), end + 1 < tokens.count,
      [0x28, 0x2F, 0x2D, 0x2013].contains(bytes.scalar(at: tokens[end].start).value)
    else { return false }
    return tokens[..<end].allSatisfy(\.isCapitalized)
  }

  /// A colon with at most six words after it, and a word before it that a mark or full stop precedes.
  private static func endsWithCredit(_ tokens: [Token], _ bytes: [UInt8]) -> Bool {
    let tail = tokens.suffix(9)
    guard let colon = tail.firstIndex(where: { bytes[$0.start] == UInt8(ascii: ":") }),
      colon >= 2, colon + 1 < tokens.count
    else { return false }
    return tokens[colon - 2].kind == .mark && tokens[colon - 1].isCapitalized
  }

  /// Begins and ends with a figure.
  private static func isFramed(_ text: String) -> Bool {
    text.hasPrefix("#") && (text.hasSuffix("#") || text.hasSuffix("#%"))
  }

  /// Four separators or more behind a colon among the first words.
  private static func isRoster(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":"), text[..<colon].count < 50 else { return false }
    return text[colon...].count { $0 == "," || $0 == ";" } >= 4
  }

  /// Nine digits or more with nothing but spaces, full stops, dashes and brackets between them.
  private static func hasPhone(_ bytes: ArraySlice<UInt8>) -> Bool {
    var digits = 0
    for byte in bytes {
      if Tokenizer.isDigit(UInt32(byte)) {
        digits += 1
        if digits == 9 { return true }
      } else if ![0x20, 0x28, 0x29, 0x2D, 0x2E].contains(byte) {
        digits = 0
      }
    }
    return false
  }

  private static func stops(_ text: String) -> Int {
    let bytes = Array(text.utf8)
    return bytes.indices.count { index in
      [0x2E, 0x3F, 0x21].contains(bytes[index])
        && (index + 1 == bytes.count || bytes[index + 1] == 0x20)
    }
  }

  private static func startsList(_ text: String) -> Bool {
    if let first = text.first, "-–•*+●▪".contains(first) { return true }
    let head = text.prefix(3)
    return head.hasPrefix("#.") || head.hasPrefix("#)") || head.dropFirst().hasPrefix(") ")
  }

  /// Reads like running text: long, and ended.
  var isProse: Bool {
    length >= 10 && endsSentence && !isTruncated
      && !(isTopicQuestion && isQuestionAlone)
  }
  /// One question alone: before the text it may be a headline, in an interview it is text.
  var isQuestionAlone: Bool { endsQuestion && stops == 1 && length <= 25 && !isQuotation }
  /// One sentence of a few words without a quotation, like a caption's.
  var isShortSentence: Bool {
    stops == 1 && (6...18).contains(length) && endsSentence && !endsQuestion && !isQuotation
      && !isTruncated
  }
  /// A title with a topic before a colon, as links have it and captions have not.
  var isTopicTitle: Bool { isTitleLike && hasTopic && !endsWithColon && !isQuotation }
  /// Reads like a headline or link: no full stop, a few words to a line.
  var isTitleLike: Bool { (4...30).contains(length) && (!endsSentence || endsQuestion) }
}

/// Shapes of dates and times in folded text, where every number is `#`.
enum DateShapes {
  private static let dates = ["#/#/#", "#-#-#", "#.#.#", "ngày #/#", "ngày # tháng #", "# tháng #"]
  private static let times = ["#:#", "#h#", "#h", "#g#", "# giờ", "#:#:#", "#+#'", "#'", "#h#'"]

  static func hasDate(_ folded: String) -> Bool { dates.contains { folded.holds($0) } }

  /// A date with its year.
  static func hasFullDate(_ folded: String) -> Bool {
    let full = ["#/#/#", "#-#-#", "#.#.#", "tháng # năm #", "tháng #, #", "tháng # #", "/# năm #"]
    return full.contains { folded.holds($0) } || hasNamedMonth(folded)
  }

  /// A month by its name and the year: `12 tháng ba, 2016`, `tháng tư 2, 2016`.
  private static func hasNamedMonth(_ folded: String) -> Bool {
    guard let month = folded.firstRange(of: "tháng ") else { return false }
    return String(folded[month.upperBound...].prefix(16)).holds(", #")
      && (folded.hasPrefix("tháng ") || folded.holds("# tháng "))
  }

  static func hasTime(_ folded: String) -> Bool {
    ["#:#", "#h#", "# giờ #", "#g#"].contains { folded.holds($0) }
  }

  static func isTimeOnly(_ folded: String) -> Bool {
    times.contains(folded.trimmingMarks()) || times.contains(folded)
  }
}
