import TestSupport
import Testing
import TextModel

@testable import Segmentation

/// The index finds what a search through all phrases finds.
@Suite struct CueIndexTests {
  private static let letters: [Character] = ["a", "ả", "n", " ", ":"]

  private static func text(_ generator: inout SeededGenerator, upTo limit: Int) -> String {
    let length = Int.random(in: 1...limit, using: &generator)
    return String((0..<length).map { _ in letters[Int.random(in: 0..<5, using: &generator)] })
  }

  private static func cue(_ text: String, _ match: StructureCues.Cue.Match, weight: Int, limit: Int)
    -> StructureCues.Cue
  {
    StructureCues.Cue(
      text: text, bytes: Array(text.utf8), endsInWord: text.last?.isLetter ?? false, match: match,
      role: .widget, weight: Double(weight), endsArticle: false, limit: limit, reason: "",
      opens: nil)
  }

  private static func matches(_ line: String, _ cue: StructureCues.Cue) -> Bool {
    switch cue.match {
    case .line: false
    case .prefix:
      line.hasPrefix(cue.text)
        && !(cue.endsInWord && (line.dropFirst(cue.text.count).first?.isLetter ?? false))
    case .suffix: line.hasSuffix(cue.text)
    case .inside: line.contains(cue.text)
    }
  }

  @Test(arguments: 0..<200) func everyPhraseOfALineIsFoundStrongestFirst(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let kinds: [StructureCues.Cue.Match] = [.line, .prefix, .suffix, .inside]
    let cues = (0..<40).map { index in
      Self.cue(
        Self.text(&generator, upTo: 7), kinds[index % 4],
        weight: Int.random(in: 1...3, using: &generator), limit: index % 5 == 0 ? 2 : .max)
    }
    let line = Self.text(&generator, upTo: 40)
    let found = CueIndex(cues).matching(Array(line.utf8), words: 5)
    let wanted = cues.filter { $0.limit >= 5 && Self.matches(line, $0) }
    #expect(found.map(\.text).sorted() == wanted.map(\.text).sorted())
    #expect(found.map(\.weight) == found.map(\.weight).sorted(by: >))
  }
}
