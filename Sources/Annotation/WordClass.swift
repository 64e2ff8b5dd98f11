import Terminology
public import TextModel

/// The part of speech of a word in its sentence, as far as it chooses between senses.
public enum WordClass: String, Hashable, Sendable {
  case noun, verb, adjective
}

/// A word of a sentence with its part of speech.
public struct ClassedWord: Sendable {
  /// Where it stands, in bytes of the text.
  public let span: TextSpan
  /// Its part of speech; nil for one that chooses between no senses.
  public let wordClass: WordClass?

  /// Makes a word.
  public init(span: TextSpan, wordClass: WordClass?) {
    self.span = span
    self.wordClass = wordClass
  }
}

/// Reads the parts of speech of a sentence: the bytes of a text and a range of them in, its words out.
public typealias WordClassifier = @Sendable ([UInt8], Range<Int>) -> [ClassedWord]

extension WordTag {
  /// The part of speech that a sense of this tag has in a sentence; nil for names and function words, which
  /// are not chosen by it.
  var openClass: WordClass? {
    switch self {
    case .noun, .massNoun, .title: .noun
    case .verb, .reportingVerb, .verbWithInfinitive, .verbWithObjectAndInfinitive: .verb
    case .adjective: .adjective
    default: nil
    }
  }
}

/// The parts of speech of one sentence, asked for where a sense depends on them.
struct SentenceClasses {
  private var words: [ClassedWord] = []

  /// Reads a sentence.
  init(_ classifier: WordClassifier?, _ bytes: [UInt8], _ range: Range<Int>) {
    words = classifier?(bytes, range) ?? []
  }

  /// The part of speech of the word that stands at exactly these bytes; nil when the words are cut
  /// otherwise.
  subscript(span: TextSpan) -> WordClass? {
    let index = words.partitioningIndex { $0.span.start >= span.start }
    guard index < words.count, words[index].span == span else { return nil }
    return words[index].wordClass
  }
}
