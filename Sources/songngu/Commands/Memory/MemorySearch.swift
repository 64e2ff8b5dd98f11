import ArgumentParser
import Reporting
import TextModel
import Workflow

/// `songngu memory search`: what the memory has for words or for a sentence.
struct MemorySearch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find units that hold some words in either language, or are like a sentence.",
    discussion: "Example: songngu memory search 'đàm phán an ninh'")

  @Argument(help: "Words, or a Vietnamese sentence.") var text: String
  @Option(help: "How like a sentence must be, from 0.3 to 1.")
  var fuzzy = SentenceTranslator.defaultThreshold
  @Option(help: "How many.") var limit = 20
  @Option(help: "text or json.") var format = OutputForm.text
  @OptionGroup var memory: MemoryOptions
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var dataFiles: DataOptions

  private struct Report: Encodable {
    let alike: [MemoryMatch]
    let holding: [MemoryRow]
  }

  func validate() throws {
    if fuzzy < 0.3 || fuzzy > 1 { throw ValidationError("--fuzzy takes a share, from 0.3 to 1") }
    if limit < 1 { throw ValidationError("--limit takes a number from 1") }
  }

  func run() throws {
    let book = try memory.requiredBook(place)
    let search = book.search(language: try dataFiles.language())
    let alike = search.alike(text, threshold: fuzzy, limit: limit)
    let holding = book.units(holding: text).prefix(limit).map(MemoryRow.init)
    try format.write(Report(alike: alike, holding: Array(holding))) {
      let lines =
        alike.flatMap { ["\($0.similarity)  \($0.differenceLine)", "  \($0.en)"] }
        + holding.flatMap(\.lines)
      return lines.isEmpty ? ["nothing is found"] : lines
    }
    if alike.isEmpty, holding.isEmpty { throw ExitCode(1) }
  }
}
