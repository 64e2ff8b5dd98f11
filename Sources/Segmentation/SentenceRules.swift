public import TextModel
import Vietnamese

/// What the sentence rules know of words: abbreviations, numbered headings, sentence starters.
public struct SentenceRules: Sendable {
  /// What the full stop after an abbreviation can mean.
  enum Ending: Sendable { case never, may }

  private let abbreviations: [UInt64: Ending]
  private let headings: Set<UInt64>
  private let starters: Set<UInt64>
  /// Abbreviations that never end a sentence, for `SRXWriter`.
  let neverWords: [String]
  /// Words before the number of a heading.
  let headingWords: [String]
  /// Words that begin sentences.
  let starterWords: [String]

  /// Reads the tables; see the heads of Data/abbreviations.tsv and its neighbours.
  public init(abbreviations: DataTable, headings: DataTable, starters: DataTable) {
    var endings: [UInt64: Ending] = [:]
    for row in abbreviations.rows {
      endings[Self.hash(row["abbreviation"])] = row["ends"] == "never" ? .never : .may
    }
    self.abbreviations = endings
    neverWords = abbreviations.rows.filter { $0["ends"] == "never" }.map { $0["abbreviation"] }
    headingWords = headings.rows.map { $0["word"] }
    starterWords = starters.rows.map { $0["word"] }
    self.headings = Set(headings.rows.map { Self.hash($0["word"]) })
    self.starters = Set(starters.rows.map { Self.hash($0["word"]) })
  }

  func ending(_ word: ArraySlice<UInt8>) -> Ending? { abbreviations[Self.hash(word)] }
  func isHeading(_ word: ArraySlice<UInt8>) -> Bool { headings.contains(Self.hash(word)) }
  func isStarter(_ word: ArraySlice<UInt8>) -> Bool { starters.contains(Self.hash(word)) }

  private static func hash(_ text: String) -> UInt64 { hash(Array(text.utf8)[...]) }

  /// FNV-1a over the lower-case code points.
  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
      let (scalar, length) = bytes.scalar(at: offset)
      hash = (hash ^ UInt64(Letters.lower(scalar))) &* 0x100_0000_01b3
      offset += length
    }
    return hash
  }
}

/// A place where a sentence may end, and what decided.
public struct SentenceCandidate: Hashable, Sendable {
  /// The offset after the last character of the sentence, closing marks included.
  public let end: Int
  /// Whether a sentence ends here.
  public let isBoundary: Bool
  /// The rule that decided, such as `abbreviation`.
  public let rule: String
  /// Whether a quotation is open here.
  public let isInsideQuotation: Bool
}
