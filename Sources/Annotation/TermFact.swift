import Terminology
import TextModel
import Vietnamese

/// What matching asks of an entry, kept apart from the entry, which is costly to copy.
struct TermFact: Sendable {
  let tag: WordTag
  let kind: AnnotationKind
  let role: PhraseRole
  /// What the word costs on a path, before its place in the sentence counts.
  let cost: Double
  /// The same where the word has one syllable.
  let costAlone: Double
  /// The index of the glossary.
  let section: Int32
  /// The index of the country's code, −1 when it is no country.
  var country: Int16 = -1
  /// The index of the conditions, −1 when it has none.
  var condition: Int32 = -1
  let isPerson: Bool
  let isBody: Bool
  let isVocabulary: Bool
  var hasPeriod = false
  /// `Mr.` and the like stand before a name only.
  let needsName: Bool

  var isName: Bool { tag == .properName }

  private static let bodies: Set<String> = [
    "country", "ministry", "org", "body", "agency", "court", "party",
  ]

  /// - Parameters:
  ///   - type: the kind of thing; empty when the row has none.
  ///   - isShortTitle: whether the English ends with a full stop.
  init(
    _ head: TermHead, type: String, isShortTitle: Bool, section: Int, isVocabulary: Bool
  ) {
    tag = head.tag
    (kind, role) = PhraseRole.kind(type: type, tag: head.tag)
    var cost =
      switch head.tag {
      case .classifier, .quantifier, .nominalizer: 0.6
      case .preposition, .coordinator, .tense, .passive, .genitive, .negation: 0.85
      default: 1.0
      }
    cost += 0.03 * Double(max(0, Int(head.band) - 1))
    self.cost = cost
    costAlone = head.tag.isContent && head.tag != .properName ? cost + 0.05 : cost
    self.section = Int32(section)
    isPerson = type == "person"
    isBody = !type.isEmpty && Self.bodies.contains(type)
    self.isVocabulary = isVocabulary
    needsName = head.tag == .title && isShortTitle
  }
}

/// The conditions of an entry with the keys of their words.
struct TermContext: Sendable {
  /// A phrase as the glossary writes it, with its keys.
  struct Phrase: Sendable {
    let text: String
    let keys: [MatchKey]
  }

  let countries: [String]
  let next: [Phrase]
  let previous: [Phrase]
  let domain: String?

  init(_ condition: TermCondition, tokenizer: Tokenizer) {
    func phrase(_ text: String) -> Phrase {
      Phrase(text: text, keys: tokenizer.tokens(Array(text.utf8)).map(\.key))
    }
    countries = condition.countries
    next = condition.next.map(phrase)
    previous = condition.previous.map(phrase)
    domain = condition.domain
  }
}
