/// English plurals: irregular ones from the entry, the others by rule.
public enum EnglishNoun {
  /// The plural of a noun phrase; its last word takes the ending.
  /// Source: Quirk et al., *A Comprehensive Grammar of the English Language*, 5.73–5.103.
  public static func plural(_ phrase: String, entry: TermEntry? = nil) -> String {
    if let entry {
      if entry.number == "mass" || entry.number == "plural" { return phrase }
      if !entry.forms.isEmpty, let plural = EnglishFormList(entry.forms)["pl"] {
        return replacingTail(of: phrase, entry.en, by: plural)
      }
    }
    if let of = phrase.firstRange(of: " of ") {
      return plural(String(phrase[..<of.lowerBound])) + phrase[of.lowerBound...]
    }
    let lower = phrase.lowercased()
    if let last = lower.last, last == "y", let before = lower.dropLast().last,
      !"aeiou".contains(before)
    {
      return phrase.dropLast() + "ies"
    }
    if ["s", "x", "z", "ch", "sh"].contains(where: { lower.hasSuffix($0) }) {
      return phrase + "es"
    }
    return phrase + "s"
  }

  private static func replacingTail(of phrase: String, _ tail: String, by plural: String) -> String
  {
    guard phrase.lowercased().hasSuffix(tail.lowercased()) else { return plural }
    return String(phrase.dropLast(tail.count)) + plural
  }
}
