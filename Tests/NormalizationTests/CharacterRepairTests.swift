import Normalization
import TestSupport
import Testing
import TextModel
import Workflow

@Suite struct CharacterRepairTests {
  private func apply(_ repair: any TextRepair, _ text: String) -> String {
    let bytes = Array(text.utf8)
    return String(decoding: repair.edits(in: bytes).apply(to: bytes), as: UTF8.self)
  }

  @Test func invisibleCharactersGoOnlyInsideWords() {
    #expect(apply(InvisibleCharacters(), "Vi\u{AD}ệt N\u{200B}am") == "Việt Nam")
    #expect(apply(InvisibleCharacters(), "ra \u{200B}vào") == "ra \u{200B}vào")
  }

  @Test func controlCharactersBecomeVisible() {
    #expect(apply(ControlCharacters(), "a\u{0}b\tc\r\n\u{9B}d") == "a\u{FFFD}b\tc\r\n\u{FFFD}d")
  }

  @Test func fullWidthLettersBecomeOrdinaryButNotBesideIdeographs() {
    #expect(apply(FullWidthForms(), "Ｇ７ và ２０２２") == "G7 và 2022")
    #expect(apply(FullWidthForms(), "第１章") == "第１章")
  }

  @Test func ethBecomesĐInVietnameseSyllablesOnly() throws {
    let repair = LookAlikeLetters(try Repository.workbench().language.table)
    #expect(apply(repair, "Ðông Nam Á, ðã nói") == "Đông Nam Á, đã nói")
    #expect(apply(repair, "Davíð og Guðrún") == "Davíð og Guðrún")
  }

  @Test func marksAreComposed() {
    #expect(apply(CanonicalComposition(), "vie\u{302}\u{323}c") == "việc")
    #expect(CanonicalComposition().edits(in: Array("việc".utf8)).isEmpty)
  }

  @Test func foldingCaseIsFull() throws {
    #expect(
      String(decoding: try ICU.foldCase(Array("ĐƯỜNG Straße".utf8)), as: UTF8.self)
        == "đường strasse")
  }

  @Test func versionsAreKnown() {
    let versions = ICUVersions.current
    #expect(!versions.icu.isEmpty && !versions.unicode.isEmpty && !versions.cldr.isEmpty)
  }

  @Test func theCharsetHintIsOnlyAHint() {
    #expect(ICU.detectCharset(Array("Hội nghị về an ninh châu Âu".utf8))?.name == "UTF-8")
  }
}
