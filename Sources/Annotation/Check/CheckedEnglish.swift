import Foundation
import TextModel

/// An English text as names are looked for in it: without diacritics, and `U.S.` as `US`.
struct CheckedEnglish {
  /// With its capitals.
  private let text: String
  /// In small letters.
  let lower: String

  init(_ english: String) {
    text = Self.joined(english.withoutDiacritics)
    lower = text.lowercased()
  }

  /// Whether a phrase stands there as whole words; a short acronym with its capitals, so that *us* is
  /// no *US*.
  func holds(_ phrase: String) -> Bool {
    let plain = Self.joined(phrase.withoutDiacritics)
    if plain.isEmpty { return false }
    if plain.utf8.count < 4, NameForms.isAcronym(plain) { return text.span(ofWord: plain) != nil }
    return lower.span(ofWord: plain.lowercased()) != nil
  }

  /// The same in the plural, too, and for a country that makes its adjective with *n*: `Syrians`.
  func holdsName(_ name: String) -> Bool {
    !name.isEmpty && ["", "n", "s", "ns"].contains { holds(name + $0) }
  }

  /// Without the points between capitals.
  private static func joined(_ text: String) -> String {
    guard text.contains(".") else { return text }
    let characters = Array(text)
    var result = ""
    var index = 0
    while index < characters.count {
      let isInitial =
        characters[index].isUppercase && index + 1 < characters.count
        && characters[index + 1] == "."
        && (index == 0 || !characters[index - 1].isLetter)
      result.append(characters[index])
      index += isInitial ? 2 : 1
    }
    return result
  }
}
