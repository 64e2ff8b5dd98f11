import Terminology
import TextModel

/// Forms of English words: irregular ones from a table, the others by rule.
///
/// Source: Quirk et al., *A Comprehensive Grammar of the English Language*, 3.2–3.20, 5.73–5.103,
/// 7.74–7.82.
struct EnglishForms: Sendable {
  /// A personal pronoun.
  struct Pronoun: Sendable {
    let object: String
    let possessive: String
    let person: Int
    let isPlural: Bool
  }

  private var verbs: [String: (past: String, pp: String)] = [:]
  private var nouns: [String: String] = [:]
  private var adjectives: [String: (comparative: String, superlative: String)] = [:]
  private var doubled: Set<String> = []
  private(set) var pronouns: [String: Pronoun] = [:]
  /// True modals with their past.
  private(set) var modals: [String: String] = [:]
  /// What stands for a modal in forms that it does not have: *can* → *be able to*.
  private(set) var nonfiniteModals: [String: String] = [:]
  private var fronted: Set<String> = []
  private var small: Set<String> = []
  private var definite: Set<String> = []
  private var shortNames: [String: String] = [:]
  private var plurals: [String: String] = [:]
  private var articleExceptions: [String: String] = [:]
  private var massQuantifiers: [String: String] = [:]
  private var ordinals: [String: String] = [:]
  private var adverbs: [String: String] = [:]
  private var reflexives: [String: String] = [:]
  private var honorifics: [String: String] = [:]
  private var humans: Set<String> = []
  private var groups: Set<String> = []
  private var prepositions: Set<String> = []
  /// What the words of dates and times are: `part` of a day, `period`, `bare` of a preposition.
  private(set) var timeWords: [String: String] = [:]

  /// Reads the table: columns kind, base, a, b, c.
  init(_ table: DataTable) {
    for row in table.rows {
      let (base, a, b, c) = (row["base"], row["a"], row["b"], row["c"])
      switch row["kind"] {
      case "verb": verbs[base] = (a, b.isEmpty ? a : b)
      case "noun": nouns[base] = a
      case "adjective": adjectives[base] = (a, b)
      case "double": doubled.insert(base)
      case "pronoun":
        pronouns[base] = Pronoun(
          object: a, possessive: b, person: Int(c.prefix(1)) ?? 3, isPlural: c.hasSuffix("p"))
      case "modal": modals[base] = a
      case "nonfinite": nonfiniteModals[base] = a
      case "front": fronted.insert(base)
      case "small": small.insert(base)
      case "definite": definite.insert(base)
      case "short": shortNames[base] = a
      case "demonstrative": plurals[base] = a
      case "article": articleExceptions[base] = a
      case "mass": massQuantifiers[base] = a
      case "ordinal": ordinals[base] = a
      case "adverb": adverbs[base] = a
      case "reflexive": reflexives[base] = a
      case "honorific": honorifics[base] = a
      case "group": groups.insert(base)
      case "human": humans.insert(base)
      case "preposition": prepositions.insert(base)
      case "time": timeWords[base] = a
      default: break
      }
    }
  }

  /// `this` → `these`.
  func pluralDemonstrative(_ word: String) -> String { plurals[word] ?? word }

  /// Whether an adjective stands before a country: former US president.
  func isFronted(_ word: String) -> Bool { fronted.contains(word.lowercased()) }

  /// Whether a title keeps its small letter before a name: spokesperson Ned Price.
  func isSmallTitle(_ title: String) -> Bool {
    title.split(separator: " ").last.map { small.contains(String($0)) } ?? false
  }

  /// Whether an adjective makes its noun definite: the only way.
  func isDefinite(_ word: String) -> Bool { definite.contains(word) }

  /// The name that running text uses: US for United States.
  func shortName(_ name: String) -> String { shortNames[name] ?? name }

  /// `many` → `much`, of what has no plural.
  func ofMass(_ quantifier: String) -> String { massQuantifiers[quantifier] ?? quantifier }

