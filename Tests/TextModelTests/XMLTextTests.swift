import Testing
import TextModel

@Suite struct XMLTextTests {
  @Test func signsAreEscapedAndStrangersReplaced() {
    #expect(
      XMLText.escaped("<a href=\"x\">'&'\u{0}\u{1B}\u{FFFE}\t")
        == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;\u{FFFD}\u{FFFD}\u{FFFD}\t")
  }
}
