import Testing
import TextModel

@Suite struct FindingTests {
  @Test func saysWhereWhatAndWhatToDo() {
    let finding = Finding(
      .error, "glossary-tag", "'Q' is no tag", at: .init(file: "a.tsv", line: 3), fix: "mend it")
    #expect(finding.description == "a.tsv:3: error: 'Q' is no tag [glossary-tag]; mend it")
  }

  @Test func ordersByWeight() {
    #expect(Finding.Severity.note < .warning && Finding.Severity.warning < .error)
  }

  @Test func spansKnowTheirSpace() {
    let outer = TextSpan(2, 10)
    #expect(outer.contains(TextSpan(2, 10)) && !outer.contains(TextSpan(1, 3)))
    #expect(outer.overlaps(TextSpan(9, 12)) && !outer.overlaps(TextSpan(10, 12)))
    #expect(TextSpan(5, 3).isEmpty)
  }
}
