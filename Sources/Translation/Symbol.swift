import Terminology

/// A category of the grammar, as a small integer.
typealias Symbol = Int

/// The names of all categories, in the order they were met.
struct SymbolTable: Sendable {
  private(set) var names: [String] = []
  private var numbers: [String: Symbol] = [:]

  /// The number of a name, made when it is new.
  mutating func number(_ name: String) -> Symbol {
    if let number = numbers[name] { return number }
    numbers[name] = names.count
    names.append(name)
    return names.count - 1
  }

  /// The number of a name that may not exist.
  func find(_ name: String) -> Symbol? { numbers[name] }
}

/// What is known of a word beyond its tag; a rule asks for it in brackets, as in `PN[place]`.
struct WordClass: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  static let place = WordClass(rawValue: 1 << 0)
  static let country = WordClass(rawValue: 1 << 1)
  static let person = WordClass(rawValue: 1 << 2)
  static let organization = WordClass(rawValue: 1 << 3)
  static let honorific = WordClass(rawValue: 1 << 4)
  static let mass = WordClass(rawValue: 1 << 5)
  static let plural = WordClass(rawValue: 1 << 6)
  static let intransitive = WordClass(rawValue: 1 << 7)
  static let prepositional = WordClass(rawValue: 1 << 8)
  static let unit = WordClass(rawValue: 1 << 9)
  static let time = WordClass(rawValue: 1 << 10)
  static let infinitive = WordClass(rawValue: 1 << 11)
  static let gerund = WordClass(rawValue: 1 << 12)
  static let clause = WordClass(rawValue: 1 << 13)
  static let adjectival = WordClass(rawValue: 1 << 14)
  static let money = WordClass(rawValue: 1 << 15)
  static let percent = WordClass(rawValue: 1 << 16)
  static let capital = WordClass(rawValue: 1 << 17)
  static let transitive = WordClass(rawValue: 1 << 18)
  static let human = WordClass(rawValue: 1 << 19)
  static let ordinal = WordClass(rawValue: 1 << 20)
  static let short = WordClass(rawValue: 1 << 21)
  static let weekday = WordClass(rawValue: 1 << 22)
  static let long = WordClass(rawValue: 1 << 23)

  static let name = WordClass(rawValue: 1 << 24)
  static let head = WordClass(rawValue: 1 << 25)

  /// A verb that gives something to someone.
  static let dative = WordClass(rawValue: 1 << 26)
  /// A verb with an adjective: become.
  static let link = WordClass(rawValue: 1 << 27)
  /// A person's age.
  static let age = WordClass(rawValue: 1 << 28)

  /// What the table of frames may say of a word of a tag.
  static func frames(of tag: WordTag) -> WordClass {
    if tag.isNominal { return [.infinitive, .gerund, .clause, .time, .head] }
    return tag == .preposition ? .transitive : [.dative, .link]
  }

  /// What a verb with an object has.
  static let takesObject: WordClass = [.transitive, .prepositional, .clause, .gerund]

  /// The classes by the names that the grammar uses.
  static let byName: [String: WordClass] = [
    "place": .place, "country": .country, "person": .person, "org": .organization,
    "honorific": .honorific, "head": .head, "mass": .mass, "plural": .plural,
    "none": .intransitive,
    "prep": .prepositional, "unit": .unit, "time": .time, "to": .infinitive, "ing": .gerund,
    "that": .clause, "adj": .adjectival, "money": .money, "percent": .percent,
    "capital": .capital, "obj": .transitive, "human": .human, "ordinal": .ordinal,
    "short": .short, "weekday": .weekday, "long": .long,
    "name": .name, "dat": .dative, "link": .link, "age": .age,
  ]
}
