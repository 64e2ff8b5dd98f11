public import Annotation
public import Normalization
public import Segmentation
public import Summarization
import Terminology
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
  public private(set) var summaryMaker: SummaryMaker
  /// Cuts text into tokens.
  let tokenizer: Tokenizer
  /// The terms of the glossaries.
  let index: TermIndex

  /// Puts the stages together.
  /// - Parameter annotates: whether texts will be annotated: then the tagger is made at once, on another
  ///   core. Default: when the first sentence needs it.
  public init(language: LanguageData, glossaries: GlossarySet, annotates: Bool = false) {
    self.language = language
    self.glossaries = glossaries
    let tagger = LazyTagger { try Self.tagger(language, glossaries) }
    if annotates { tagger.prepare() }
    index = glossaries.index(language.table)
    normalizer = Normalizer(
      legacyEncodings: language.legacyEncodings, table: language.table, counts: language.counts,
      words: index.pairs)
    annotator = Annotator(
      index: index, tables: language.annotatorTables, table: language.table,
      classifier: { tagger.words($0, in: $1) })
    summaryMaker = SummaryMaker(
      stopWords: language.stopWords, weights: language.summaryWeights)
    tokenizer = Tokenizer(language.table)
  }

  /// The same stages with other weights for the default summaries.
  public func summarizing(with weights: SummaryWeights) -> Workbench {
    var other = self
    other.summaryMaker = summaryMaker.with(weights)
    return other
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
      cues: language.structureCues, rules: language.sentenceRules, table: language.table,
      words: index.pairs)
  }

  /// The engine that translates; making it takes as long as reading the glossaries.
  package func gistEngine() -> GistEngine {
    GistEngine(
      reader: LatticeReader(
        index: index, tables: language.annotatorTables, table: language.table),
      tables: language.gistTables, userGlossaries: userGlossaryCount)
  }

  /// The approved ones of some units, ready to be searched; nil when there are none.
  func memory(_ units: [MemoryUnit]) -> TranslationMemory? {
    let approved = units.filter(\.isApproved)
    return approved.isEmpty ? nil : TranslationMemory(approved, tokenizer: tokenizer)
  }

  /// How many of the first glossaries are the user's.
  var userGlossaryCount: Int {
    glossaries.glossaries.count { glossaries.layer(of: $0.name) == .user }
  }

  /// A segmenter of words; make one and keep it, for it reads the weights and adds them up.
  /// - Throws: `DataError` when a data file is missing from the installation.
  public func wordSegmenter() throws -> WordSegmenter { try Self.segmenter(language, glossaries) }

  private static func segmenter(
    _ language: LanguageData, _ glossaries: GlossarySet
  ) throws -> WordSegmenter {
    let tokenizer = Tokenizer(language.table)
    return WordSegmenter(
      lexicon: glossaries.lexicon(tokenizer), model: try language.wordModel(),
      rules: language.sentenceRules, tokenizer: tokenizer)
  }

  private static func tagger(
    _ language: LanguageData, _ glossaries: GlossarySet
  ) throws -> WordTagger {
    WordTagger(segmenter: try segmenter(language, glossaries), model: try language.tagModel())
  }

  /// A tagger of the segmenter's words; make one and keep it.
  /// - Throws: `DataError` when a data file is missing from the installation.
  public func wordTagger() throws -> WordTagger { try Self.tagger(language, glossaries) }

  /// The match keys of the words of a text and of the parts of its numbers.
  public func keys(_ bytes: [UInt8], in range: Range<Int>? = nil) -> [UInt64] {
    keys(of: tokenizer.tokens(bytes, in: range)[...], in: bytes)
  }
}