  /// The pronoun for someone with a courtesy title: `Mr.` → `he`.
  func pronoun(forHonorific title: String) -> String? { honorifics[title] }

  /// `he` → `himself`.
  func reflexive(_ pronoun: String) -> String { reflexives[pronoun] ?? "itself" }

  /// Whether a noun phrase means a person, by its last word.
  func isHuman(_ noun: String) -> Bool {
    noun.split(separator: " ").last.map { humans.contains(String($0)) } ?? false
  }

  /// Whether a noun that nothing counts or points at stands in the plural: voters, not the voter.
  func isGroup(_ noun: String) -> Bool {
    noun.split(separator: " ").last.map { groups.contains(String($0)) } ?? false
  }

  /// Whether an English text is a preposition and what follows it: `in the past`.
  func isPrepositional(_ english: String) -> Bool {
    let words = english.split(separator: " ")
    return words.count > 1 && prepositions.contains(String(words[0]))
  }

  // MARK: Numbers and measures

  /// `89` → `89th`, `two` → `second`.
  ///
  /// `for the second time` → `second`.
  func ordinal(_ number: String) -> String {
    if number.hasPrefix("for the "), number.hasSuffix(" time") {
      return String(number.dropFirst(8).dropLast(5))
    }
    guard let value = Int(number) else { return ordinals[number] ?? number }
    let isTeen = (11...13).contains(value % 100)
    return number + (isTeen ? "th" : ["th", "st", "nd", "rd"][value % 10 < 4 ? value % 10 : 0])
  }

  /// `20 years old` → `20-year-old`: a measure before its noun.
  func attributive(_ measure: String) -> String {
    var parts = measure.split(separator: " ").map(String.init)
    for index in parts.indices.dropFirst() {
      if let singular = nouns.first(where: { $0.value == parts[index] })?.key {
        parts[index] = singular
      } else if parts[index].hasSuffix("s") {
        parts[index].removeLast()
      }
    }
    return parts.joined(separator: "-")
  }

  // MARK: Verbs

  /// The past of the first word of a verb, or of the verb itself.
  func past(_ verb: String) -> String { verbs[verb]?.past ?? regular(verb, "ed") }
  /// The same with the past and the participle of a verb that its glossary row gives.
  func adding(_ list: EnglishFormList, of lemma: String) -> EnglishForms {
    guard let past = list["past"], let verb = lemma.split(separator: " ").first else { return self }
    var forms = self
    forms.verbs[String(verb)] = (past, list["pp"] ?? past)
    return forms
  }

  /// The past participle.
  func participle(_ verb: String) -> String { verbs[verb]?.pp ?? regular(verb, "ed") }

  /// Where an adverb in `-ly` at the head of a verb phrase ends; nil when the verb comes first.
  ///
  /// Verbs in `-ly`, such as *apply*, stand in the table.
  func endOfLeadingAdverb(_ phrase: String) -> String.Index? {
    guard let space = phrase.firstIndex(of: " ") else { return nil }
    let first = String(phrase[..<space])
    return first.hasSuffix("ly") && verbs[first] == nil ? space : nil
  }

  /// The third person singular.
  func third(_ verb: String) -> String {
    if verb == "have" { return "has" }
    return EnglishNoun.plural(verb == "do" || verb == "go" ? verb + "e" : verb)
  }

  /// The present participle.
  func ing(_ verb: String) -> String {
    if verb == "be" { return "being" }
    if verb.hasSuffix("ie") { return verb.dropLast(2) + "ying" }
    if verb.hasSuffix("e"), !verb.hasSuffix("ee"), !verb.hasSuffix("ye"), !verb.hasSuffix("oe") {
      return verb.dropLast() + "ing"
    }
    return stem(verb) + "ing"
  }

  private func stem(_ verb: String) -> String {
    guard doubles(verb), let last = verb.last else { return verb }
    return verb + String(last)
  }

