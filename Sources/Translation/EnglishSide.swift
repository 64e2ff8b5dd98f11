/// One part of the English side of a rule, in English order.
enum EnglishPart: Sendable {
  /// The English of a child; a head inherits what the phrase above asks for.
  case child(Int, isHead: Bool, [Setting])
  /// A child that is not printed here, with what it is asked for when another part uses it.
  case hidden(Int, [Setting])
  /// A verb of the rule itself, by its lemma, with all that the verb phrase asks for; the child that it
  /// agrees with, -1 for the subject that the phrase above names.
  case verb(String, Int)
  /// A noun of the rule itself, by its singular.
  case noun(String)
  /// A word of the rule itself.
  case word(String)
  /// Something the generator makes: an article, a copula, a preposition.
  case builtin(Builtin, Int)
}

/// What the generator makes of itself.
enum Builtin: String, Sendable, CaseIterable {
  /// The determiner of the next noun phrase: its own, or an article.
  case det
  /// The indefinite article; what owns the noun moves behind it: a spokesperson of the White House.
  case indefinite = "a"
  /// *of* and the determiner that the phrase brings itself: several of his friends.
  case part
  /// Only a determiner that the phrase brings itself.
  case own
  /// Whether it stands in front of a noun phrase.
  var isDeterminer: Bool { [.det, .own, .part, .indefinite].contains(self) }
  /// The preposition that the verb of a child takes.
  case prep
  /// The preposition that a time takes: on, in, at.
  case time
  /// A form of *be* with all that the verb phrase asks for.
  case be
  /// Marks the phrase as plural.
  case plural
  /// The pronoun that stands for the subject of the clause.
  case subject = "subj"
  /// `to` before a name of a country, `of` elsewhere, as the noun's frame says.
  case frame
}

/// Forms of a verb.
enum VerbForm: String, Sendable {
  case finite = "fin"
  case base, ing, pp, to
}

/// Tenses that words of the sentence ask for.
enum Tense: String, Sendable {
  case past, pres, fut
}

/// Where a setting's value comes from.
enum SettingValue: Sendable, Equatable {
  case text(String)
  case child(Int)
}

/// A feature that a rule hands to a child.
struct Setting: Sendable {
  enum Key: String, Sendable, CaseIterable {
    case form, tense, perf, prog, passive, neg, modal, adv, subj, num, det, obj, poss, adj, mod
    case title, comp, sup, art, conj, bare, name, rep, front
    case attr, fig, ord, ly, of, lead, gen, spec, def, agree
  }
  let key: Key
  let value: SettingValue
}

/// What is wrong with a rule.
struct RuleProblem: Error {
  let message: String
}

extension EnglishPart {
  /// Reads the English side of a rule with a number of children.
  static func parse(_ text: String, children: Int) throws(RuleProblem) -> [EnglishPart] {
    var parts: [EnglishPart] = []
    for token in text.split(separator: " ").map(String.init) {
      parts.append(try part(token, children: children))
    }
    if asksItself(parts) {
      throw RuleProblem(message: "features of two children in '\(text)' ask for each other")
    }
    let head = parts.lazy.compactMap { part -> Int? in
      if case .child(let number, true, _) = part { number } else { nil }
    }.first
    return parts.map { part in
      if case .builtin(let kind, -1) = part, kind != .be, kind != .subject {
        .builtin(kind, head ?? 0)
      } else {
        part
      }
    }
  }

  /// Whether a child must be written before itself.
  private static func asksItself(_ parts: [EnglishPart]) -> Bool {
    var needs: [Int: [Int]] = [:]
    for part in parts {
      let (child, settings): (Int, [Setting]) =
        switch part {
        case .child(let number, _, let settings), .hidden(let number, let settings):
          (number, settings)
        default: (-1, [])
        }
      for setting in settings {
        if case .child(let other) = setting.value { needs[child, default: []].append(other) }
      }
    }
    return needs.keys.contains { start in
      var open = needs[start] ?? []
      var seen: Set<Int> = []
      while let next = open.popLast() {
        if next == start { return true }
        if seen.insert(next).inserted { open += needs[next] ?? [] }
      }
      return false
    }
  }

  private static func part(_ token: String, children: Int) throws(RuleProblem) -> EnglishPart {
    if token.hasPrefix("'") { return .word(String(token.dropFirst())) }
    if token.hasPrefix("%v:") {
      let pieces = token.dropFirst(3).split(separator: ":").map(String.init)
      let lemma = (pieces.first ?? "").split(separator: "_").joined(separator: " ")
      return .verb(lemma, pieces.count > 1 ? try number(pieces[1], children) : -1)
    }
    if token.hasPrefix("%n:") { return .noun(String(token.dropFirst(3))) }
    if token.hasPrefix("%") {
      let pieces = token.dropFirst().split(separator: ":").map(String.init)
      guard let name = pieces.first, let builtin = Builtin(rawValue: name) else {
        let known = Builtin.allCases.map(\.rawValue).joined(separator: ", %")
        throw RuleProblem(message: "'\(token)' is no built-in; there are %\(known)")
      }
      return .builtin(builtin, pieces.count > 1 ? try number(pieces[1], children) : -1)
    }
    var rest = token[...]
    let isHidden = rest.first == "~"
    if isHidden { rest = rest.dropFirst() }
    let digits = rest.prefix { $0.isNumber }
    let child = try number(String(digits), children)
    rest = rest.dropFirst(digits.count)
    let isHead = rest.first == "*"
    if isHead { rest = rest.dropFirst() }
    guard rest.isEmpty || rest.first == "{" && rest.last == "}" else {
      throw RuleProblem(message: "'\(token)' is not a child, 'word, %built-in or {features}")
    }
    var settings: [Setting] = []
    for pair in rest.dropFirst().dropLast().split(separator: ",") {
      settings.append(try setting(String(pair), children: children))
    }
    return isHidden ? .hidden(child, settings) : .child(child, isHead: isHead, settings)
  }

  private static func number(_ text: String, _ children: Int) throws(RuleProblem) -> Int {
    guard let number = Int(text), (1...max(1, children)).contains(number) else {
      throw RuleProblem(message: "'\(text)' is no number of a child; there are 1 to \(children)")
    }
    return number - 1
  }

  private static func setting(_ pair: String, children: Int) throws(RuleProblem) -> Setting {
    let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
    guard let key = sides.first.flatMap({ Setting.Key(rawValue: $0) }) else {
      let known = Setting.Key.allCases.map(\.rawValue).joined(separator: ", ")
      throw RuleProblem(message: "'\(pair)' is no feature; there are \(known)")
    }
    guard sides.count == 2 else { return Setting(key: key, value: .text("yes")) }
    if let child = Int(sides[1]) {
      return Setting(key: key, value: .child(try number("\(child)", children)))
    }
    return Setting(key: key, value: .text(sides[1]))
  }
}
