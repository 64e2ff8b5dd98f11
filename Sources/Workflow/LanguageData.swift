public import Annotation
import Foundation
import Normalization
public import Segmentation
public import Summarization
public import TextModel
import Translation
public import Vietnamese

/// A data file or folder that cannot be read.
public struct DataError: Error, Sendable, CustomStringConvertible {
  /// The path.
  public let path: String
  /// What is wrong with it.
  public let problem: String

  /// One line: path and problem.
  public var description: String { "\(path): \(problem)" }
}

/// The language data that ships with the modules, read once for a program.
public struct LanguageData: Sendable {
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
  /// - Throws: `DataError` when a file is missing from the installation.
  public init() throws {
    let vietnamese = VietnameseResources.directory
    table = SyllableTable(
      onsets: try Self.read(vietnamese, "onsets"), rimes: try Self.read(vietnamese, "rimes"))
    counts = SyllableCounts(try Self.read(vietnamese, "syllable-counts"), table: table)
    legacyEncodings = try Self.read(NormalizationResources.directory, "legacy-encodings")
    let segmentation = SegmentationResources.directory
    sentenceRules = SentenceRules(
      abbreviations: try Self.read(segmentation, "abbreviations"),
      headings: try Self.read(segmentation, "numbered-headings"),
      starters: try Self.read(segmentation, "sentence-starters"))
    structureCues = StructureCues(
      cues: try Self.read(segmentation, "structure-cues"),
      outlets: try Self.read(segmentation, "outlets"),
      markup: try Self.read(segmentation, "markup-cues"))
    let annotation = AnnotationResources.directory
    annotatorTables = Annotator.Tables(
      calendar: try Self.read(annotation, "calendar"),
      figures: try Self.read(annotation, "figures"),
      numerals: try Self.read(annotation, "numerals"),
      surnames: try Self.read(annotation, "surnames"),
      phrases: try Self.read(annotation, "phrases"),
      english: try Self.read(annotation, "english"))
    let translation = TranslationResources.directory
    gistTables = GistEngine.Tables(
      grammar: try Self.read(translation, "grammar"),
      pairs: try Self.read(translation, "tag-pairs"),
      english: try Self.read(translation, "english-forms"),
      frames: try Self.read(translation, "noun-frames"),
      confidence: try Self.read(translation, "confidence"),
      grammarFile: translation.appendingPathComponent("grammar.tsv").path)
    let table = table
    stopWords = Set(
      try Self.read(SummarizationResources.directory, "stop-words").rows.map {
        table.key($0["syllable"]).value
      })
    summaryWeights = SummaryWeights(
      try Self.read(SummarizationResources.directory, "summary-weights"),
      file: "summary-weights.tsv")
    openings = SentenceOpenings(
      try Self.read(SummarizationResources.directory, "openings"), table: table)
    sentenceEdges = SentenceEdges(
      cues: try Self.read(segmentation, "sentence-edges"), table: table)
  }

  /// Reads the weights of the word segmenter; most commands need none.
  /// - Throws: `DataError` when a file is missing from the installation.
  public static func wordModel() throws -> WordModel {
    WordModel(
      weights: try read(SegmentationResources.directory, "word-weights"),
      counts: try read(SegmentationResources.directory, "word-counts"))
  }

  /// Reads the weights of the tagger of words.
  /// - Throws: `DataError` when the file is missing from the installation.
  public func tagModel() throws -> TagModel {
    TagModel(try Self.read(SegmentationResources.directory, "tag-weights"), table: table)
  }

  static func read(_ directory: URL, _ name: String) throws -> DataTable {
    let path = directory.appendingPathComponent("\(name).tsv").path
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DataError(path: path, problem: "this data file is missing; install songngu again")
    }
    return DataTable(Array(data))
  }
}
