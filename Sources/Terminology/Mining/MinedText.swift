public import TextModel

/// A word of an article, as term mining sees it.
public struct MinedWord: Hashable, Sendable {
  /// The word as it stands in the text.
  public let text: String
  /// Its match keys: one for each syllable.
  public let key: [UInt64]
  /// What it may be in a term.
  public let role: Role
  /// Whether it begins with a capital.
  public let isCapitalized: Bool
  /// Where it stands, in bytes of the article's text.
  public let span: TextSpan

  /// What a word may be in a term.
  public enum Role: Hashable, Sendable {
    /// A word that carries content, or one that nobody knows.
    case content
    /// A word of grammar, a number: ends a term.
    case grammar
    /// A punctuation mark.
    case mark
  }

  /// Makes a word.
  public init(text: String, key: [UInt64], role: Role, isCapitalized: Bool, span: TextSpan) {
    self.text = text
    self.key = key
    self.role = role
    self.isCapitalized = isCapitalized
    self.span = span
  }
}

/// A sentence of an article, cut into words.
public struct MinedSentence: Sendable {
  /// The number of the article, counted from 0.
  public let document: Int
  /// The sentence.
  public let text: String
  /// Its words, in order.
  public let words: [MinedWord]

  /// Makes a sentence.
  public init(document: Int, text: String, words: [MinedWord]) {
    self.document = document
    self.text = text
    self.words = words
  }
}

/// A term that might be added.
public struct TermCandidate: Hashable, Codable, Sendable {
  /// How it was found.
  public enum Kind: String, Hashable, Codable, Sendable { case term, name, acronym }

  /// How it was found.
  public let kind: Kind
  /// The term, as it stands first.
  public let vi: String
  /// The full form, for an acronym; else empty.
  public let full: String
  /// How often it stands in the articles.
  public let count: Int
  /// In how many articles.
  public let documents: Int
  /// C-value: its count, less what longer candidates account for, times its length.
  public let cValue: Double
  /// Log-likelihood against general text; positive when it is commoner here.
  public let keyness: Double
  /// The first sentences with it.
  public let contexts: [String]
}
