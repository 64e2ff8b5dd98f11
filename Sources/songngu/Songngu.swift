import ArgumentParser
import Foundation
import Normalization
import Reporting
import TextModel
import Workflow

/// The command line: parses, runs a command, and turns errors into messages and exit codes.
@main
struct Songngu: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "songngu",
    abstract: "Vietnamese press articles in, checked English briefs out.",
    discussion: """
      Example: songngu brief seeds/

      Exit codes: 0 fine, 1 findings where asked to fail on them, 2 usage, 3 unreadable input.
      """,
    version: Versions.description,
    subcommands: [
      BriefCommand.self, NormalizeCommand.self, SentencesCommand.self, WordsCommand.self,
      SummarizeCommand.self, AnnotateCommand.self, TranslateCommand.self, InspectCommand.self,
      GlossaryCommand.self, ConcordanceCommand.self, StyleCommand.self, CheckCommand.self,
      EvaluateCommand.self,
      InitCommand.self, RunsCommand.self, DiffCommand.self, BaselineCommand.self, WatchCommand.self,
      MemoryCommand.self,
    ])

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let code as ExitCode {
      Foundation.exit(code.rawValue)
    } catch {
      let code = exitCode(for: error)
      if code == .success {
        print(fullMessage(for: error))
        Foundation.exit(0)
      }
      Console.error(code == .validationFailure ? usage(error) : "songngu: \(error)")
      let isUnreadable = error is InputError || error is Normalization.DecodingError
      Foundation.exit(code == .validationFailure ? 2 : isUnreadable ? 3 : 1)
    }
  }
}

extension Songngu {
  /// The message for a wrong call, with the nearest command where the first word is none.
  private static func usage(_ error: any Error) -> String {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    let message = fullMessage(for: error)
    guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-"),
      !names.contains(word),
      let best = names.min(by: {
        EditDistance.between($0, word) < EditDistance.between($1, word)
      }),
      EditDistance.between(best, word) <= 3
    else { return message }
    return "Error: there is no command '\(word)'; did you mean '\(best)'?\n\(message)"
  }
}

/// Input that cannot be read, or output that cannot be written.
struct InputError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }

  /// Runs something that reads or writes data files; their errors become errors of input.
  static func from<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let error as DataError {
      throw InputError(error.description)
    } catch let error as StyleError {
      throw InputError(error.description)
    } catch let error as TemplateError {
      throw InputError(error.description)
    }
  }
}
