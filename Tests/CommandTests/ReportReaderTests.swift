import Foundation
import TestSupport
import Testing

/// The reports of the samples, given to the programs they are for; each is skipped where it is absent.
@Suite struct ReportReaderTests {
  @Test func otherProgramsReadOurReports() throws {
    let process = Process()
    let out = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let script = Repository.url("Tests/Scripts/check_reports.py").path
    // `large` briefs 1,000 articles, which a debug build takes minutes for: it is run by hand.
    let readers = ["schema", "page", "print", "word", "pandoc", "xml", "toolkit", "omegat"]
    process.arguments = ["python3", script] + readers
    var environment = ProcessInfo.processInfo.environment
    environment["SONGNGU_PATH"] = Repository.url(".build/debug").path
    process.environment = environment
    process.standardOutput = out
    try process.run()
    let text = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    for line in text.split(separator: "\n") where line.hasPrefix("skipped") { print(line) }
    #expect(process.terminationStatus == 0, "\(text)")
  }
}
