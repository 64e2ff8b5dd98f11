import TextModel

/// A sentence as a summarizer sees it: its syllables as numbers, and what stands in it.
public struct SummarySentence: Hashable, Sendable {
  /// Its number in the document, counted from 1; 0 for a lede that is given apart.
  public var ordinal: Int
  /// The match keys of its syllables and numbers, in order.
  public var keys: [UInt64]
  /// Its length in tokens between white space, as budgets count.
  public var words: Int
  /// Its length in runs of letters or digits.
  public var syllables: Int
  /// Its length in characters, spaces between words included.
  public var characters: Int
  /// Whether it stands in the lede.
  public var isLede: Bool
  /// Whether it begins inside a quotation that an earlier sentence opened.
  public var startsInsideQuotation: Bool
  /// Words at its start that point back to the sentence before, such as a connective; nil for none.
  public var pointsBack: String?
  /// Whether it cannot be understood without the sentence before.
  public var needsAntecedent: Bool
  /// Names and terms in it.
  public var entities: Int
  /// Figures and dates in it.
  public var figures: Int
  /// Why it is no sentence of the article, such as a bare caption; nil when it is one.
  public var furniture: String?

  /// Makes a sentence; syllables and characters are taken from the keys and words when not given.
  public init(
    ordinal: Int, keys: [UInt64], words: Int, syllables: Int? = nil, characters: Int? = nil,
    isLede: Bool = false, startsInsideQuotation: Bool = false, pointsBack: String? = nil,
    needsAntecedent: Bool? = nil,
    entities: Int = 0, figures: Int = 0, furniture: String? = nil
  ) {
    self.ordinal = ordinal
    self.keys = keys
    self.words = words
    self.syllables = syllables ?? keys.count
    self.characters = characters ?? words * 5
    self.isLede = isLede
    self.startsInsideQuotation = startsInsideQuotation
    self.pointsBack = pointsBack
    self.needsAntecedent = needsAntecedent ?? (pointsBack != nil)
    self.entities = entities
    self.figures = figures
    self.furniture = furniture
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

  /// Whether it has a sentence outside the lede.
  var hasBody: Bool { sentences.contains { !$0.isLede && $0.furniture == nil } }
}
