public import TextModel

extension Brief {
  /// Words that the article puts in quotation marks, with who says them. Never altered, never translated.
  public struct Quote: Hashable, Codable, Sendable {
    /// The words between the marks.
    public let vi: String
    /// The full name of the speaker, or the body's English; nil when the text names none.
    public let speaker: String?
    /// How the text names the speaker there, such as `ông`.
    public let mention: String?
    /// The speaker's title in English.
    public let title: String?
    /// The verb of saying in the text.
    public let verb: String?
    /// The same in English.
    public let verbTarget: String?
    /// Why this speaker, in words.
    public let evidence: String?
    /// The numbers of the sentences it stands in.
    public let sentences: [Int]
    /// Where it stands in the normalized text, in bytes.
    public let span: TextSpan
    /// The bytes of the source it came from.
    public let source: SourceSpan
    /// Whether these words stand in the source as they stand here: false where the text was repaired.
    public let isVerbatim: Bool
    /// How many quotations it stands inside; 0 for one that stands in none.
    public let depth: Int
    /// Whether its closing mark was found.
    public let isClosed: Bool

    /// Takes a quotation of the annotated text.
    public init(
      _ quotation: Quotation, sentences: [Int], source: SourceSpan, isVerbatim: Bool
    ) {
      vi = quotation.text
      speaker = quotation.speaker
      mention = quotation.mention
      title = quotation.title
      verb = quotation.verb
      verbTarget = quotation.verbTarget
      evidence = quotation.evidence
      self.sentences = sentences
      span = quotation.span
      self.source = source
      self.isVerbatim = isVerbatim
      depth = quotation.depth
      isClosed = quotation.isClosed
    }

    /// One line about it: speaker, verb, sentences, and whether the words are the source's.
    var attribution: String {
      var parts = [
        speaker.map { name in title.map { "\(name), \($0)" } ?? name } ?? "no speaker named"
      ]
      if let verb { parts.append(verbTarget.map { "\(verb) (\($0))" } ?? verb) }
      let numbers = sentences.map(String.init).joined(separator: ", ")
      if !numbers.isEmpty { parts.append("sentence\(sentences.count == 1 ? "" : "s") \(numbers)") }
      if depth > 0 { parts.append("inside another quotation") }
      if !isClosed { parts.append("no closing mark") }
      parts.append(isVerbatim ? "verbatim" : "repaired, so not as in the source")
      return parts.joined(separator: "; ")
    }
  }
}

extension KeyedDecodingContainer {
  /// The quotations of a brief; none in a brief of a version that did not list them.
  func decode(_ type: [Brief.Quote].Type, forKey key: Key) throws -> [Brief.Quote] {
    try decodeIfPresent(type, forKey: key) ?? []
  }
}
