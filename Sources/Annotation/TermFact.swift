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
  let country: Int16
  /// The index of the conditions, −1 when it has none.
  let condition: Int32
  let isPerson: Bool
  let isBody: Bool
  let isVocabulary: Bool
  let hasPeriod: Bool
  /// `Mr.` and the like stand before a name only.
  let needsName: Bool

  var isName: Bool { tag == .properName }

  private static let bodies: Set<String> = [
    "country", "ministry", "org", "body", "agency", "court", "party",
  ]

  init(
    _ entry: TermEntry, section: Int, country: Int16, condition: Int32, isVocabulary: Bool
  ) {
    tag = entry.tag
    (kind, role) = PhraseRole.kind(of: entry)
    var cost =
      switch entry.tag {
      case .classifier, .quantifier, .nominalizer: 0.6
      case .preposition, .coordinator, .tense, .passive, .genitive, .negation: 0.85
      default: 1.0
      }
    cost += 0.03 * Double(max(0, Int(Int8(clamping: entry.band)) - 1))
    self.cost = cost
    costAlone = entry.tag.isContent && entry.tag != .properName ? cost + 0.05 : cost
    self.section = Int32(section)
    self.country = country
    self.condition = condition
    isPerson = entry.type == "person"
    isBody = !entry.type.isEmpty && Self.bodies.contains(entry.type)
    self.isVocabulary = isVocabulary
    hasPeriod = !entry.validFrom.isEmpty || !entry.validUntil.isEmpty
    needsName = entry.tag == .title && entry.en.utf8.last == UInt8(ascii: ".")
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
