import Terminology
import TextModel
package import Vietnamese

/// What the senses of a term may be: a quick answer before they are looked at one by one.
struct TermTraits: OptionSet, Sendable {
  let rawValue: UInt8

  /// Several kinds of noun, verb and adjective.
  static let mixed = Self(rawValue: 1)
  static let country = Self(rawValue: 2)
  static let genitive = Self(rawValue: 4)
  static let preposition = Self(rawValue: 8)
}

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
  let countries: [String]
  let next: [NeighbourPhrase]
  let previous: [NeighbourPhrase]
  let domain: String?

  init(_ condition: TermCondition, tokenizer: Tokenizer) {
    countries = condition.countries
    next = condition.next.map { NeighbourPhrase($0, tokenizer: tokenizer) }
    previous = condition.previous.map { NeighbourPhrase($0, tokenizer: tokenizer) }
    domain = condition.domain
  }
}

/// Words that a condition asks for beside a term; `#` stands for a number in digits.
package struct NeighbourPhrase: Sendable {
  /// As the glossary writes it.
  let text: String
  /// The keys of its words; nil for a number.
  private let keys: [MatchKey?]

  init(_ text: String, tokenizer: Tokenizer) {
    let bytes = Array(text.utf8)
    self.text = text
    keys = tokenizer.tokens(bytes).map { bytes[$0.start] == UInt8(ascii: "#") ? nil : $0.key }
  }

  /// Whether the words begin at a token.
  package func begins(at start: Int, of tokens: [Token]) -> Bool {
    guard start >= 0, start + keys.count <= tokens.count else { return false }
    return keys.indices.allSatisfy { offset in
      let token = tokens[start + offset]
      return keys[offset].map { $0 == token.key } ?? (token.kind == .number)
    }
  }

  /// Whether the words end before a token.
  package func ends(at end: Int, of tokens: [Token]) -> Bool {
    begins(at: end - keys.count, of: tokens)
  }
}
