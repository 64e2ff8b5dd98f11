import TextModel
import Vietnamese

/// Reads dates, times and figures: the rules, without a document.
struct ValueRules: Sendable {
  let table: PhraseTable
  let dates: DateReader
  let clocks: ClockReader
  let figures: FigureReader
  let counted: CountedDates

  init(_ table: PhraseTable, _ english: EnglishWords) {
    self.table = table
    dates = DateReader(table, english)
    clocks = ClockReader(table: table)
    figures = FigureReader(table)
    counted = CountedDates(table: table, figures: FigureReader(table, readsWords: true))
  }

  private static let starts = DateReader.starts.union(FigureReader.starts)
    .union(CountedDates.starts)

  /// By syllable of an index: whether a date, time or figure may begin with it.
  func starts(in index: TermIndex) -> [Bool] {
    zip(index.digitSyllables, index.syllables(table.heads(Self.starts, without: ["one", "year"])))
      .map { $0 || $1 }
  }

  /// Whether a date, time or figure may begin with a token.
  func mayBegin(with token: Token, bytes: [UInt8]) -> Bool {
    Tokenizer.isDigit(UInt32(bytes[token.start])) || table.begins(with: token, Self.starts)
  }
}

/// Reads dates, times and figures of one document.
struct ValueReader: Sendable {
  let rules: ValueRules
  let bytes: [UInt8]
  let articleDate: CalendarDate?
  /// Whether dates that are counted from another are read, not only the lengths of time in them.
  var readsCounted = true

  /// Whether a date, time or figure may begin with a token.
  func mayBegin(with token: Token) -> Bool { rules.mayBegin(with: token, bytes: bytes) }

  /// The dates and figures that may begin at a token.
  func read(_ tokens: [Token], at start: Int) -> Item? {
    let text = TokenText(tokens: tokens, bytes: bytes)
    let date = rules.dates.read(text, at: start, articleDate: articleDate)
    if let date, date.problem?.code != "impossible-date" {
      guard readsCounted, !text.startsWithDigit(start),
        let counted = rules.counted.named(text, at: start),
        counted.tokens.upperBound > date.tokens.upperBound
      else { return date }
      return counted
    }
    if let clock = rules.clocks.read(text, at: start) { return clock }
    let found =
      readsCounted ? rules.counted.read(text, at: start) : rules.figures.read(text, at: start)
    return found ?? date
  }
}
