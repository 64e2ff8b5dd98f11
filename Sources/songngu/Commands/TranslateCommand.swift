import ArgumentParser

/// `songngu translate`: not yet.
struct TranslateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translate", abstract: "Translate sentences into English (not yet).",
    discussion: "Example: songngu translate --jsonl < records.jsonl")

  @Argument(help: "Files, folders, or - for standard input.") var paths: [String] = ["-"]
  @Flag(help: "JSON Lines: {\"id\",\"text\"} on standard input.") var jsonl = false

  func run() throws {
    Console.error("songngu: translate is not yet part of this version; see docs/changelog.md")
    throw ExitCode(2)
  }
}
