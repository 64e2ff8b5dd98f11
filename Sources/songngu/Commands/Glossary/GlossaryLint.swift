import ArgumentParser
import Foundation
import Normalization
import Terminology
import TextModel
import Workflow

/// `songngu glossary lint`: what is wrong with glossaries.
struct GlossaryLint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Find mistakes in glossaries; --fix mends the safe ones.",
    discussion: "Example: songngu glossary lint --fix desk.tsv")

  @Argument(help: "Glossary files. Default: all shipped.") var files: [String] = []
  @Flag(help: "Mend what alters no meaning, then report the rest.") var fix = false
  @Option(help: "text or json.") var format = OutputFormat.text
  @Option(help: "The least severity that is listed: note, warning or error.")
  var show = Level.warning
  @Option(help: "The least severity that makes the exit code 1.")
  var failOn = Level.warning
  @Option(help: "The English wanted: us or gb.") var english = "us"
  @Option(help: "The day on which entries should hold, ISO 8601. Default: not checked.")
  var date: String?
  @Option(help: "An article or folder in which entries should be found (may be repeated).")
  var corpus: [String] = []
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if !["us", "gb"].contains(english) { throw ValidationError("--english is us or gb") }
    if let date, !TermEntry.isDay(date) { throw ValidationError("--date is a day in ISO 8601") }
  }

  private struct Report: Encodable {
    struct Item: Encodable {
      let finding: Finding
      let isFixable: Bool
    }
    let files: Int
    let rows: Int
    let fixed: Int
    let counts: [String: Int]
    let findings: [Item]
  }

  func run() throws {
    var options = AuditInput.Options()
    options.day = date
    options.english = english
    let language = try shared.language()
    let set = try InputError.from { try GlossarySet(folder: shared.folder, files: []) }
    options.context = set.glossaries
    let bench = Workbench(language: language, glossaries: set)
    options.cut = bench.pieceCount
    if !corpus.isEmpty {
      let input = Input(corpus)
      Console.report(input.failures)
      options.corpus = input.documents.compactMap {
        (try? bench.normalizer.normalize($0.bytes))?.text.bytes
      }
    }
    let paths = try files.isEmpty ? shipped() : files
    var (sources, broken) = try read(paths)
    var input = try language.auditInput(sources, options: options)
    var findings = Audit.run(input)
    var fixed = 0
    if fix {
      fixed = findings.count { $0.fix != nil }
      try write(Audit.fixed(input, findings), over: sources)
      (sources, broken) = try read(paths)
      input = try language.auditInput(sources, options: options)
      findings = Audit.run(input)
    }
    let rows = sources.reduce(0) { $0 + $1.file.rows.count }
    try report(
      broken.map { AuditFinding(finding: $0, fix: nil) } + findings, files: paths.count,
      rows: rows, fixed: fixed)
  }

  private func shipped() throws -> [String] {
    guard let folder = shared.folder else { throw InputError("no folder of glossaries was found") }
    let walker = FileManager.default.enumerator(atPath: folder)
    return (walker?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".tsv") }.sorted()
      .map { "\(folder)/\($0)" }
  }

  private func read(_ paths: [String]) throws -> ([AuditInput.Source], [Finding]) {
    var sources: [AuditInput.Source] = []
    var broken: [Finding] = []
    for path in paths {
      let bytes = try InputError.from { try GlossaryStore.bytes(path) }
      let name = GlossaryStore.name(of: path)
      broken += Glossary(name: name, tsv: bytes, file: path).findings
      sources.append(
        .init(
          path: path, name: name, file: GlossaryFile(bytes),
          isRanked: GlossaryStore.isVocabulary(path)))
    }
    return (sources, broken)
  }

  private func write(_ files: [GlossaryFile], over sources: [AuditInput.Source]) throws {
    for (fixed, source) in zip(files, sources) where fixed != source.file {
      try InputError.from {
        try GlossaryStore.change(source.path) { file in
          guard file == source.file else {
            throw InputError("\(source.path): the file was changed meanwhile; run lint again")
          }
          file = fixed
        }
      }
    }
  }

  private func report(_ found: [AuditFinding], files: Int, rows: Int, fixed: Int) throws {
    let shown = found.filter { $0.finding.severity >= show.severity }
    switch format {
    case .json:
      try Console.json(
        Report(
          files: files, rows: rows, fixed: fixed,
          counts: Dictionary(grouping: found, by: \.finding.code).mapValues(\.count),
          findings: shown.map { .init(finding: $0.finding, isFixable: $0.fix != nil) }))
    case .text:
      for item in shown { Console.line(item.finding.description) }
      let counts = [Finding.Severity.error, .warning, .note].map { severity in
        found.count { $0.finding.severity == severity }.of(severity.rawValue)
      }
      let mended = fix ? "; \(fixed) fixed" : ""
      Console.line(
        "\(files.of("file")), \(rows.of("row")): \(counts.joined(separator: ", "))\(mended)")
    }
    if found.contains(where: { $0.finding.severity >= failOn.severity }) { throw ExitCode(1) }
  }
}
