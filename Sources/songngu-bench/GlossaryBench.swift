import Foundation
import Terminology
import Workflow

/// Times the work on the shipped glossaries: loading, index, lint, lookup.
struct GlossaryBench {
  let folder: String
  let language: LanguageData
  private static let rounds = 7

  func run() throws {
    let set = try GlossarySet(folder: folder)
    let entries = set.glossaries.reduce(0) { $0 + $1.entries.count }
    print("\(entries) entries, \(Self.rounds) rounds, best of each")
    try time("load") { try GlossarySet(folder: folder).glossaries.count }
    try time("load and index") {
      _ = try GlossarySet(folder: folder).index(language.table)
      return 1
    }
    time("CLDR names") { CLDRTerms.Kind.allCases.flatMap(CLDRTerms.entries).count }
    let lookup = TermLookup(set.glossaries)
    time("make the lookup") { TermLookup(set.glossaries).search("x").count }
    for query in ["đại sứ", "dai su", "secratary of stat", "zzzzz"] {
      time("look up '\(query)'") { lookup.search(query).count }
    }
    try lint(set)
  }

  /// Lints the first 15,000 rows of the shipped files.
  private func lint(_ set: GlossarySet) throws {
    var files: [AuditInput.Source] = []
    var rows = 0
    let walker = FileManager.default.enumerator(atPath: folder)
    let names = (walker?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".tsv") }
    for name in names.sorted() where rows < 15_000 {
      var file = try GlossaryStore.read("\(folder)/\(name)")
      file.rows = Array(file.rows.prefix(15_000 - rows))
      rows += file.rows.count
      files.append(
        .init(
          path: name, name: GlossaryStore.name(of: name), file: file,
          isRanked: GlossaryStore.isVocabulary(name)))
    }
    var options = AuditInput.Options()
    options.context = set.glossaries
    try time("lint of \(rows) rows") {
      Audit.run(try language.auditInput(files, options: options)).count
    }
    options.cut = Workbench(language: language, glossaries: set).pieceCount
    try time("lint of \(rows) rows, with the annotator") {
      Audit.run(try language.auditInput(files, options: options)).count
    }
  }

  /// Prints the time on the clock and the processor time of the fastest rounds, in milliseconds.
  private func time(_ name: String, _ work: () throws -> Int) rethrows {
    var best = (wall: Double.infinity, processor: Double.infinity)
    var answer = 0
    for _ in 0..<Self.rounds {
      let start = (wall: ContinuousClock.now, processor: clock())
      answer = try work()
      let wall = (ContinuousClock.now - start.wall) / .seconds(1)
      let processor = Double(clock() - start.processor) / Double(CLOCKS_PER_SEC)
      best = (min(best.wall, wall), min(best.processor, processor))
    }
    print(
      "\(name): \(milliseconds(best.wall)) ms on the clock, \(milliseconds(best.processor)) ms of "
        + "processor · answer \(answer)")
  }

  private func milliseconds(_ seconds: Double) -> String {
    "\((seconds * 10_000).rounded() / 10)"
  }
}
