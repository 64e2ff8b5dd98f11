import ArgumentParser

/// `songngu words`: not yet.
struct WordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "words", abstract: "Cut text into words (not yet).",
    discussion: "Example: songngu words --jsonl < records.jsonl")

  @Argument(help: "Files, folders, or - for standard input.") var paths: [String] = ["-"]
  @Flag(help: "JSON Lines: {\"id\",\"text\"} on standard input.") var jsonl = false

  func run() throws {
    Console.error("songngu: words is not yet part of this version; see docs/changelog.md")
    throw ExitCode(2)
  }
}
