/// One piece of English with where it comes from.
struct EnglishWord: Sendable {
  var text: String
  /// The edge of the lattice, -1 for a word of a rule.
  let edge: Int
  /// The node of the derivation.
  let node: Int
  /// No space before it.
  var isAttached = false
  /// A mark after which a sentence begins: the next word gets a capital.
  var opensSentence = false
}

/// English for a phrase, with what the phrase around it must know.
struct EnglishPhrase: Sendable {
  var words: [EnglishWord] = []
  var isPlural = false
  var isMass = false
  var isProper = false
  var wantsArticle = false
  var isSuperlative = false
  var person = 3
  /// A determiner that the noun phrase must place in front.
  var determiner: [EnglishWord]?
  /// The pronoun that stands for it: he, she, they; nil where number alone decides.
  var pronoun: String?
  /// The edge of the head word, for its frame.
  var head = -1

  /// The pronoun that stands for it.
  var standIn: String { pronoun ?? (isPlural ? "they" : "it") }

  /// The text without regard to punctuation.
  var text: String { words.map(\.text).joined(separator: " ") }
}

/// What a phrase is asked for by the phrase around it.
struct EnglishRequest: Sendable {
  enum Case: Sendable { case subject, object, possessive }

  var form: VerbForm?
  var tense: Tense?
  var isPerfect = false
  var isProgressive = false
  var isPassive = false
  var isConjunct = false
  var negation: [EnglishWord] = []
  var modal: [EnglishWord] = []
  var adverbs: [[EnglishWord]] = []
  var subject: (person: Int, isPlural: Bool)?
  var isPlural: Bool?
  var grammaticalCase = Case.subject
  var isAdjectival = false
  var isModifier = false
  var isTitle = false
  var isComparative = false
  var isSuperlative = false
  var isBare = false
  /// Inside what someone said: *will* becomes *would*.
  var isReported = false
  var article: String?
  /// The pronoun that stands for the subject of the clause.
  var antecedent: String?
  /// A noun without any word that counts or points.
  var isGeneric = false
  /// Marks right before the main verb.
  var lead: [EnglishWord] = []
  /// A measure before its noun: 20-year-old.
  var isAttributive = false
  /// Only the figure of a measure.
  var isFigure = false
  /// A number that orders: 89th.
  var isOrdinal = false
  /// An adjective as an adverb.
  var isAdverbial = false
  /// A quantity of what has no plural: much, not many.
  var isOfMass = false
}
