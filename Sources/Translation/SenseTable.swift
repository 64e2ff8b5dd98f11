import Annotation
import Synchronization
import Terminology
import TextModel
import Vietnamese

/// What the lattice asks of a glossary entry, read when it is first met and then kept.
final class SenseTable: Sendable {
  /// One entry, without its texts.
  struct Sense: Sendable {
    let tag: UInt8
    let classes: WordClass
    let band: Int8
    /// Whether a condition or period must be asked.
    let isConditional: Bool
  }

  /// A condition with its words as keys.
  struct Condition: Sendable {
    let countries: [String]
    let next: [NeighbourPhrase]
    let previous: [NeighbourPhrase]
    let domain: String?
    let validFrom: String
    let validUntil: String
  }

  private struct Known {
    var senses: [Sense?]
    var conditions: [Int32: Condition] = [:]
  }

  private let reader: LatticeReader
  private let frameOf: [String: WordClass]
  private let forms: EnglishForms
  private let known: Mutex<Known>

  /// Takes the entries of an index; `frames` gives nouns and prepositions what may follow them, `forms`
  /// which nouns are people.
  init(reader: LatticeReader, frames: DataTable, forms: EnglishForms) {
    var frameOf: [String: WordClass] = [:]
    for row in frames.rows {
      frameOf[row["vi"], default: []].formUnion(WordClass.byName[row["frame"]] ?? [])
    }
    self.reader = reader
    self.frameOf = frameOf
    self.forms = forms
    known = Mutex(Known(senses: Array(repeating: nil, count: reader.entryCount)))
  }

  /// The entry with a number.
  subscript(entry: Int32) -> Sense {
    known.withLock { known in
      if let sense = known.senses[Int(entry)] { return sense }
      let (sense, condition) = read(reader.entry(entry))
      known.senses[Int(entry)] = sense
      known.conditions[entry] = condition
      return sense
    }
  }

  /// The condition of an entry that has been asked for.
  func condition(_ entry: Int32) -> Condition? {
    known.withLock { $0.conditions[entry] }
  }

  private func read(_ entry: TermEntry) -> (Sense, Condition?) {
    var classes = Self.classes(of: entry)
    if entry.tag.isNominal, forms.isHuman(entry.en) { classes.insert(.human) }
    if let more = frameOf[entry.vi] {
      classes.formUnion(more.intersection(WordClass.frames(of: entry.tag)))
    }
    let hasPeriod = !entry.validFrom.isEmpty || !entry.validUntil.isEmpty
    let isConditional = hasPeriod || !entry.condition.isEmpty
    let sense = Sense(
      tag: UInt8(tag(of: entry)), classes: classes, band: Int8(clamping: entry.band),
      isConditional: isConditional)
    guard isConditional else { return (sense, nil) }
    return (
      sense,
      Condition(
        countries: entry.condition.countries, next: entry.condition.next.map(reader.neighbour),
        previous: entry.condition.previous.map(reader.neighbour),
        domain: entry.condition.domain, validFrom: entry.validFrom, validUntil: entry.validUntil)
    )
  }

  /// The tag, made finer for verbs by what the entry says they take.
  private func tag(of entry: TermEntry) -> Int {
    var tag = entry.tag
    if tag == .verb, !entry.frame.isEmpty {
      let frames = entry.frame.split(separator: "|")
      if frames.contains("that") {
        tag = .reportingVerb
      } else if frames.contains("to") {
        tag = .verbWithInfinitive
      } else if frames.contains("objto") {
        tag = .verbWithObjectAndInfinitive
      }
    }
    if tag == .adverb, forms.isPrepositional(entry.en) { return Tags.adverbialPhrase }
    return Tags.numbers[tag] ?? 0
  }

  private static let organizations: Set<String> = [
    "org", "party", "ministry", "court", "agency", "media", "company", "bank", "team", "body",
  ]
  private static let places: Set<String> = [
    "country", "place", "city", "province", "region", "river", "sea", "island",
  ]

  private static func classes(of entry: TermEntry) -> WordClass {
    var classes: WordClass = []
    if places.contains(entry.type) { classes.insert(.place) }
    if entry.type == "country" { classes.insert(.country) }
    if entry.type == "person" { classes.insert(.person) }
    if organizations.contains(entry.type) { classes.insert(.organization) }
    if !entry.adjective.isEmpty { classes.insert(.adjectival) }
    if entry.tag == .title, entry.en.hasSuffix(".") { classes.insert(.honorific) }
    if entry.tag == .massNoun || entry.number == "mass" { classes.insert(.mass) }
    if entry.number == "plural" { classes.insert(.plural) }
    if entry.type == "unit" || entry.type == "currency" { classes.insert(.unit) }
    if entry.en.hasPrefix("for the "), entry.en.hasSuffix(" time") { classes.insert(.ordinal) }
    if entry.type == "time" { classes.insert(.time) }
    if entry.type == "weekday" || entry.type == "month" { classes.insert(.weekday) }
    classes.insert(entry.vi.utf8.contains(0x20) ? .long : .short)
    if entry.vi.first?.isUppercase == true { classes.insert(.capital) }
    switch entry.tag {
    case .verb, .reportingVerb, .verbWithInfinitive, .verbWithObjectAndInfinitive:
      classes.formUnion(frame(entry.frame))
    default: break
    }
    return classes
  }

  private static func frame(_ frame: String) -> WordClass {
    if frame.isEmpty { return .transitive }
    var classes: WordClass = []
    for part in frame.split(separator: "|") {
      switch part {
      case "none": classes.insert(.intransitive)
      case "obj", "objto": classes.insert(.transitive)
      case "that": classes.formUnion([.clause, .transitive])
      case "to": classes.insert(.infinitive)
      case "ing": classes.formUnion([.gerund, .transitive])
      default: classes.insert(.prepositional)
      }
    }
    return classes
  }
}
