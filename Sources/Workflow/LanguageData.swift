public import Annotation
public import Segmentation
public import Summarization
public import TextModel
import Translation
public import Vietnamese

/// The language data of the modules, read once for a program.
public struct LanguageData: Sendable {
  /// The data files that were read: everything of the language that a brief depends on.
  public let files: [DataFile]
  /// The digest of all data files.
  public let digest: String
  /// The digest of the grammar and the other tables of the gist.
  public let grammarDigest: String
  /// Where other tables are read.
  let source: DataFiles
  /// The syllables of Vietnamese.
  public let table: SyllableTable
  /// How often syllables stand in running text.
  public let counts: SyllableCounts
  /// The legacy encodings.
  public let legacyEncodings: DataTable
  /// What sentence rules know.
  public let sentenceRules: SentenceRules
  /// What the page reader knows.
  public let structureCues: StructureCues
  /// What the annotator knows.
  public let annotatorTables: Annotator.Tables
  /// What the gist engine knows.
  let gistTables: GistEngine.Tables
  /// Syllables without topic.
  public let stopWords: Set<UInt64>
  /// The weights of the default summaries.
  public let summaryWeights: SummaryWeights
  /// What stands at the edges of sentences of plain text.
  public let sentenceEdges: SentenceEdges
  /// Openings of sentences that point back.
  let openings: SentenceOpenings

  /// Reads the data of all modules.
  /// - Parameter files: where it is read. Default: the shipped files.
  /// - Throws: `DataError` when a file is missing from the installation.
  public init(_ files: DataFiles = DataFiles()) throws {
    source = files
    var files = files
    table = SyllableTable(
      onsets: try files.table(.vietnamese, "onsets"), rimes: try files.table(.vietnamese, "rimes"))
    counts = SyllableCounts(try files.table(.vietnamese, "syllable-counts"), table: table)
    legacyEncodings = try files.table(.normalization, "legacy-encodings")
    sentenceRules = SentenceRules(
      abbreviations: try files.table(.segmentation, "abbreviations"),
      headings: try files.table(.segmentation, "numbered-headings"),
      starters: try files.table(.segmentation, "sentence-starters"))
    structureCues = StructureCues(
      cues: try files.table(.segmentation, "structure-cues"),
      outlets: try files.table(.segmentation, "outlets"),
      markup: try files.table(.segmentation, "markup-cues"),
      joints: try files.table(.segmentation, "joint-weights"))
    annotatorTables = Annotator.Tables(
      calendar: try files.table(.annotation, "calendar"),
      figures: try files.table(.annotation, "figures"),
      numerals: try files.table(.annotation, "numerals"),
      surnames: try files.table(.annotation, "surnames"),
      phrases: try files.table(.annotation, "phrases"),
      english: try files.table(.annotation, "english"),
      nations: try files.table(.annotation, "nations"))
    gistTables = GistEngine.Tables(
      grammar: try files.table(.translation, "grammar"),
      pairs: try files.table(.translation, "tag-pairs"),
      english: try files.table(.translation, "english-forms"),
      frames: try files.table(.translation, "noun-frames"),
      confidence: try files.table(.translation, "confidence"),
      grammarFile: "grammar.tsv")
    let table = table
    stopWords = Set(
      try files.table(.summarization, "stop-words").rows.map {
        table.key($0["syllable"]).value
      })
    summaryWeights = SummaryWeights(
      try files.table(.summarization, "summary-weights"),
      file: "summary-weights.tsv")
    openings = SentenceOpenings(
      try files.table(.summarization, "openings"), table: table)
    sentenceEdges = SentenceEdges(
      cues: try files.table(.segmentation, "sentence-edges"), table: table)
    // The annotator reads these when it needs them; a brief depends on them all the same.
    for name in ["word-weights", "word-counts", "tag-weights"] {
      _ = try files.table(.segmentation, name)
    }
    self.files = files.read
    digest = files.read.digest
    grammarDigest = files.read.grammar.digest
  }

  /// Reads the weights of the word segmenter; most commands need none.
  /// - Throws: `DataError` when a file is missing from the installation.
  public func wordModel() throws -> WordModel {
    var files = source
    return WordModel(
      weights: try files.table(.segmentation, "word-weights"),
      counts: try files.table(.segmentation, "word-counts"))
  }

  /// Reads the weights of the tagger of words.
  /// - Throws: `DataError` when the file is missing from the installation.
  public func tagModel() throws -> TagModel {
    var files = source
    return TagModel(try files.table(.segmentation, "tag-weights"), table: table)
  }
}
