public import Annotation
public import Normalization
public import Segmentation
public import Summarization
public import TextModel
package import Translation
import Vietnamese

/// The stages with their data, ready to use. Immutable, shared by all workers.
public struct Workbench: Sendable {
  /// The language data.
  public let language: LanguageData
  /// The glossaries.
  public let glossaries: GlossarySet
  /// Turns bytes into sound text.
  public let normalizer: Normalizer
  /// Finds terms, names, dates and figures.
  public let annotator: Annotator
  /// Chooses sentences.
  public let summaryMaker: SummaryMaker
  /// The terms of the glossaries.
  private let index: TermIndex
  /// Cuts text into tokens.
  let tokenizer: Tokenizer

  /// Puts the stages together.
  public init(language: LanguageData, glossaries: GlossarySet) {
    self.language = language
    self.glossaries = glossaries
    index = glossaries.index(language.table)
    normalizer = Normalizer(
      legacyEncodings: language.legacyEncodings, table: language.table, counts: language.counts,
      words: index.pairs)
    annotator = Annotator(
      index: index, tables: language.annotatorTables,
      table: language.table)
    summaryMaker = SummaryMaker(stopWords: language.stopWords)
    tokenizer = Tokenizer(language.table)
  }

  /// A segmenter for one thread.
  /// - Parameter custom: rules of the user, asked before songngu's own. Default: none.
  /// - Throws: `ICUError` when ICU cannot open its iterator.
  public func segmenter(custom: BreakRules? = nil) throws(ICUError) -> SentenceSegmenter {
    try SentenceSegmenter(rules: language.sentenceRules, table: language.table, custom: custom)
  }

  /// A page reader for one thread.
  /// - Throws: `ICUError` when ICU cannot open its iterator.
  public func articleReader() throws(ICUError) -> ArticleReader {
    try ArticleReader(
      cues: language.structureCues, rules: language.sentenceRules, table: language.table)
  }

  /// The engine that translates; making it takes as long as reading the glossaries.
  package func gistEngine() -> GistEngine {
    GistEngine(
      reader: LatticeReader(
        index: index, tables: language.annotatorTables, table: language.table),
      tables: language.gistTables)
  }

  /// A segmenter of words; make one and keep it, for it reads the weights and adds them up.
  /// - Throws: `DataError` when a data file is missing from the installation.
  public func wordSegmenter() throws -> WordSegmenter {
    WordSegmenter(
      lexicon: glossaries.lexicon(tokenizer), model: try LanguageData.wordModel(),
      rules: language.sentenceRules, tokenizer: tokenizer)
  }

  /// A tagger of the segmenter's words; make one and keep it.
  /// - Throws: `DataError` when a data file is missing from the installation.
  public func wordTagger() throws -> WordTagger {
    WordTagger(segmenter: try wordSegmenter(), model: try language.tagModel())
  }

  /// The match keys of the words and numbers of a text.
  public func keys(_ bytes: [UInt8], in range: Range<Int>? = nil) -> [UInt64] {
    tokenizer.tokens(bytes, in: range).filter { $0.kind != .mark }.map(\.key.value)
  }

  /// A sentence as summarizers see it.
  public func summarySentence(
    _ bytes: [UInt8], _ span: TextSpan, ordinal: Int, isLede: Bool = false,
    startsInsideQuotation: Bool = false, annotations: [Annotation] = []
  ) -> SummarySentence {
    let inside = annotations.filter { span.contains($0.span) }
    return SummarySentence(
      ordinal: ordinal, keys: keys(bytes, in: span.range),
      words: bytes[span.range].split { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }.count,
      isLede: isLede, startsInsideQuotation: startsInsideQuotation,
      entities: inside.count { [.person, .organization, .place, .title].contains($0.kind) },
      figures: inside.count { $0.value != nil })
  }
}
