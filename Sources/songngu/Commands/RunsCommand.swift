import ArgumentParser
import Foundation
import Reporting
import Storage
import TextModel
import Workflow

/// `songngu runs`: what is kept in the workspace.
struct RunsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs",
    abstract: "List, show, note, tag, export, import, prune, verify stored runs.",
    discussion: "Example: songngu runs list",
    subcommands: [
      RunsList.self, RunsShow.self, RunsNote.self, RunsTag.self, RunsExport.self, RunsImport.self,
      RunsPrune.self, RunsVerify.self,
    ], defaultSubcommand: RunsList.self)
}

/// How a result is written.
enum OutputForm: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

extension OutputForm {
  /// Writes a value: as JSON with sorted keys, or as the lines given.
  func write(_ value: some Encodable, lines: () -> [String]) throws {
    switch self {
    case .text: print(lines().map(Escaping.terminal).joined(separator: "\n"))
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      print(String(decoding: try encoder.encode(value), as: UTF8.self))
    }
  }
}

extension RunSummary {
  /// One line of a list.
  var line: String {
    let marks = tags.isEmpty ? "" : "  [\(tags.joined(separator: ", "))]"
    let count = "\(articles) article\(articles == 1 ? "" : "s")"
    return
      "#\(number)  \(id)  \(started)  \(count)  \(title)\(marks)\(note.isEmpty ? "" : "  — \(note)")"
  }
}

struct RunsList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "The stored runs, newest first.",
    discussion: "Example: songngu runs list --limit 5")
  @Option(help: "How many.") var limit = 20
  @Option(help: "text or json.") var format = OutputForm.text
  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    let runs = try Stored.orInputError {
      try place.requiredStore(readOnly: true).runs(limit: limit)
    }
    try format.write(runs) { runs.isEmpty ? ["no run is stored yet"] : runs.map(\.line) }
  }
}

struct RunsShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "A run: its options, inputs, glossaries and articles.",
    discussion: "Example: songngu runs show latest")
  @Argument(help: "latest, previous, a number, the beginning of an id, a tag or a day.") var name =
    "latest"
  @Option(help: "text or json: json is the whole result, for programs.") var format = OutputForm
    .text
  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    let (run, contents) = try Stored.orInputError {
      let store = try place.requiredStore(readOnly: true)
      let run = try store.find(name)
      return (run, try store.contents(of: run))
    }
    let choices = try contents.recipe.choices
    try format.write(contents.result) {
      let signature = contents.result.signature
      var lines = [
        run.line, "signature \(signature.run)", "recipe    \(signature.recipe)",
        "options   \(choices.isEmpty ? "the defaults" : choices.joined(separator: "; "))",
        "songngu \(signature.tool), ICU \(signature.icu), Unicode \(signature.unicode), CLDR \(signature.cldr)",
        "\(contents.glossaries.count) glossary files, digest \(signature.glossaries.prefix(12))",
      ]
      if let memory = contents.memory { lines.append(memory.count.of("approved sentence")) }
      for (index, brief) in contents.result.articles.enumerated() {
        lines.append("\(index + 1). \(brief.headline.vi)")
        lines.append("   \(brief.origin)  \(brief.id.prefix(12))")
      }
      return lines
    }
  }
}

struct RunsNote: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Write a note about a run.",
    discussion: "Example: songngu runs note latest 'after the review of titles'")
  @Argument(help: "The run.") var name: String
  @Argument(help: "The note; empty takes it away.") var text: String
  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    try Stored.orInputError {
      let store = try place.requiredStore()
      try store.note(try store.find(name), text)
    }
  }
}

struct RunsTag: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag",
    abstract: "Give a run a tag, or move the tag to it. Tagged runs are not pruned.",
    discussion: "Example: songngu runs tag latest monday-brief")
  @Argument(help: "The run; with --delete, the tag.") var name: String
  @Argument(help: "The tag.") var tag: String?
  @Flag(help: "Take the tag away.") var delete = false
  @OptionGroup var place: WorkspaceOptions

  func validate() throws {
    if delete == (tag != nil) {
      throw ValidationError("give a run and a tag, or --delete and a tag")
    }
  }

  func run() throws {
    try Stored.orInputError {
      let store = try place.requiredStore()
      if let tag { try store.tag(try store.find(name), tag) } else { try store.untag(name) }
    }
  }
}

struct RunsExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write one run, with all it needs, into a file of its own.",
    discussion: "Example: songngu runs export latest monday.songngu")
  @Argument(help: "The run.") var name: String
  @Argument(help: "The file to make.") var file: String
  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    try Stored.orInputError {
      let store = try place.requiredStore(readOnly: true)
      try store.export(try store.find(name), to: file)
    }
  }
}

struct RunsImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take over the runs of an exported file.",
    discussion: "Example: songngu runs import monday.songngu")
  @Argument(help: "The file.") var file: String
  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    guard FileManager.default.fileExists(atPath: file) else {
      throw InputError("\(file): there is no file of this name")
    }
    let taken = try Stored.orInputError { try place.requiredStore().import(from: file) }
    print(
      taken.isEmpty ? "all its runs are here already" : taken.map(\.line).joined(separator: "\n"))
  }
}

struct RunsPrune: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune", abstract: "Delete old runs; tagged runs stay.",
    discussion: "Example: songngu runs prune --keep 50")
  @Option(help: "How many untagged runs stay.") var keep: Int
  @OptionGroup var place: WorkspaceOptions

  func validate() throws {
    if keep < 0 { throw ValidationError("--keep cannot be less than 0") }
  }

  func run() throws {
    let pruned = try Stored.orInputError { try place.requiredStore().prune(keep: keep) }
    print("deleted \(pruned.runs) runs and \(pruned.objects) objects that nothing names any more")
  }
}

struct RunsVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Read everything in the store and compare it with its digests.",
    discussion: "Example: songngu runs verify")
  @Option(help: "text or json.") var format = OutputForm.text
  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    let found = try Stored.orInputError { try place.requiredStore(readOnly: true).verify() }
    try format.write(found) {
      found.problems + [
        "runs: \(found.runs), objects: \(found.objects), "
          + (found.problems.isEmpty ? "sound" : "\(found.problems.count) problems")
      ]
    }
    if !found.problems.isEmpty { throw ExitCode(1) }
  }
}

/// Errors of the store as messages of the program.
enum Stored {
  static func orInputError<Value>(_ work: () throws -> Value) throws -> Value {
    do { return try work() } catch let error as StoreError { throw InputError(error.message) }
  }
}