  /// One-syllable words in consonant, vowel, consonant double; longer ones when the table says so.
  private func doubles(_ word: String) -> Bool {
    if doubled.contains(word) { return true }
    let letters = Array(word)
    let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
    guard letters.count >= 3, letters.count <= 5 else { return false }
    let (first, second, third) = (
      letters[letters.count - 3], letters[letters.count - 2], letters[letters.count - 1]
    )
    return !vowels.contains(first) && vowels.contains(second) && !vowels.contains(third)
      && !["w", "x", "y"].contains(third) && letters.count { vowels.contains($0) || $0 == "y" } == 1
  }

  private func regular(_ verb: String, _ ending: String) -> String {
    if verb.hasSuffix("e") { return verb + "d" }
    if let last = verb.last, last == "y", let before = verb.dropLast().last,
      !"aeiou".contains(before)
    {
      return verb.dropLast() + "ied"
    }
    return stem(verb) + ending
  }

  // MARK: Nouns and adjectives

  /// The plural of a noun phrase: of its head before `of`, `in` or `for`, else of its last word.
  func plural(_ phrase: String, forms: String) -> String {
    if !forms.isEmpty, let plural = EnglishFormList(forms)["pl"] { return plural }
    for link in [" of ", " in ", " for ", " to ", " on ", " from ", " with ", " at ", " between "] {
      if let cut = phrase.firstRange(of: link) {
        return plural(String(phrase[..<cut.lowerBound]), forms: "") + phrase[cut.lowerBound...]
      }
    }
    guard let last = phrase.split(separator: " ").last.map(String.init) else { return phrase }
    let head = phrase.dropLast(last.count)
    if let irregular = nouns[last.lowercased()] { return head + irregular }
    if last.hasSuffix("man"), last.count > 4 { return head + last.dropLast(2) + "en" }
    return head + EnglishNoun.plural(last)
  }

  /// The comparative of an adjective or adverb.
  func comparative(_ word: String) -> String {
    if let known = adjectives[word] { return known.comparative }
    return isShort(word) ? graded(word) + "er" : "more " + word
  }

  /// The adverb of an adjective: `strong` → `strongly`; of several words none.
  func adverb(_ adjective: String) -> String? {
    if let known = adverbs[adjective] { return known }
    if adjective.contains(" ") || adjective.hasSuffix("ly") { return nil }
    if adjective.hasSuffix("ic") { return adjective + "ally" }
    if adjective.hasSuffix("le"), adjective.count > 3 { return adjective.dropLast() + "y" }
    if adjective.hasSuffix("y") { return adjective.dropLast() + "ily" }
    return adjective + "ly"
  }

  /// The superlative.
  func superlative(_ word: String) -> String {
    if let known = adjectives[word] { return known.superlative }
    return isShort(word) ? graded(word) + "est" : "most " + word
  }

  private func isShort(_ word: String) -> Bool {
    if word.contains(" ") || word.contains("-") || word.hasSuffix("ed") { return false }
    var groups = 0
    var inVowel = false
    for letter in word.hasSuffix("e") ? word.dropLast() : word[...] {
      let isVowel = "aeiouy".contains(letter)
      if isVowel, !inVowel { groups += 1 }
      inVowel = isVowel
    }
    return groups <= 1 || groups == 2 && word.hasSuffix("y") && !word.hasSuffix("ly")
  }

  private func graded(_ word: String) -> String {
    if word.hasSuffix("e") { return String(word.dropLast()) }
    if word.hasSuffix("y") { return word.dropLast() + "i" }
    return stem(word)
  }

  /// `a` or `an` before a word, by its sound.
  func indefinite(before word: String) -> String {
    let lower = word.lowercased()
    for (start, article) in articleExceptions where lower.hasPrefix(start) {
      if article == "a" || article == "an" { return article }
    }
    if word.count > 1, word == word.uppercased(), let first = word.first, first.isLetter {
      return "AEFHILMNORSX".contains(first) ? "an" : "a"
    }
    if lower.hasPrefix("8") || lower == "11" || lower == "18" { return "an" }
    return lower.first.map { "aeiou".contains($0) } == true ? "an" : "a"
  }
}
