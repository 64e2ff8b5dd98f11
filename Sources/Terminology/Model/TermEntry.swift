/// Where a rendering holds: the evidence that must be found around the word.
public struct TermCondition: Hashable, Codable, Sendable {
  /// ISO 3166 codes of the country that the phrase belongs to; empty means any.
  public var countries: [String] = []
  /// Words of which one must follow, in lower case; empty means any.
  public var next: [String] = []
  /// Words of which one must stand before, in lower case; empty means any.
  public var previous: [String] = []
  /// The subject the article must have; nil means any.
  public var domain: String?

  /// A condition that always holds.
  public init() {}

  /// Whether nothing is asked.
  public var isEmpty: Bool {
    countries.isEmpty && next.isEmpty && previous.isEmpty && domain == nil
  }
}

/// An English rendering that must not be used (any more), why, and what to use.
public struct AvoidedRendering: Hashable, Codable, Sendable {
  /// The rendering.
  public let text: String
  /// The reason; empty when none is given.
  public let reason: String
  /// What to write for it; empty for the rendering of the entry.
  public let replacement: String

  /// Makes an avoided rendering.
  public init(text: String, reason: String, replacement: String = "") {
    self.text = text
    self.reason = reason
    self.replacement = replacement
  }
}

/// When the capitals of a term matter for finding it.
public enum CaseRule: String, Hashable, Codable, Sendable, CaseIterable {
  /// As the tag says: capitals matter for names and acronyms.
  case byTag = ""
  /// The capitals of the headword must stand in the text.
  case exact
  /// Capitals never matter.
  case any
}

/// One sense of a Vietnamese term with its English: a row of a glossary.
///
/// A concept is the rows with one headword and tag; its rows are its senses, in order of preference. A
/// sense has one preferred rendering (`en`), admitted ones (`also`), superseded ones (`former`) and
/// forbidden ones (`avoid`).
public struct TermEntry: Hashable, Codable, Sendable {
  /// Where an entry comes from: a glossary file and line, or CLDR.
  public struct Origin: Hashable, Codable, Sendable {
    /// The glossary's name, such as `diplomacy`, or `CLDR`.
    public let glossary: String
    /// The line, counted from 1; 0 for CLDR.
    public let line: Int

    /// Makes an origin.
    public init(glossary: String, line: Int) {
      self.glossary = glossary
      self.line = line
    }
  }

  /// The headword: NFC, lower case unless it is a name.
  public var vi = ""
  /// Other spellings, acronyms and transliterations of the same thing.
  public var variants: [String] = []
  /// The part of speech.
  public var tag = WordTag.noun
  /// The English rendering to print.
  public var en = ""
  /// Other renderings that are right.
  public var also: [String] = []
  /// Renderings that are wrong: forbidden, each with its reason and replacement.
  public var avoid: [AvoidedRendering] = []
  /// Renderings that were right once: superseded, each with its reason and replacement.
  public var former: [AvoidedRendering] = []
  /// The short form after a country adjective, such as `Foreign Ministry`.
  public var attributive = ""
  /// The English adjective of a place, such as `Russian`.
  public var adjective = ""
  /// The kind of thing, such as `country`; empty when it does not matter.
  public var type = ""
  /// `mass`, `plural` or `group`; empty for nouns that are counted.
  public var number = ""
  /// Irregular forms, as `pl=…,past=…,pp=…`.
  public var forms = ""
  /// What a verb takes: `that`, `to`, `objto`, `ing`, `none` or a preposition; empty for an object.
  public var frame = ""
  /// When this sense holds.
  public var condition = TermCondition()
  /// The first day on which the rendering holds, ISO 8601; empty for always.
  public var validFrom = ""
  /// The last day on which it holds; empty for always.
  public var validUntil = ""
  /// How common the word is, 1 (among the 1,000 most frequent of the press) to 5; 0 when unknown.
  public var band = 0
  /// The subject.
  public var domain = ""
  /// `approved` or `draft`.
  public var status = ""
  /// A remark for the editor.
  public var note = ""
  /// The level of language, such as `formal` or `press`; empty when it does not matter.
  public var register = ""
  /// Where the rendering was found or decided.
  public var source = ""
  /// A Vietnamese sentence with the term.
  public var example = ""
  /// Whether the term stays as it is in English text.
  public var isKept = false
  /// When capitals matter for finding the term. Default: by the tag.
  public var caseRule = CaseRule.byTag
  /// Headwords to look at: the full form of an acronym, the successor of a body.
  public var see: [String] = []
  /// Who wrote or last changed the row.
  public var editor = ""
  /// The day of the last change, ISO 8601.
  public var edited = ""
  /// Where the entry comes from.
  public var origin = Origin(glossary: "", line: 0)

  /// An empty entry.
  public init() {}

  /// A stable name for reports: the glossary, headword and rendering.
  public var name: String { "\(origin.glossary):\(vi)=\(en)" }

  /// Whether the rendering holds on a day given in ISO 8601; always when the day is unknown.
  public func isValid(on day: String?) -> Bool {
    guard let day else { return validUntil.isEmpty }
    if !validFrom.isEmpty, day < validFrom { return false }
    return validUntil.isEmpty || day.prefix(validUntil.count) <= validUntil
  }
}
