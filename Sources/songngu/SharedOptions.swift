import ArgumentParser
import Foundation
import Summarization
import TextModel
import Workflow

/// Options that every command takes.
struct SharedOptions: ParsableArguments {
  @Option(help: "A glossary that comes before the shipped ones (may be repeated).")
  var glossary: [String] = []

  @Option(help: "The folder of the shipped glossaries. Default: found beside the program.")
  var glossaries: String?

  @OptionGroup var dataFiles: DataOptions

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  /// The stages with all data.
  func workbench(annotates: Bool = false) throws -> Workbench {
    Workbench(language: try language(), glossaries: try glossarySet(), annotates: annotates)
  }

  /// The language data, with messages about broken weights of the user.
  func language() throws -> LanguageData {
    let language = try dataFiles.language()
    if dataFiles.data != nil { Console.report(language.summaryWeights.findings, quiet: quiet) }
    return language
  }

  /// The glossaries, with messages about broken rows.
  /// - Parameter replacing: edited files that stand for the shipped ones. Default: none.
  func glossarySet(replacing: [String] = []) throws -> GlossarySet {
    let folder = folder
    if folder == nil { Console.report([Self.noGlossaries], quiet: quiet) }
    let set = try InputError.from {
      try GlossarySet(folder: folder, files: glossary, replacing: replacing)
    }
    Console.report(set.findings, quiet: quiet)
    return set
  }

  /// The folder of the shipped glossaries; nil when there is none.
  var folder: String? { glossaries ?? Self.shippedFolder() }

  private static let noGlossaries = Finding(
    .warning, "no-glossaries", "the shipped glossaries were not found; most words have no English",
    fix: "name their folder with --glossaries")

  /// `Glossaries` beside the program, in `share/songngu` of its prefix, or in a folder above it;
  /// before all what `SONGNGU_GLOSSARIES` names, none when that is empty.
  private static func shippedFolder() -> String? {
    if let named = ProcessInfo.processInfo.environment["SONGNGU_GLOSSARIES"] {
      return named.isEmpty ? nil : named
    }
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    var folder = program.deletingLastPathComponent()
    let installed = folder.deletingLastPathComponent().appendingPathComponent(
      "share/songngu/Glossaries")
    if FileManager.default.fileExists(atPath: installed.path) { return installed.path }
    for _ in 0..<6 {
      let candidate = folder.appendingPathComponent("Glossaries")
      if FileManager.default.fileExists(atPath: candidate.path) { return candidate.path }
      folder.deleteLastPathComponent()
    }
    return nil
  }
}

/// Where the data of the language is read.
struct DataOptions: ParsableArguments {
  @Option(
    help: """
      A folder of data files (weights, cues, grammar) that stand for the shipped ones of their names.
      """)
  var data: String?

  /// The language data.
  func language() throws -> LanguageData {
    try InputError.from {
      try LanguageData(try data.map { try DataFiles(folder: $0) } ?? DataFiles())
    }
  }
}
