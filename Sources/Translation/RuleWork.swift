import Terminology
import TextModel

/// Writes the English side of one rule of a derivation.
struct RuleWork {
  private let generator: Generator
  private let node: Int
  private let request: EnglishRequest
  private let children: [Int]
  private let parts: [EnglishPart]
  /// The first child that inherits what the phrase above asks for.
  private let firstHead: Int
  private var done: [EnglishPhrase?]
  /// Whether `former` and the like move to the front: former US president.
  private var frontsHead = false

  init(generator: Generator, node: Int, request: EnglishRequest) {
    self.generator = generator
    self.node = node
    self.request = request
    children = generator.derivation.nodes[node].children
    parts = generator.grammar.rules[generator.derivation.nodes[node].rule].english
    firstHead =
      parts.lazy.compactMap { if case .child(let number, true, _) = $0 { number } else { nil } }
      .first ?? 0
    done = [EnglishPhrase?](repeating: nil, count: children.count)
  }

  /// The phrase. Children that others ask about are written first.
  consuming func phrase() -> EnglishPhrase {
    var work = self
    return work.write()
  }

  private mutating func write() -> EnglishPhrase {
    var result = EnglishPhrase()
    var words: [EnglishWord] = []
    var hasHead = false
    var isPlural = false
    for part in parts {
      switch part {
      case .child(let number, let isHead, _):
        var phrase = child(number)
        if isHead, frontsHead, let first = phrase.words.first,
          generator.forms.isFronted(first.text)
        {
          words.insert(first, at: 0)
          phrase.words.removeFirst()
        }
        words += phrase.words
        if isHead, !hasHead || parts.count == 1 {
          hasHead = true
          result = phrase
        } else if !hasHead {
          result = phrase
        }
      case .hidden: break
      case .verb(let lemma, let subject): words += verb(lemma, agreeingWith: subject)
      case .noun(let noun):
        let isMany = request.isPlural == true
        let text = isMany ? generator.forms.plural(noun, forms: "") : noun
        words.append(rule(request.isTitle ? EnglishText.titleCased(text) : text))
        result.isPlural = isMany
        result.pronoun = generator.forms.isHuman(noun) ? "they" : nil
        hasHead = true
      case .word(let text): words.append(rule(text))
      case .builtin(.plural, _): isPlural = true
      case .builtin(let builtin, let child): words += built(builtin, child)
      }
    }
    if isDefinite { result.isSuperlative = true }
    if let subject = subjectChild() {
      let phrase = child(subject)
      (result.pronoun, result.person) = (phrase.standIn, phrase.person)
      result.isPlural = phrase.isPlural
    }
    if hasHead,
      parts.contains(where: {
        if case .builtin(let kind, _) = $0 { kind.isDeterminer } else { false }
      })
    {
      result.determiner = nil
    }
    if isPlural {
      result.isPlural = true
      result.pronoun = nil
    }
    result.words = words
    return result
  }

  /// Whether the rule makes its head definite: the importance of something.
  private var isDefinite: Bool {
    parts.contains { part in
      guard case .child(_, true, let settings) = part else { return false }
      return settings.contains { $0.key == .def }
    }
  }

  /// The child that the head of a clause agrees with: the clause stands for it.
  private func subjectChild() -> Int? {
    for case .child(_, true, let settings) in parts {
      for setting in settings where setting.key == .subj {
        if case .child(let index) = setting.value { return index }
      }
    }
    return nil
  }

  /// A verb of the rule itself.
  private mutating func verb(_ lemma: String, agreeingWith child: Int) -> [EnglishWord] {
    var request = request
    if child >= 0 {
      let subject = self.child(child)
      request.subject = (subject.person, subject.isPlural)
    }
    return generator.verb(lemma, request, verbEdge(), node)
  }

  private func rule(_ text: String) -> EnglishWord {
    var word = EnglishWord(text: text, edge: -1, node: node)
    if text.hasPrefix("'") { word.isAttached = true }
    if text.hasPrefix("+") {
      word.isAttached = true
      word.text = String(text.dropFirst())
    }
    return word
  }

  /// The English of a child, written once.
  private mutating func child(_ index: Int) -> EnglishPhrase {
    if let phrase = done[index] { return phrase }
    var asked = EnglishRequest()
    asked.antecedent = request.antecedent
    var determiner: [EnglishWord]?
    for part in parts {
      switch part {
      case .child(index, let isHead, let settings):
        if isHead { asked = request }
        if index > 0, isHead, index != firstHead { asked.lead = [] }
        for setting in settings { apply(setting, to: &asked, &determiner) }
      case .hidden(index, let settings):
        for setting in settings { apply(setting, to: &asked, &determiner) }
      default: break
      }
    }
    var phrase = generator.phrase(children[index], asked)
    if let determiner { phrase.determiner = determiner + (phrase.determiner ?? []) }
    done[index] = phrase
    return phrase
  }

  private mutating func words(_ value: SettingValue) -> [EnglishWord] {
    switch value {
    case .child(let index): child(index).words
    case .text(let text): text.split(separator: "_").map { rule(String($0)) }
    }
  }

