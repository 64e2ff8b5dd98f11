public import TextModel

/// A part of speech of Universal Dependencies.
///
/// Source: https://universaldependencies.org/u/pos/, version 2.
public enum UniversalTag: String, Hashable, Codable, Sendable, CaseIterable {
  case adjective = "ADJ"
  case adposition = "ADP"
  case adverb = "ADV"
  case auxiliary = "AUX"
  case coordinator = "CCONJ"
  case determiner = "DET"
  case interjection = "INTJ"
  case noun = "NOUN"
  case numeral = "NUM"
  case particle = "PART"
  case pronoun = "PRON"
  case properNoun = "PROPN"
  case punctuation = "PUNCT"
  case subordinator = "SCONJ"
  case symbol = "SYM"
  case verb = "VERB"
  case other = "X"
}

/// A word with its part of speech.
public struct TaggedWord: Hashable, Sendable {
  /// Where it stands.
  public let span: TextSpan
  /// Its part of speech.
  public let tag: UniversalTag
}
