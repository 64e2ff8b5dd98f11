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

/// A sentence in English, with the engine that made it, how far it may be trusted, and what a check of
/// it against the Vietnamese found.
///
/// Law: every span lies inside the sentence, and where an engine tells its words, the words joined give
/// the text but for spaces.
public struct TranslatedSentence: Hashable, Codable, Sendable {
  /// The English.
  public let text: String
  /// The engine, such as `gist` or `memory`.
  public let engine: String
  /// From 0 to 1; nil for an engine that says nothing of it.
  public let confidence: Double?
  /// How many phrases no rule bridged.
  public let joints: Int
  /// The words in English order; empty for an engine that does not tell where they come from.
  public let words: [TranslatedWord]
  /// What does not agree with the Vietnamese.
  public let flags: [Finding]
  /// The sentence of the translation memory that is the same or most like it.
  public let match: MemoryMatch?

  /// Makes a sentence.
  public init(
    text: String, engine: String, confidence: Double?, joints: Int = 0,
    words: [TranslatedWord] = [], flags: [Finding] = [], match: MemoryMatch? = nil
  ) {
    self.text = text
    self.engine = engine
    self.confidence = confidence
    self.joints = joints
    self.words = words
    self.flags = flags
    self.match = match
  }

  private enum Key: CodingKey { case text, engine, confidence, joints, words, flags, match }

  /// Reads a sentence; those of older versions have neither flags nor match.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    text = try values.decode(String.self, forKey: .text)
    engine = try values.decode(String.self, forKey: .engine)
    confidence = try values.decodeIfPresent(Double.self, forKey: .confidence)
    joints = try values.decode(Int.self, forKey: .joints)
    words = try values.decode([TranslatedWord].self, forKey: .words)
    flags = try values.decodeIfPresent([Finding].self, forKey: .flags) ?? []
    match = try values.decodeIfPresent(MemoryMatch.self, forKey: .match)
  }

  /// Writes a sentence; flags only where there are some.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(text, forKey: .text)
    try values.encode(engine, forKey: .engine)
    try values.encodeIfPresent(confidence, forKey: .confidence)
    try values.encode(joints, forKey: .joints)
    try values.encode(words, forKey: .words)
    if !flags.isEmpty { try values.encode(flags, forKey: .flags) }
    try values.encodeIfPresent(match, forKey: .match)
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
      }, flags: flags, match: match)
  }

  /// The same sentence with what a check found, and with a match of the memory.
  public func with(flags: [Finding], match: MemoryMatch?) -> TranslatedSentence {
    TranslatedSentence(
      text: text, engine: engine, confidence: confidence, joints: joints, words: words,
      flags: flags, match: match)
  }

  /// The Vietnamese words that stayed, in order, each once.
  public var unknown: [String] {
    var seen: Set<String> = []
    return words.filter(\.isUnknown).map(\.text).filter { seen.insert($0).inserted }
  }
}
