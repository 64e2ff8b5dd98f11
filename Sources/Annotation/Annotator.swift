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
  private let rules: ValueRules
  private let valueStarts: [Bool]
  private let bearerStarts: [Bool]
  private let names: NameFinder
  private let phrases: PhraseTable
  private let english: EnglishReader
  private let words: EnglishWords
  private let classifier: WordClassifier?
  private let nations: Nations

  /// The data tables of the annotator.
  public struct Tables: Sendable {
    let calendar: DataTable
    let figures: DataTable
    let numerals: DataTable
    let surnames: DataTable
    let phrases: DataTable
    let english: DataTable
    let nations: DataTable

    /// Takes the tables of Data/.
    public init(
      calendar: DataTable, figures: DataTable, numerals: DataTable, surnames: DataTable,
      phrases: DataTable, english: DataTable, nations: DataTable
    ) {
      self.calendar = calendar
      self.figures = figures
      self.numerals = numerals
      self.surnames = surnames
      self.phrases = phrases
      self.english = english
      self.nations = nations
    }
  }

  /// Makes an annotator over an index of terms.
  /// - Parameter classifier: reads parts of speech, asked only for sentences with a term that has senses
  ///   of several. Default: nil, senses are chosen without.
  public init(
    index: TermIndex, tables: Tables, table: SyllableTable, classifier: WordClassifier? = nil
  ) {
    self.classifier = classifier
    self.index = index
    tokenizer = Tokenizer(table)
    words = EnglishWords(tables.english)
    rules = ValueRules(
      PhraseTable(tables.calendar, tables.figures, tables.numerals, tokenizer: tokenizer),
      words)
    valueStarts = rules.starts(in: index)
    phrases = PhraseTable(tables.phrases, tokenizer: tokenizer)
    bearerStarts = index.syllables(phrases.heads(.bearer))
    names = NameFinder(tables, table, phrases)
    english = EnglishReader(tables.english)
    nations = Nations(tables.nations, index: index, tokenizer: tokenizer)
  }

  /// Annotates parts of a text, such as the sentences of an article, in order.
  /// - Parameters:
  ///   - parts: ascending, disjoint ranges; nothing is matched across two of them.
  ///   - published: the article's date in ISO 8601, for years and validity. Default: nil, not known.
  public func annotate(
    _ bytes: [UInt8], parts: [TextSpan], published: String? = nil
  ) -> AnnotatedText {
    finish(pass(bytes, parts, published).result, bytes, parts)
  }

  /// How many words, names and values the parts hold: matching alone, without senses.
  public func countWords(_ bytes: [UInt8], parts: [TextSpan]) -> Int {
    var pass = pass(bytes, [], nil)
    return parts.reduce(0) { $0 + pass.countWords(tokenizer.tokens(bytes, in: $1.range)) }
  }

  /// Compares a text with the English made from it.
  /// - Parameters:
  ///   - parts: as for `annotate`.
  ///   - published: the article's date in ISO 8601. Default: nil, not known.
  ///   - english: the English text.
  public func check(
    _ bytes: [UInt8], parts: [TextSpan], published: String? = nil, against english: String
  ) -> [CheckFinding] {
    let pass = pass(bytes, parts, published, keepsUses: true)
    return TextCheck(
      index: index, source: finish(pass.result, bytes, parts), uses: pass.uses,
      text: String(decoding: bytes, as: UTF8.self), english: english,
      reader: self.english, day: published.map { String($0.prefix(10)) }
    ).findings()
  }

  /// Compares one sentence with its translation: what `check` compares, and terms, quotation marks and
  /// length, which only a sentence for a sentence must keep.
  /// - Parameters:
  ///   - span: the sentence in the text.
  ///   - published: the article's date in ISO 8601. Default: nil, not known.
  ///   - english: the translation.
  ///   - userGlossaries: how many of the first glossaries are the user's: their terms of one syllable are
  ///     asked for too. Default: 0.
  /// - Returns: disagreements; what is wrong with the source alone is none.
  public func checkSentence(
    _ bytes: [UInt8], in span: TextSpan, published: String? = nil, against english: String,
    userGlossaries: Int = 0
  ) -> [CheckFinding] {
    let pass = pass(bytes, [span], published, keepsUses: true)
    let source = finish(pass.result, bytes, [span])
    let text = TextCheck(
      index: index, source: source, uses: pass.uses,
      text: String(decoding: bytes[span.range], as: UTF8.self), english: english,
      reader: self.english,
      day: published.map { String($0.prefix(10)) })
    let terms = TermCheck(
      index: index, uses: pass.uses, english: english, userGlossaries: userGlossaries)
    let quotations = QuotationCheck(bytes: bytes, span: span, english: english)
    let count = tokenizer.tokens(bytes, in: span.range).count { $0.kind != .mark }
    let length = LengthCheck(span: span, count: count, english: english)
    return text.disagreements() + terms.findings() + quotations.findings() + length.findings()
  }

  private func pass(
    _ bytes: [UInt8], _ parts: [TextSpan], _ published: String?, keepsUses: Bool = false
  ) -> AnnotationPass {
    var pass = AnnotationPass(
      index: index, rules: rules, names: names, phrases: phrases, words: words,
      nations: nations, valueStarts: valueStarts, bearerStarts: bearerStarts, bytes: bytes,
      published: published, classifier: classifier, keepsUses: keepsUses)
    for part in parts { pass.annotate(tokenizer.tokens(bytes, in: part.range)) }
    return pass
  }

  /// Adds what needs the whole document: quotations and persons.
  private func finish(_ found: AnnotatedText, _ bytes: [UInt8], _ parts: [TextSpan])
    -> AnnotatedText
  {
    let finder = QuotationFinder(
      bytes: bytes, parts: parts, tokenizer: tokenizer, phrases: phrases,
      annotations: found.annotations)
    let quotations = finder.quotations()
    let open = quotations.filter { !$0.isClosed && $0.depth == 0 }.map {
      TextFinding(
        span: $0.span,
        Finding(
          .warning, "open-quotation", "no mark closes this quotation in its paragraph",
          fix: "check in the original where it ends"))
    }
    let findings = found.findings + open + finder.persons.lookalikes(tokenizer)
    let forms = NameForms(names: names, phrases: phrases, tokenizer: tokenizer)
    var book = MentionBook(bytes: bytes, forms: forms)
    return AnnotatedText(
      annotations: book.named(found.annotations), ambiguities: found.ambiguities,
      unknowns: found.unknowns,
      glosses: found.glosses, quotations: quotations, persons: finder.persons.persons,
      findings: findings.sorted { $0.span.start < $1.span.start })
  }
}
