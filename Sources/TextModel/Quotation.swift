/// Words that a text puts in quotation marks, with who said them.
///
/// Law: the span's bytes are `text`, byte for byte; quotations of one depth are disjoint.
public struct Quotation: Hashable, Codable, Sendable {
  /// The words inside the marks, in the text that was annotated.
  public let span: TextSpan
  /// The words as they stand there.
  public let text: String
  /// The full name of the speaker, or the body's English; nil when the text names none.
  public let speaker: String?
  /// How the text names the speaker there, such as `ông`.
  public let mention: String?
  /// The speaker's title in English; nil when the text gives none.
  public let title: String?
  /// The verb of saying in the text.
  public let verb: String?
  /// The same in English.
  public let verbTarget: String?
  /// How many quotations it stands inside; 0 for one that stands in none.
  public let depth: Int
  /// Whether the closing mark was found.
  public let isClosed: Bool
  /// Why this speaker, in words; nil without a speaker.
  public let evidence: String?

  /// Makes a quotation.
  public init(
    span: TextSpan, text: String, speaker: String? = nil, mention: String? = nil,
    title: String? = nil, verb: String? = nil, verbTarget: String? = nil, depth: Int = 0,
    isClosed: Bool = true, evidence: String? = nil
  ) {
    self.span = span
    self.text = text
    self.speaker = speaker
    self.mention = mention
    self.title = title
    self.verb = verb
    self.verbTarget = verbTarget
    self.depth = depth
    self.isClosed = isClosed
    self.evidence = evidence
  }
}

/// A person that a text names.
public struct Person: Hashable, Codable, Sendable {
  /// The full name.
  public let name: String
  /// Titles in English, in the order of their first mention.
  public let titles: [String]
  /// All mentions by name, ascending.
  public let mentions: [TextSpan]

  /// Makes a person.
  public init(name: String, titles: [String], mentions: [TextSpan]) {
    self.name = name
    self.titles = titles
    self.mentions = mentions
  }
}

/// A finding about a span of a text.
public struct TextFinding: Hashable, Codable, Sendable {
  /// Where it stands.
  public let span: TextSpan
  /// What is the matter; its place is empty.
  public let finding: Finding

  /// Makes a finding.
  public init(span: TextSpan, _ finding: Finding) {
    self.span = span
    self.finding = finding
  }
}
