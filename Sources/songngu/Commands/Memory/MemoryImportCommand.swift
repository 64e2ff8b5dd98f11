import ArgumentParser
import Foundation
import Reporting
import Storage
import TextModel
import Workflow

/// `songngu memory import`: edited translations come back.
struct MemoryImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract:
      "Take in edited XLIFF, Word or table files, or TMX; show what changed, and approve it.",
    discussion: """
      Example: songngu memory import briefs/set.xlf --against briefs/set.json --date 2026-03-01

      Approved are translations that differ from what was written for the translator, and those that the \
      file itself calls reviewed, final or approved; units of another program's TMX are. The rest waits \
      for: songngu memory approve

      Exit codes: 0 fine, 1 a part of a file was left out, 2 usage, 3 a file was refused; then nothing is \
      taken in.
      """)

  @Argument(help: "Files ending in .\(PairFiles.endings.joined(separator: ", .")).")
  var files: [String]
  @Option(
    help: """
      A file with the English as it was written: set.json or an unedited file of any form above (may be \
      repeated). Default: the memory, then the runs of the workspace.
      """)
  var against: [String] = []
  @Flag(help: "Approve every translation of the files.") var approve = false
  @Flag(help: "Show what would change; change nothing.") var dryRun = false
  @Option(help: "text or json.") var format = OutputForm.text
  @OptionGroup var day: DayOption
  @OptionGroup var memory: MemoryOptions
  @OptionGroup var place: WorkspaceOptions

  private struct Report: Encodable {
    let file: String
    let changes: [MemoryImport.Change]
    let findings: [Finding]
  }

  func run() throws {
    let before = try memory.requiredBook(place, mayBeMissing: true)
    var book = before
    var reports: [Report] = []
    var units: [MemoryUnit] = []
    let written = try WrittenEnglish(against, place)
    for file in files {
      let read = try PairInput.read(file)
      let taken = MemoryImport(
        read, file: file, date: day.date ?? "", into: book, written: { written[$0] },
        approvesAll: approve)
      book = taken.book
      units += taken.units
      reports.append(Report(file: file, changes: taken.changes, findings: taken.findings))
      Console.report(taken.findings)
    }
    if !dryRun { try memory.keep(units, place) }
    try format.write(reports) { reports.flatMap(lines) }
    if reports.contains(where: { $0.findings.contains { $0.severity > .note } }) {
      throw ExitCode(1)
    }
  }

  private func lines(_ report: Report) -> [String] {
    var lines: [String] = []
    for change in report.changes where change.kind != .unchanged {
      let line = change.line.map { ":\($0)" } ?? ""
      let state = change.isApproved ? "approved" : "waiting"
      lines.append("\(report.file)\(line): \(change.name): \(change.kind.rawValue), \(state)")
      lines.append("  \(change.vi)")
      lines.append("  \(change.words.isEmpty ? change.after : change.words.marked)")
    }
    let count = { (kind: MemoryImport.Change.Kind) in report.changes.count { $0.kind == kind } }
    let approved = report.changes.count(where: \.isApproved)
    return lines + [
      "\(report.file): \(count(.changed)) changed, \(count(.new)) new, \(count(.unchanged)) unchanged; "
        + "\(approved) approved, \(report.changes.count - approved) waiting"
    ]
  }
}

extension [WordEdit] {
  /// Removed words in `[-…-]`, added ones in `{+…+}`.
  fileprivate var marked: String {
    map { edit in
      switch edit.operation {
      case .same: edit.text
      case .removed, .movedAway: "[-\(edit.text)-]"
      case .added, .movedHere: "{+\(edit.text)+}"
      }
    }.joined(separator: " ")
  }
}

/// Reads files of sentence pairs.
enum PairInput {
  /// - Throws: `InputError` with file and line when the file is refused.
  static func read(_ path: String) throws -> ReadPairs {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw InputError("\(path): this file cannot be read; check the path and its rights")
    }
    let read = PairFiles.read(Array(data), file: path)
    if let error = read.findings.first(where: { $0.severity == .error }) {
      throw InputError(Escaping.terminal(error.description))
    }
    return read
  }
}

/// The English that was written for translators.
struct WrittenEnglish {
  private var texts: [String: String] = [:]
  /// How many of the newest runs are looked through.
  private static let depth = 50

  init(_ files: [String], _ place: WorkspaceOptions) throws {
    for file in files { try add(file) }
    guard files.isEmpty else { return }
    try Stored.orInputError {
      guard let store = try place.store(readOnly: true) else { return }
      for run in try store.runs(limit: Self.depth) { add(try store.contents(of: run).result) }
    }
  }

  /// The English that was written last for a sentence; nil when none is known.
  subscript(vi: String) -> String? { texts[vi] }

  private mutating func add(_ file: String) throws {
    if file.lowercased().hasSuffix(".json") {
      guard let data = FileManager.default.contents(atPath: file) else {
        throw InputError("\(file): this report cannot be read")
      }
      if let set = try? JSONDecoder().decode(SetBrief.self, from: data) { return add(set) }
      guard let brief = try? JSONDecoder().decode(Brief.self, from: data) else {
        throw InputError("\(file): this is no report that this version of songngu wrote")
      }
      return add(brief)
    }
    for pair in try PairInput.read(file).pairs where texts[pair.vi] == nil {
      texts[pair.vi] = pair.en
    }
  }

  private mutating func add(_ set: SetBrief) {
    for brief in set.articles { add(brief) }
    for point in set.points + set.leftOut { add(point.vi, point.english.text) }
  }

  private mutating func add(_ brief: Brief) {
    add(brief.headline.vi, brief.headline.en ?? "")
    for point in brief.points + brief.glance + brief.leftOut { add(point.vi, point.english.text) }
  }

  private mutating func add(_ vi: String, _ en: String) {
    let vi = MemoryUnit.plain(vi)
    if texts[vi] == nil { texts[vi] = MemoryUnit.plain(en) }
  }
}
