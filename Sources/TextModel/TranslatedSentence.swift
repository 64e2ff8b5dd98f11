/// A word of a translation with where it comes from.
public struct TranslatedWord: Hashable, Codable, Sendable {
  /// The English as printed.
  public let text: String
  /// The Vietnamese it renders, in bytes of the text; nil for a word that a rule put in.
  public let span: TextSpan?
  /// The glossary entry, or what else gave it: `date`, `figure`, `name`, `unknown`, `rule`.
  public let entry: String
  /// The rules around it, innermost first.
  public let rules: [String]
  /// Other English that the glossaries have for the same Vietnamese here.
  public let alternatives: [String]

  /// Makes a word.
  public init(
    text: String, span: TextSpan?, entry: String, rules: [String], alternatives: [String]
  ) {
    self.text = text
    self.span = span
    self.entry = entry
    self.rules = rules
    self.alternatives = alternatives
  }

  /// Whether it was left in Vietnamese because no glossary has it.
  public var isUnknown: Bool { entry == "unknown" }
}

/// A sentence in English, with the engine that made it and how far it may be trusted.
///
/// Law: every span lies inside the sentence, and the words joined give the text but for spaces.
public struct TranslatedSentence: Hashable, Codable, Sendable {
  /// The English.
  public let text: String
  /// The engine, such as `gist`.
  public let engine: String
  /// From 0 to 1: the share of known words, less for each joint between phrases that no rule bridged.
  public let confidence: Double
  /// How many phrases no rule bridged.
  public let joints: Int
  /// The words in English order.
  public let words: [TranslatedWord]

  /// Makes a sentence.
  public init(
    text: String, engine: String, confidence: Double, joints: Int, words: [TranslatedWord]
  ) {
    self.text = text
    self.engine = engine
    self.confidence = confidence
    self.joints = joints
    self.words = words
  }

  /// The same sentence with spans counted from the start of a span.
  public func relative(to span: TextSpan) -> TranslatedSentence {
    TranslatedSentence(
      text: text, engine: engine, confidence: confidence, joints: joints,
      words: words.map { word in
        TranslatedWord(
          text: word.text,
          span: word.span.map { TextSpan($0.start - span.start, $0.end - span.start) },
          entry: word.entry, rules: word.rules, alternatives: word.alternatives)
      })
  }

  /// The Vietnamese words that stayed, in order, each once.
  public var unknown: [String] {
    var seen: Set<String> = []
    return words.filter(\.isUnknown).map(\.text).filter { seen.insert($0).inserted }
  }
}
