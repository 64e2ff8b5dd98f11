/// A sentence of a translation memory with its English.
///
/// Law: no white space stands at the ends or twice in a row, so the same sentence set differently is the
/// same unit. Texts are compared by canonical equivalence.
public struct MemoryUnit: Hashable, Codable, Sendable {
  /// The Vietnamese.
  public let vi: String
  /// The English.
  public let en: String
  /// Whether a person approved it; only then it is used.
  public let isApproved: Bool
  /// The file it came from; empty when not known.
  public let origin: String
  /// The day it was approved or taken in, ISO 8601, as the user gave it; empty when none was given.
  public let date: String
  /// What somebody wrote about it.
  public let note: String

  /// Makes a unit.
  public init(
    vi: String, en: String, isApproved: Bool, origin: String = "", date: String = "",
    note: String = ""
  ) {
    self.vi = Self.plain(vi)
    self.en = Self.plain(en)
    self.isApproved = isApproved
    self.origin = origin
    self.date = date
    self.note = note
  }

  /// The text with single spaces and none at its ends.
  public static func plain(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// What a translation memory has for a sentence.
public struct MemoryMatch: Hashable, Codable, Sendable {
  /// A piece of the difference between the sentence in the memory and this one.
  public struct Piece: Hashable, Codable, Sendable {
    /// Where the words stand.
    public enum Kind: String, Hashable, Codable, Sendable {
      /// In both sentences.
      case same
      /// Only in the memory's.
      case memory
      /// Only in this one.
      case sentence
    }

    /// Where the words stand.
    public let kind: Kind
    /// The words.
    public let text: String

    /// Makes a piece.
    public init(kind: Kind, text: String) {
      self.kind = kind
      self.text = text
    }
  }

  /// The Vietnamese in the memory.
  public let vi: String
  /// Its approved English.
  public let en: String
  /// From 0 to 1; 1 for the same sentence.
  public let similarity: Double
  /// Which words differ; empty when none do.
  public let difference: [Piece]
  /// The file it came from; empty when not known.
  public let origin: String
  /// The day it was approved; empty when not known.
  public let date: String

  /// Makes a match.
  public init(
    vi: String, en: String, similarity: Double, difference: [Piece], origin: String, date: String
  ) {
    self.vi = vi
    self.en = en
    self.similarity = similarity
    self.difference = difference
    self.origin = origin
    self.date = date
  }

  /// The difference in one line: `[-only in the memory-]`, `{+only here+}`, the same words as they are.
  public var differenceLine: String {
    difference.map { piece in
      switch piece.kind {
      case .same: piece.text
      case .memory: "[-\(piece.text)-]"
      case .sentence: "{+\(piece.text)+}"
      }
    }.joined(separator: " ")
  }
}
