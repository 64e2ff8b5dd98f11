import TestSupport
import Testing

/// The reports of the samples, given to the programs they are for; each is skipped where it is absent.
@Suite struct ReportReaderTests {
  @Test func otherProgramsReadOurReports() throws {
    // `large` briefs 1,000 articles, which a debug build takes minutes for: it is run by hand.
    let found = try Program.script(
      "check_reports.py", ["schema", "page", "print", "word", "pandoc", "xml", "toolkit", "omegat"])
    #expect(found.code == 0, "\(found.out)")
  }
}
