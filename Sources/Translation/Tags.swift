import Terminology

/// The preterminals: what an edge of the lattice can be.
enum Tags {
  /// Tags of glossary entries, then those of values, unknown words, marks and the words of rules.
  static let all =
    WordTag.allCases.map(\.rawValue) + [
      "DATE", "QTY", "UNK", "PU", "COMMA", "OPEN", "CLOSE", "LIT", "RP", "QO", "QC",
    ]

  static func number(_ name: String) -> Int { all.firstIndex(of: name) ?? 0 }
  static let numbers: [WordTag: Int] = Dictionary(
    uniqueKeysWithValues: WordTag.allCases.enumerated().map { ($1, $0) })
  /// Tags of words that carry grammar, not content.
  static let function: Set<WordTag> = [
    .preposition, .coordinator, .tense, .passive, .genitive, .negation, .quantifier, .classifier,
    .nominalizer, .subordinator, .copula, .demonstrative,
  ]
  static func isFunction(_ number: Int) -> Bool {
    number < WordTag.allCases.count && function.contains(WordTag.allCases[number])
  }
  static let date = number("DATE")
  static let quantity = number("QTY")
  static let unknown = number("UNK")
  static let mark = number("PU")
  static let comma = number("COMMA")
  static let open = number("OPEN")
  static let close = number("CLOSE")
  static let quoteOpen = number("QO")
  static let quoteClose = number("QC")
  /// The tags of marks.
  static let marks: Set<Int> = [mark, comma, open, close, quoteOpen, quoteClose]
  /// Those that are printed as they touch their neighbours in the source.
  static let standAlone: Set<Int> = [mark, quoteOpen, quoteClose]
  static let literal = number("LIT")
  /// An adverb that is a prepositional phrase in English: between the two countries.
  static let adverbialPhrase = number("RP")
  static let name = number("PN")
  static let numeral = number("NUM")
  static let title = number("TT")
}
