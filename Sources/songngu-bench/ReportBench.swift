import Foundation
import Reporting
import TextModel
import Workflow

/// Times the writers: one brief to each form and to all of them, text in memory, nothing written.
struct ReportBench {
  private let set: SetBrief
  /// At least so many rounds of each form.
  private static let rounds = 10

  /// Briefs the articles of some files.
  init(paths: [String], workbench: Workbench) throws {
    let reader = try workbench.articleReader()
    let works = try paths.map { path in
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
      let source = SourceDocument(id: Digest.sha256(bytes), origin: path, bytes: bytes)
      return try workbench.work(on: source, recipe: Recipe(), reader: reader)
    }
    set = try BriefMaker(workbench, recipe: Recipe()).brief(works, failures: [])
  }

  /// Prints the processor time of the best round of each form, and of all forms in one call.
  func run() throws {
    print("\(set.articles.count) articles, best of \(Self.rounds) rounds, processor time")
    for format in Reports.formats { try time(format, [format]) }
    try time("all forms together", Reports.formats)
    let style = try StyleFile.profile("united-nations")
    try time("styled, all forms together", Reports.formats) { try $0.styled(style) }
  }

  private func time(
    _ name: String, _ formats: [String], _ dress: (SetBrief) throws -> SetBrief = { $0 }
  ) throws {
    let options = try ReportOptions()
    let expected = try Reports.files(dress(set), formats: formats, options: options)
    var best = Double.infinity
    for _ in 0..<Self.rounds {
      let start = clock()
      let files = try Reports.files(dress(set), formats: formats, options: options)
      best = min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC))
      guard files == expected else { throw BenchError(stage: name) }
    }
    let size = expected.map(\.bytes.count).reduce(0, +)
    print("\(name): \((best * 10_000).rounded() / 10) ms, \(expected.count) files, \(size) bytes")
  }
}
