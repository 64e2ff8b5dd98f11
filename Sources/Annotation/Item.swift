import Terminology
import TextModel

/// Something found in a sentence: a run of tokens with its senses or its value.
struct Item: Sendable {
  enum Content: Sendable {
    /// A term with its senses, best first.
    case term([TermEntry])
    /// A name that no glossary has.
    case name(AnnotationKind)
    /// A date, time or figure.
    case value
    /// Several items rendered as one.
    case phrase
  }

  var tokens: Range<Int>
  var content: Content
  var target: String
  var kind: AnnotationKind
  var origin: String
  var evidence: String?
  var value: String?
  var isInferred = false
  /// Senses that nothing in the text decides between.
  var open: [String] = []
  /// What the item is as part of a larger phrase.
  var role = PhraseRole.other
  /// The sense chosen, for terms.
  var entry: TermEntry?
  /// ISO code of a country.
  var country: String?
}

/// What an item can be in a composed phrase.
enum PhraseRole: Sendable {
  case country, place, title, organization, organizationNoun, noun, adjective, person, number, other
}
