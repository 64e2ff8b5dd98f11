import ArgumentParser
import Reporting

/// `songngu style`: how the English of reports is written.
struct StyleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "style",
    abstract: "How the English of reports is written: list the profiles, show one, check your own.",
    discussion: "Example: songngu style show british",
    subcommands: [List.self, Show.self])

  /// `songngu style list`
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The profiles that come with songngu.",
      discussion: "Example: songngu style list")

    func run() throws {
      for name in StyleFile.shipped {
        let profile = try InputError.from { try StyleFile.profile(name) }
        print("\(name)\t\(profile.title)")
      }
    }
  }

  /// `songngu style show`
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The settings of a profile; what is wrong with it, with file and line.",
      discussion: "Example: songngu style show house.tsv")

    @Argument(help: "The name of a profile, or a file.") var name: String

    func run() throws {
      let profile = try InputError.from { try StyleFile.profile(name) }
      for (setting, value) in profile.settings {
        print("\(setting)\t\(Escaping.terminal(value))")
      }
    }
  }
}
