/// What an annotation is.
public enum AnnotationKind: String, Hashable, Codable, Sendable, CaseIterable {
  case term, title, person, organization, place, date, time, number, money, percent, measure
}

/// English for a span of the Vietnamese text, with where it comes from.
public struct Annotation: Hashable, Codable, Sendable {
  /// Where the Vietnamese stands, in the text that was annotated.
  public let span: TextSpan
  /// The Vietnamese as it stands there.
  public let surface: String
  /// The English rendering.
  public let target: String
  /// What it is.
  public let kind: AnnotationKind
  /// The glossary entry, rule or CLDR code that gave the rendering.
  public let origin: String
  /// Why this sense, in words; nil when there is only one.
  public let evidence: String?
  /// The value for dates (ISO 8601) and figures (a plain number, with unit or currency code).
  public let value: String?
  /// Whether a part of the value was inferred and does not stand in the text, such as a year.
  public let isInferred: Bool
  /// The full name that a shorter mention stands for; nil when it is the full name itself.
  public let refersTo: String?
  /// Which mention of a person or organization it is; nil for others.
  public let mention: Mention?
  /// The full English name of that person or organization; nil for others.
  public let fullName: String?
  /// A short English name for later mentions; nil where there is none.
  public let shortName: String?

  /// Makes an annotation.
  public init(
    span: TextSpan, surface: String, target: String, kind: AnnotationKind, origin: String,
    evidence: String? = nil, value: String? = nil, isInferred: Bool = false,
    refersTo: String? = nil, mention: Mention? = nil, fullName: String? = nil,
    shortName: String? = nil
  ) {
    self.span = span
    self.surface = surface
    self.target = target
    self.kind = kind
    self.origin = origin
    self.evidence = evidence
    self.value = value
    self.isInferred = isInferred
    self.refersTo = refersTo
    self.mention = mention
    self.fullName = fullName
    self.shortName = shortName
  }

  /// The same at another place of another text, such as its sentence.
  public func moved(to span: TextSpan) -> Annotation {
    Annotation(
      span: span, surface: surface, target: target, kind: kind, origin: origin,
      evidence: evidence, value: value, isInferred: isInferred, refersTo: refersTo,
      mention: mention, fullName: fullName, shortName: shortName)
  }

  /// The same with what is known of its name.
  package func named(
    _ mention: Mention, full: String, short: String?, refersTo: String?
  ) -> Annotation {
    Annotation(
      span: span, surface: surface, target: target, kind: kind, origin: origin,
      evidence: evidence, value: value, isInferred: isInferred, refersTo: refersTo,
      mention: mention, fullName: full, shortName: short)
  }
}

/// A sense that the evidence could not decide.
public struct Ambiguity: Hashable, Codable, Sendable {
  /// Where the Vietnamese stands.
  public let span: TextSpan
  /// The Vietnamese as it stands there.
  public let surface: String
  /// The renderings that remain.
  public let renderings: [String]

  /// Makes an ambiguity.
  public init(span: TextSpan, surface: String, renderings: [String]) {
    self.span = span
    self.surface = surface
    self.renderings = renderings
  }
}

/// A text with its annotations.
///
/// Law: annotations are ascending and disjoint, and each surface is the text of its span.
public struct AnnotatedText: Hashable, Codable, Sendable {
  /// What was found.
  public let annotations: [Annotation]
  /// Senses left open.
  public let ambiguities: [Ambiguity]
  /// Content words that no glossary knows, in the order they stand.
  public let unknowns: [TextSpan]
  /// Every word and phrase with its first English sense, function words too: the word-by-word gloss.
  public let glosses: [Annotation]
  /// What stands in quotation marks, with who said it.
  public let quotations: [Quotation]
  /// The persons named, in the order of their first mention.
  public let persons: [Person]
  /// What a reader must be told: impossible dates, contradictions, names that look alike.
  public let findings: [TextFinding]

  /// Makes an annotated text.
  public init(
    annotations: [Annotation], ambiguities: [Ambiguity] = [], unknowns: [TextSpan] = [],
    glosses: [Annotation] = [], quotations: [Quotation] = [], persons: [Person] = [],
    findings: [TextFinding] = []
  ) {
    self.annotations = annotations
    self.ambiguities = ambiguities
    self.unknowns = unknowns
    self.glosses = glosses
    self.quotations = quotations
    self.persons = persons
    self.findings = findings
  }
}
