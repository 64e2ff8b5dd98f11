import TextModel

/// A sentence as a summarizer sees it: its syllables as numbers, and what stands in it.
public struct SummarySentence: Hashable, Sendable {
  /// Its number in the document, counted from 1.
  public var ordinal: Int
  /// The match keys of its syllables and numbers, in order.
  public var keys: [UInt64]
  /// Its length in tokens between white space, as budgets count.
  public var words: Int
  /// Whether it stands in the lede.
  public var isLede: Bool
  /// Whether it begins inside a quotation that an earlier sentence opened.
  public var startsInsideQuotation: Bool
  /// Names and terms in it.
  public var entities: Int
  /// Figures and dates in it.
  public var figures: Int

  /// Makes a sentence.
  public init(
    ordinal: Int, keys: [UInt64], words: Int, isLede: Bool = false,
    startsInsideQuotation: Bool = false, entities: Int = 0, figures: Int = 0
  ) {
    self.ordinal = ordinal
    self.keys = keys
    self.words = words
    self.isLede = isLede
    self.startsInsideQuotation = startsInsideQuotation
    self.entities = entities
    self.figures = figures
  }
}

/// A document as a summarizer sees it.
public struct SummaryDocument: Hashable, Sendable {
  /// The match keys of its headline.
  public var title: [UInt64]
  /// The match keys of a lede given apart from the sentences.
  public var lede: [UInt64]
  /// Its sentences, in order.
  public var sentences: [SummarySentence]
  /// When it was published, ISO 8601.
  public var published: String?

  /// Makes a document.
  public init(
    title: [UInt64] = [], lede: [UInt64] = [], sentences: [SummarySentence],
    published: String? = nil
  ) {
    self.title = title
    self.lede = lede
    self.sentences = sentences
    self.published = published
  }
}

/// How long a summary may be.
public enum SummaryBudget: Hashable, Codable, Sendable {
  /// At most so many sentences.
  case sentences(Int)
  /// At most so many tokens between white space (syllables, in Vietnamese).
  case words(Int)
}

/// How a summary is made.
public struct SummarizationOptions: Hashable, Codable, Sendable {
  /// The method's name. Default: `blend`.
  public var method = "blend"
  /// The length. Default: five sentences.
  public var budget = SummaryBudget.sentences(5)
  /// Whether sentences of the lede may be chosen. Default: false; it counts as evidence only.
  public var takesLede = false
  /// How much a candidate loses for what is already said, 0 to 1. Default: 0.6.
  public var redundancyPenalty = 0.6

  /// The defaults.
  public init() {}
}

/// Sentences that are chosen together: one, or those that share a quotation.
struct SummaryUnit: Sendable {
  let document: Int
  /// Indices into the document's sentences.
  let sentences: Range<Int>
  /// Its place among the units of its document, counted from 0.
  let position: Int
  let keys: [UInt64]
  let words: Int
  let entities: Int
  let figures: Int
}

/// All units of a set of documents.
struct SummaryUnits: Sendable {
  let documents: [SummaryDocument]
  let stopWords: Set<UInt64>
  private(set) var all: [SummaryUnit] = []

  init(_ documents: [SummaryDocument], takesLede: Bool, stopWords: Set<UInt64>) {
    self.documents = documents
    self.stopWords = stopWords
    for (index, document) in documents.enumerated() {
      let hasBody = document.sentences.contains { !$0.isLede }
      var start = 0
      var position = 0
      while start < document.sentences.count {
        var end = start + 1
        while end < document.sentences.count, document.sentences[end].startsInsideQuotation {
          end += 1
        }
        let part = document.sentences[start..<end]
        if takesLede || !hasBody || part.contains(where: { !$0.isLede }) {
          all.append(Self.unit(index, start..<end, position, part))
          position += 1
        }
        start = end
      }
    }
  }

  private static func unit(
    _ document: Int, _ range: Range<Int>, _ position: Int, _ part: ArraySlice<SummarySentence>
  ) -> SummaryUnit {
    SummaryUnit(
      document: document, sentences: range, position: position, keys: part.flatMap(\.keys),
      words: part.reduce(0) { $0 + $1.words }, entities: part.reduce(0) { $0 + $1.entities },
      figures: part.reduce(0) { $0 + $1.figures })
  }

  /// The keys of a unit that carry a topic.
  func content(_ unit: SummaryUnit) -> [UInt64] { unit.keys.filter { !stopWords.contains($0) } }
}
