import Annotation
import Terminology
import TextModel
import Vietnamese

/// Walks a derivation downwards and writes English.
///
/// Categories decide the order; everything else (number, case, tense, voice, articles) is asked for
/// from above as features, so that parsing needs none.
struct Generator {
  let grammar: Grammar
  let forms: EnglishForms
  let reader: LatticeReader
  let lattice: Lattice
  let derivation: Derivation
  let context: GistContext

  /// The English of the sentence, piece by piece: what a clause is about goes on to the next.
  func words() -> [EnglishWord] {
    var words: [EnglishWord] = []
    var topic: String?
    for root in derivation.roots {
      let piece = piece(root, topic: topic)
      words += piece.words
      if isClause(root) { topic = piece.standIn }
    }
    return words
  }

  /// The English of a piece of the sentence.
  /// - Parameter topic: the pronoun that stands for the subject of the clause before it.
  private func piece(_ root: Int, topic: String?) -> EnglishPhrase {
    var request = EnglishRequest()
    request.antecedent = topic
    return phrase(root, request)
  }

  /// Whether a piece is a clause or a noun phrase: what follows may be about it.
  private func isClause(_ root: Int) -> Bool {
    guard let child = derivation.nodes[root].children.first, derivation.nodes[child].rule >= 0
    else {
      return false
    }
    let name = grammar.symbols.names[grammar.rules[derivation.nodes[child].rule].result]
    return name == "S" || name == "NP"
  }

  func phrase(_ node: Int, _ request: EnglishRequest) -> EnglishPhrase {
    let place = derivation.nodes[node]
    if place.edge >= 0 { return leaf(node, lattice.edges[place.edge], place.edge, request) }
    return RuleWork(generator: self, node: node, request: request).phrase()
  }

  func entry(of edge: Int) -> TermEntry? {
    let number = edge < 0 ? -1 : lattice.edges[edge].entry
    return number < 0 ? nil : reader.entry(number)
  }

  /// The tense of a clause whose verb gives none: past in reports, present in quotations.
  func defaultTense(_ edge: Int) -> Tense {
    guard edge >= 0 else { return .past }
    return lattice.isQuoted[lattice.edges[edge].start] ? .pres : .past
  }

  // MARK: Words

  private func leaf(
    _ node: Int, _ edge: LatticeEdge, _ number: Int, _ request: EnglishRequest
  ) -> EnglishPhrase {
    var phrase = EnglishPhrase()
    phrase.head = number
    guard edge.entry >= 0 else {
      phrase.words = words(value(edge.text ?? "", request), number, node)
      phrase.isProper = edge.tag == Tags.name || edge.tag == Tags.unknown
      let first = phrase.words.first?.text ?? ""
      phrase.isPlural = !(first == "1" || edge.tag == Tags.name || edge.tag == Tags.date)
      if edge.tag == Tags.unknown { phrase.isPlural = false }
      // The sixth month: an ordinal makes its noun definite.
      if edge.classes.contains(.ordinal) { phrase.isSuperlative = true }
      if edge.tag == Tags.name { phrase.pronoun = pronoun(ofName: edge) ?? "they" }
      if request.grammaticalCase == .possessive { possess(&phrase) }
      return phrase
    }
    let entry = reader.entry(edge.entry)
    switch entry.tag {
    case .noun, .massNoun, .title: noun(entry, request, number, node, &phrase)
    case .properName: name(entry, request, number, node, &phrase)
    case .pronoun: pronoun(entry, request, number, node, &phrase)
    case .verb, .reportingVerb, .verbWithInfinitive, .verbWithObjectAndInfinitive:
      phrase.words = verb(entry.en, request, number, node, irregular: entry.forms)
    case .adjective, .adverb: adjective(entry, request, number, node, &phrase)
    default:
      var text = request.isOfMass ? forms.ofMass(entry.en) : entry.en
      if request.isOrdinal {
        text = forms.ordinal(text)
        phrase.isSuperlative = true
      }
      phrase.words = words(text, number, node)
      phrase.isPlural = entry.tag == .numeral && entry.en != "one"
    }
    return phrase
  }

  /// A date, figure or name as the phrase above asks for it.
  private func value(_ text: String, _ request: EnglishRequest) -> String {
    if request.isOrdinal { return forms.ordinal(text) }
    if request.isAttributive { return forms.attributive(text) }
    for ending in [" years old", " year old"] where request.isFigure && text.hasSuffix(ending) {
      return String(text.dropLast(ending.count))
    }
    return text
  }

  /// The pronoun of someone whose name has a courtesy title, here or in a sentence before.
  private func pronoun(ofName name: LatticeEdge) -> String? {
    let title = lattice.edges.first { $0.end == name.start && $0.classes.contains(.honorific) }
    return title.flatMap { forms.pronoun(forHonorific: reader.entry($0.entry).en) }
      ?? context.pronoun(lattice.tokens[name.end - 1].key)
  }

  func words(_ text: String, _ edge: Int, _ node: Int) -> [EnglishWord] {
    text.split(separator: " ").map { EnglishWord(text: String($0), edge: edge, node: node) }
  }

