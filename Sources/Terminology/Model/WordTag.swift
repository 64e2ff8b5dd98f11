/// The part a word plays in a phrase. docs/reference/glossary-format.md explains each with examples.
public enum WordTag: String, Hashable, Codable, Sendable, CaseIterable {
  case noun = "N"
  case massNoun = "M"
  case properName = "PN"
  case pronoun = "PR"
  case quantifier = "D"
  case numeral = "NUM"
  case classifier = "CL"
  case demonstrative = "DP"
  case adjective = "A"
  case adverb = "R"
  case sentenceAdverb = "RS"
  case verb = "V"
  case reportingVerb = "VR"
  case verbWithInfinitive = "VC"
  case verbWithObjectAndInfinitive = "VO"
  case modal = "VM"
  case tense = "T"
  case negation = "NEG"
  case passive = "PAS"
  case copula = "BE"
  case preposition = "P"
  case coordinator = "C"
  case subordinator = "SC"
  case genitive = "GEN"
  case nominalizer = "VIEC"
  case superlative = "SUP"
  case comparative = "CMP"
  case title = "TT"
  case time = "TI"
  case particle = "PT"
  case interjection = "IJ"
  case phrase = "PH"

  /// Whether words of this kind carry content: names, nouns, verbs, adjectives.
  public var isContent: Bool {
    switch self {
    case .noun, .massNoun, .properName, .adjective, .verb, .reportingVerb, .verbWithInfinitive,
      .verbWithObjectAndInfinitive, .title:
      true
    default: false
    }
  }

  /// Whether it is a kind of noun.
  public var isNominal: Bool { self == .noun || self == .massNoun || self == .title }
}