  private mutating func apply(
    _ setting: Setting, to asked: inout EnglishRequest, _ determiner: inout [EnglishWord]?
  ) {
    let text = if case .text(let text) = setting.value { text } else { "" }
    switch setting.key {
    case .form:
      asked.form = VerbForm(rawValue: text)
    case .tense: asked.tense = Tense(rawValue: text)
    case .perf: asked.isPerfect = true
    case .prog: asked.isProgressive = true
    case .passive: asked.isPassive = true
    case .conj: asked.isConjunct = true
    case .neg: asked.negation = words(setting.value)
    case .modal: asked.modal = words(setting.value)
    case .adv: asked.adverbs.append(words(setting.value))
    case .subj:
      if case .child(let index) = setting.value {
        let subject = child(index)
        asked.subject = (subject.person, subject.isPlural)
        asked.antecedent = subject.standIn
      } else if text == "own" {
        let form = generator.forms.pronouns[request.antecedent ?? "it"]
        asked.subject = (form?.person ?? 3, form?.isPlural ?? false)
      } else if text == "num" {
        asked.subject = (3, request.isPlural == true)
      } else {
        asked.subject = (3, text == "pl")
      }
    case .num: number(setting.value, text, &asked)
    case .det:
      if case .child(let index) = setting.value {
        determiner = (determiner ?? []) + child(index).words
      } else {
        determiner = (determiner ?? []) + (text == "none" ? [] : [rule(text)])
      }
    case .obj: asked.grammaticalCase = .object
    case .poss: asked.grammaticalCase = .possessive
    case .adj: asked.isAdjectival = true
    case .mod: asked.isModifier = true
    case .title: asked.isTitle = true
    case .comp: asked.isComparative = true
    case .sup: asked.isSuperlative = true
    case .art: asked.article = text
    case .bare, .name: asked.isBare = true
    case .rep: asked.isReported = true
    case .front: frontsHead = true
    case .gen: asked.isGeneric = request.article == nil && request.isPlural == nil
    case .agree: if request.subject?.isPlural == true { asked.isPlural = true }
    case .spec: asked.isGeneric = false
    case .def: break
    case .lead: asked.lead = words(setting.value)
    case .attr: asked.isAttributive = true
    case .fig: asked.isFigure = true
    case .ord: asked.isOrdinal = true
    case .ly: asked.isAdverbial = true
    case .of: if case .child(let index) = setting.value { asked.isOfMass = child(index).isMass }
    }
  }

  private mutating func number(
    _ value: SettingValue, _ text: String, _ asked: inout EnglishRequest
  ) {
    if case .child(let index) = value {
      asked.isPlural = child(index).isPlural
    } else {
      asked.isPlural = text == "pl"
    }
  }

  // MARK: Built-ins

  private mutating func built(_ builtin: Builtin, _ index: Int) -> [EnglishWord] {
    switch builtin {
    case .det: return determiner(child(index), own: false)
    case .indefinite: return indefinite(index)
    case .part:
      let own = determiner(child(index), own: true)
      return own.isEmpty ? [] : [rule("of")] + own
    case .own: return determiner(child(index), own: true)
    case .be: return verb("be", agreeingWith: index)
    case .prep, .frame:
      let entry = generator.entry(of: child(index).head)
      let frame = entry?.frame.split(separator: "|").first { !["none", "obj"].contains($0) }
      return frame.map { [rule($0 == "to-obj" ? "to" : String($0))] } ?? []
    case .time:
      return generator.forms.preposition(beforeTime: child(index).text).map { [rule($0)] } ?? []
    case .plural: return []
    case .subject:
      return [rule(index >= 0 ? child(index).standIn : request.antecedent ?? "it")]
    }
  }

  /// The edge that a verb of the rule stands for: the first word of its phrase, marks not counted.
  private func verbEdge() -> Int { firstWord(node) ?? -1 }

  private func firstWord(_ node: Int) -> Int? {
    let place = generator.derivation.nodes[node]
    guard place.edge >= 0 else { return place.children.lazy.compactMap(firstWord).first }
    return Tags.marks.contains(generator.lattice.edges[place.edge].tag) ? nil : place.edge
  }

  /// `a`; an owner by name moves behind the noun, and any other determiner stands alone.
  private mutating func indefinite(_ index: Int) -> [EnglishWord] {
    var phrase = child(index)
    guard var owner = phrase.determiner, let last = owner.indices.last else { return [rule("a")] }
    let text = owner[last].text
    guard text.hasSuffix("'s") || text.hasSuffix("'") else { return owner }
    owner[last].text = String(text.dropLast(text.hasSuffix("'s") ? 2 : 1))
    phrase.words += [rule("of")] + owner
    phrase.determiner = nil
    done[index] = phrase
    return [rule("a")]
  }

  private func determiner(_ phrase: EnglishPhrase, own: Bool) -> [EnglishWord] {
    if var words = phrase.determiner {
      if phrase.isPlural {
        for index in words.indices {
          words[index].text = generator.forms.pluralDemonstrative(words[index].text)
        }
      }
      return words
    }
    if own || request.isModifier || request.isBare { return [] }
    if phrase.isProper { return phrase.wantsArticle ? [rule("the")] : [] }
    if phrase.isSuperlative { return [rule("the")] }
    if let article = request.article {
      if article == "none" { return [] }
      return phrase.isPlural || phrase.isMass ? [] : [rule(article)]
    }
    if phrase.isPlural || phrase.isMass { return [] }
    return [rule("the")]
  }
}