  /// - Parameter irregular: the forms that the verb's row gives.
  func verb(
    _ lemma: String, _ request: EnglishRequest, _ edge: Int, _ node: Int, irregular: String = ""
  ) -> [EnglishWord] {
    let forms = irregular.isEmpty ? forms : forms.adding(EnglishFormList(irregular), of: lemma)
    return VerbGroup(
      forms: forms, request: request, defaultTense: defaultTense(edge), edge: edge, node: node
    ).words(lemma: lemma)
  }

  private func noun(
    _ entry: TermEntry, _ request: EnglishRequest, _ edge: Int, _ node: Int,
    _ phrase: inout EnglishPhrase
  ) {
    phrase.isMass = entry.tag == .massNoun || entry.number == "mass"
    phrase.isPlural = entry.number == "plural"
    var text = entry.en
    let isPlural = request.isPlural ?? (request.isGeneric && forms.isGroup(text))
    if isPlural, !phrase.isMass, !phrase.isPlural, !request.isModifier {
      text = forms.plural(text, forms: entry.forms)
      phrase.isPlural = true
    }
    if request.isTitle, !forms.isSmallTitle(text) {
      text = EnglishText.titleCased(text, lowering: forms.isFronted)
    }
    phrase.words = words(text, edge, node)
    phrase.isProper =
      text.first?.isUppercase == true && (entry.tag == .title || request.isTitle)
    if entry.tag == .title || forms.isHuman(entry.en), !phrase.isPlural { phrase.pronoun = "they" }
  }

  private func name(
    _ entry: TermEntry, _ request: EnglishRequest, _ edge: Int, _ node: Int,
    _ phrase: inout EnglishPhrase
  ) {
    var text = forms.shortName(entry.en)
    if let acronym = lattice.edges[edge].text, acronym == Self.initials(entry.en) { text = acronym }
    if request.isAdjectival, !entry.adjective.isEmpty {
      text = entry.adjective
    } else if request.isBare, !entry.attributive.isEmpty {
      text = entry.attributive
    }
    phrase.words = words(text, edge, node)
    phrase.isProper = true
    phrase.isPlural = entry.number == "plural"
    phrase.pronoun = pronoun(ofName: lattice.edges[edge])
    if phrase.pronoun == nil, entry.type == "person" { phrase.pronoun = "they" }
    phrase.wantsArticle = entry.note.hasPrefix("takes the") || Self.isBody(entry, text)
    if request.grammaticalCase == .possessive { possess(&phrase) }
  }

  private func possess(_ phrase: inout EnglishPhrase) {
    guard let last = phrase.words.indices.last, !phrase.words[last].text.hasSuffix("'s") else {
      return
    }
    if phrase.wantsArticle {
      let first = phrase.words[0]
      phrase.words.insert(EnglishWord(text: "the", edge: first.edge, node: first.node), at: 0)
      phrase.words[last + 1].text += phrase.words[last + 1].text.hasSuffix("s") ? "'" : "'s"
      return
    }
    phrase.words[last].text += phrase.words[last].text.hasSuffix("s") ? "'" : "'s"
  }

  /// `International Court of Justice` → `ICJ`.
  private static func initials(_ name: String) -> String {
    String(
      name.split { $0 == " " || $0 == "-" }.compactMap {
        $0.first?.isUppercase == true ? $0.first : nil
      })
  }

  /// Bodies with common nouns in their names take the article: the Ministry of Health.
  private static func isBody(_ entry: TermEntry, _ text: String) -> Bool {
    if text.contains("'s ") { return false }
    switch entry.type {
    case "ministry", "court", "agency", "body", "treaty": return text.contains(" ")
    case "org" where text.count < 4 && text == text.uppercased(): return true
    case "org", "party":
      return text.contains(" of ") || text.contains(" Party") || text.contains(" Union")
    default: return false
    }
  }

  private func pronoun(
    _ entry: TermEntry, _ request: EnglishRequest, _ edge: Int, _ node: Int,
    _ phrase: inout EnglishPhrase
  ) {
    var text = entry.en
    if text == "oneself", let subject = request.antecedent {
      text = request.grammaticalCase == .possessive ? subject : forms.reflexive(subject)
    }
    if let form = forms.pronouns[text] {
      phrase.pronoun = text
      phrase.person = form.person
      phrase.isPlural = form.isPlural
      switch request.grammaticalCase {
      case .subject: break
      case .object: text = form.object
      case .possessive: text = form.possessive
      }
    } else if request.grammaticalCase == .possessive {
      text += text.hasSuffix("s") ? "'" : "'s"
    }
    phrase.words = words(text, edge, node)
    phrase.isProper = true
  }

  private func adjective(
    _ entry: TermEntry, _ request: EnglishRequest, _ edge: Int, _ node: Int,
    _ phrase: inout EnglishPhrase
  ) {
    var text = entry.en
    if request.isAdverbial { text = forms.adverb(text) ?? text }
    if request.isComparative { text = forms.comparative(text) }
    if request.isSuperlative {
      text = forms.superlative(text)
      phrase.isSuperlative = true
    }
    if forms.isDefinite(text) { phrase.isSuperlative = true }
    phrase.words = words(text, edge, node)
  }
}
