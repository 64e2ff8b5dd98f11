import Terminology
public import TextModel
public import Vietnamese

/// Finds terms, titles, names, dates and figures in Vietnamese text and renders each in English.
///
/// A sentence is cut into the fewest words of the lexicon first (`WordPath`), so `tin` inside
/// `thông tin` is never the term `tin`: every word takes its syllables, annotated or not.
public struct Annotator: Sendable {
  private let index: TermIndex
  private let tokenizer: Tokenizer
  private let dates: DateReader
  private let figures: FigureReader
  private let names: NameFinder
  private let phrases: PhraseTable

  /// The data tables of the annotator.
  public struct Tables: Sendable {
    let calendar: DataTable
    let figures: DataTable
    let surnames: DataTable
    let phrases: DataTable

    /// Takes the tables of Data/.
    public init(calendar: DataTable, figures: DataTable, surnames: DataTable, phrases: DataTable) {
      self.calendar = calendar
      self.figures = figures
      self.surnames = surnames
      self.phrases = phrases
    }
  }

  /// Makes an annotator over an index of terms.
  public init(index: TermIndex, tables: Tables, table: SyllableTable) {
    self.index = index
    tokenizer = Tokenizer(table)
    dates = DateReader(calendar: PhraseTable(tables.calendar, tokenizer: tokenizer))
    figures = FigureReader(figures: PhraseTable(tables.figures, tokenizer: tokenizer))
    names = NameFinder(surnames: Set(tables.surnames.rows.map { table.key($0["surname"]) }))
    phrases = PhraseTable(tables.phrases, tokenizer: tokenizer)
  }

  /// Annotates parts of a text, such as the sentences of an article, in order.
  /// - Parameters:
  ///   - parts: ascending, disjoint ranges; nothing is matched across two of them.
  ///   - published: the article's date in ISO 8601, for years and validity. Default: nil, not known.
  public func annotate(
    _ bytes: [UInt8], parts: [TextSpan], published: String? = nil
  ) -> AnnotatedText {
    var pass = AnnotationPass(
      index: index, dates: dates, figures: figures, names: names, phrases: phrases, bytes: bytes,
      published: published)
    for part in parts { pass.annotate(tokenizer.tokens(bytes, in: part.range)) }
    return pass.result
  }
}
