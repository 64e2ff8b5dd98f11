import Terminology
import TextModel

/// Something found in a sentence: a run of tokens with its senses or its value.
struct Item: Sendable {
  enum Content: Sendable {
    /// A term, its senses not yet weighed.
    case term(TermIndex.Hit)
    /// A name that no glossary has.
    case name(AnnotationKind)
    /// A date, time or figure.
    case value
    /// A date that is counted from another.
    case counted(DateShift)
    /// Several items rendered as one.
    case phrase
  }

  /// What is wrong with what stands there.
  final class Problem: Sendable {
    let code: String
    let message: String
    let fix: String

    init(code: String, message: String, fix: String) {
      self.code = code
      self.message = message
      self.fix = fix
    }
  }

  var tokens: Range<Int>
  var content: Content
  var target: String
  var kind: AnnotationKind
  /// The rule that made it; empty for a term, which is named by its entry.
  var origin: String
  var evidence: String?
  var value: String?
  var isInferred = false
  /// Senses that nothing in the text decides between.
  var open: [String] = []
  /// The full name that a short one stands for.
  var refersTo: String?
  /// What a reader must be told; an item with a problem and no English is not annotated.
  var problem: Problem?
  /// What the item is as part of a larger phrase.
  var role = PhraseRole.other
  /// The index of the sense chosen, for terms; −1 for others.
  var entry: Int32 = -1
  /// The index of a country's code, −1 when it is none.
  var country: Int16 = -1
}

/// What an item can be in a composed phrase.
enum PhraseRole: Sendable {
  case country, place, title, organization, organizationNoun, noun, adjective, person, number
  /// A classifier, plural word or nominalizer: a noun follows.
  case counter
  /// A preposition.
  case preposition
  case other

  /// The kind and role of a term, by its type and tag.
  static func kind(type: String, tag: WordTag) -> (AnnotationKind, PhraseRole) {
    if type.isEmpty { return kind(tag) }
    switch type {
    case "country": return (.place, .country)
    case "place", "city", "province", "region", "river", "sea", "island": return (.place, .place)
    case "person": return (.person, .person)
    case "org", "party", "ministry", "court", "agency", "media", "company", "bank", "team", "body":
      return (.organization, tag == .properName ? .organization : .organizationNoun)
    default: return kind(tag)
    }
  }

  private static func kind(_ tag: WordTag) -> (AnnotationKind, PhraseRole) {
    switch tag {
    case .title: return (.title, .title)
    case .noun, .massNoun: return (.term, .noun)
    case .adjective: return (.term, .adjective)
    case .classifier, .quantifier, .nominalizer, .numeral: return (.term, .counter)
    case .preposition: return (.term, .preposition)
    default: return (.term, .other)
    }
  }
}
