import Normalization
import TestSupport
import Testing
import TextModel
import Workflow

/// The laws of the survey that decides which repairs look at a text.
@Suite struct TextSurveyTests {
  let repairs: [any TextRepair]

  init() throws { repairs = try Repository.workbench().normalizer.repairs }

  private static let pieces = [
    "tình hình ", "t́nh h́nh ", "đă rơ ", "Viá»‡t ", "ViÖt Nam ®· nãi ", "\u{AD}", "a\u{200B}b",
    "\u{1}", "\u{7F}", "\u{9B}", "\u{85}", "e\u{302}\u{323}", "Ðông ", "ðã ", "Ａ１", "“", "”", "\n",
    "â€œ", "TRÒ”", "à…”", "🙂", "日本", "São ", ". ", "\u{202E}", "Nga ", "ń", "Vi?t ", "M? ký ",
    "\u{FFFD}", "\u{A0}", "…", "Å", "\u{2000}", "가", "Ω",
  ]

  private func concerns(_ text: String) -> Concerns { TextSurvey(Array(text.utf8)).concerns }

  @Test(arguments: 0..<400) func aRepairMakesNoEditWithoutItsConcerns(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...12, using: &generator)
    let bytes = Array(generator.text(of: Self.pieces, count: count).utf8)
    let survey = TextSurvey(bytes)
    #expect(survey.isValid)
    for repair in repairs where repair.concerns.isDisjoint(with: survey.concerns) {
      #expect(repair.edits(in: bytes).isEmpty, "\(repair.rule)")
    }
    if !survey.concerns.contains(.lostLetters) {
      #expect(LossyText().findings(in: bytes).isEmpty)
    }
  }

  /// Damage of each kind, alone in its text.
  static let damaged: [(rule: String, text: String)] = [
    ("double-utf-8", "Viá»‡t Nam"), ("nfc", "vie\u{302}\u{323}c"),
    ("windows-1258", "t́nh h́nh"), ("look-alike-letters", "Ðông"), ("full-width", "Ｇ７"),
    ("invisible-characters", "Vi\u{AD}ệt"), ("control-characters", "a\u{1}b"),
    ("legacy-encoding", "ViÖt Nam ®· nãi râ lý do"),
  ]

  @Test(arguments: damaged) func damageRaisesTheConcernOfItsRepair(rule: String, text: String)
    throws
  {
    let repair = try #require(repairs.first { $0.rule == rule })
    #expect(!repair.edits(in: Array(text.utf8)).isEmpty)
    #expect(repair.concerns != .all && !repair.concerns.isDisjoint(with: concerns(text)))
  }

  @Test func everyRepairNamesItsConcerns() {
    for repair in repairs { #expect(Self.damaged.contains { $0.rule == repair.rule }) }
  }

  @Test func soundArticlesRaiseNoConcernOfASingleCharacter() throws {
    for path in Repository.files(below: "seeds", ending: ".txt") where !path.contains("001_") {
      #expect(
        concerns(try Repository.text(path)).isSubset(of: [
          .beyondASCII, .westernLine, .unprovenLine,
        ]), "\(path)")
    }
  }

  @Test func plainASCIIRaisesNothing() {
    #expect(concerns("Who said so? He did.\r\n\tNobody else.").isEmpty)
    #expect(concerns("").isEmpty)
  }

  @Test func aProvenLineNeedsNoLookForWindows1258() {
    #expect(!concerns("Ông đã nói.\nBà nói rõ.").contains(.unprovenLine))
    #expect(concerns("Ông đã nói.\nBà Hương.").contains(.unprovenLine))
  }

  /// Characters that raise no concern of composition, alone after a letter.
  private static let inert: [Unicode.Scalar] = [0x80...0x3FFFF].joined().compactMap { value in
    guard let scalar = Unicode.Scalar(UInt32(value)) else { return nil }
    let bytes = Array("a\(scalar)".utf8)
    return TextSurvey(bytes).concerns.contains(.composition) ? nil : scalar
  }

  @Test func everyInertCharacterIsInNormalizationFormC() {
    #expect(Self.inert.count > 30_000)
    for scalar in Self.inert {
      #expect(ICU.isNFC(Array("a\(scalar)".utf8)), "\(scalar.value)")
      #expect(scalar.properties.canonicalCombiningClass == .notReordered, "\(scalar.value)")
      #expect(scalar.properties.generalCategory != .nonspacingMark, "\(scalar.value)")
      #expect(scalar.properties.generalCategory != .spacingMark, "\(scalar.value)")
    }
  }

  @Test(arguments: 0..<50) func textOfInertCharactersIsInNormalizationFormC(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let text = (0..<500).compactMap { _ in Self.inert.randomElement(using: &generator) }
    let bytes = text.flatMap { Array(String($0).utf8) }
    #expect(!TextSurvey(bytes).concerns.contains(.composition))
    #expect(ICU.isNFC(bytes))
  }

  @Test(arguments: 0..<300) func validityIsThatOfTheStandard(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let edges: [UInt8] = [
      0x41, 0x7F, 0x80, 0x9F, 0xA0, 0xBA, 0xBF, 0xC0, 0xC2, 0xC3, 0xDF, 0xE0, 0xE1, 0xED, 0xEF,
      0xF0, 0xF4, 0xF5, 0xFF,
    ]
    let count = Int.random(in: 0...6, using: &generator)
    let bytes = (0..<count).compactMap { _ in edges.randomElement(using: &generator) }
    #expect(TextSurvey(bytes).isValid == (String(validating: bytes, as: UTF8.self) != nil))
  }
}
