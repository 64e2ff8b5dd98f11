import Foundation
import Terminology
import TextModel

/// Asks a translation for the terms of its sentence: the rendering of any of its senses or an admitted one,
/// in any inflection; of a rendering of several words at least half, of one in a user's glossary all.
///
/// Only terms of the subject glossaries with two syllables or more, and all of the user's own: a general
/// word has more right renderings than a glossary lists. Names are the business of `TextCheck`.
struct TermCheck {
  let index: TermIndex
  let uses: [TermUse]
  let english: String
  let userGlossaries: Int

  func findings() -> [CheckFinding] {
    lazy var words = Self.words(english)
    var told: Set<String> = []
    return uses.compactMap { use in
      let fact = index.facts[Int(use.entry)]
      let isUsers = Int(fact.section) < userGlossaries
      guard isUsers || !fact.isVocabulary, fact.tag != .properName, fact.tag.isContent else {
        return nil
      }
      let vi = index[use.entry, \.vi]
      guard isUsers || vi.contains(" ") else { return nil }
      // The sense chosen stands there most often; the others are looked at only when it does not.
      var isThere = Self.stands(index.english(use.entry), in: words, whole: isUsers)
      if !isThere {
        index.eachEntry(use.hit) { other in
          let sense = index.entry(other)
          isThere =
            isThere
            || ([sense.en, sense.attributive] + sense.also).contains {
              !$0.isEmpty && Self.stands($0, in: words, whole: isUsers)
            }
        }
      }
      guard !isThere, told.insert(vi).inserted else { return nil }
      return CheckFinding(
        side: .source, span: use.span,
        finding: Finding(
          .warning, "term-missing",
          "the English has no rendering of '\(vi)' that the glossary knows",
          fix: "write '\(index.english(use.entry))'"))
    }
  }

  private static func words(_ text: String) -> [String] {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return text.withoutDiacritics.lowercased().split { !$0.isLetter && !$0.isNumber }
        .map(String.init)
    }
    return text.lowercased().utf8.split {
      !(0x30...0x39).contains($0) && !(0x61...0x7A).contains($0)
    }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether the words of a rendering of four letters or more have words of their stems in the text: all
  /// or half of them. A rendering of shorter words asks for those.
  private static func stands(_ rendering: String, in words: [String], whole: Bool) -> Bool {
    let all = Self.words(rendering)
    let long = all.filter { $0.count >= 4 }
    let wanted = long.isEmpty ? all : long
    let found = wanted.count { word in
      let stem = word.prefix(max(3, word.count - 3))
      return words.contains { $0 == word || word.count >= 4 && $0.hasPrefix(stem) }
    }
    return found == wanted.count || !whole && !long.isEmpty && found * 2 >= wanted.count
  }
}
