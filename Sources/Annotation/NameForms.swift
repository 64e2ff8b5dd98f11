import Terminology
import TextModel
import Vietnamese

/// The short English forms of names, for later mentions.
struct NameForms: Sendable {
  let names: NameFinder
  let phrases: PhraseTable
  let tokenizer: Tokenizer

  /// `Phúc` of Nguyễn Xuân Phúc, `Biden` of Joe Biden, `Xi` of Xi Jinping, `von der Leyen`: the given
  /// name of a Vietnamese, the family name of others; nil for a name of one word.
  func short(ofPerson name: String, surface: String) -> String? {
    var words = name.split(separator: " ").map(String.init)
    while words.count > 2, let last = words.last, Self.isSuffix(last) { words.removeLast() }
    guard words.count > 1, let first = words.first, let last = words.last else { return nil }
    if name == surface, names.isVietnamesePerson(tokenizer.tokens(Array(surface.utf8))[...]) {
      return last
    }
    if let row = phrases.row(first.lowercased(), .surnameFirst) {
      let parts = words.joined(separator: "-").split(separator: "-").count
      if row.value.isEmpty || parts > 2 { return first }
    }
    var start = words.count - 1
    while start > 1, phrases.row(words[start - 1], .particle) != nil { start -= 1 }
    return words[start...].joined(separator: " ")
  }

  /// `Jr.`, `Sr`, `III`.
  private static func isSuffix(_ word: String) -> Bool {
    word.last == "." && word.count > 2 || word.count == 2 && word.last == "r"
      || word.allSatisfy { "IVX".contains($0) }
  }

  /// The full and the short name that an entry gives; nil for one of which it gives none.
  static func names(of entry: TermEntry) -> (full: String, short: String?) {
    if entry.type == "person" {
      let words = entry.en.split(separator: " ").map(String.init)
      return (entry.en, entry.also.first { words.count > 1 && words.contains($0) })
    }
    if isAcronym(entry.en) {
      return (entry.also.first { $0.contains(" ") } ?? entry.en, entry.en)
    }
    let attributive = entry.attributive
    let isShorter = !attributive.isEmpty && attributive.utf8.count < entry.en.utf8.count
    return (entry.en, entry.also.first(where: isAcronym) ?? (isShorter ? attributive : nil))
  }

  /// Whether a name is one word of capitals, digits and points.
  static func isAcronym(_ name: String) -> Bool {
    name.utf8.count > 1 && name.contains { $0.isUppercase }
      && name.allSatisfy { $0.isUppercase || $0.isNumber || $0 == "." || $0 == "&" }
  }
}
