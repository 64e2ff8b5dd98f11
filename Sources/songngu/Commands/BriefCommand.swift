import ArgumentParser
import Foundation
import Reporting
import Storage
import Summarization
import TextModel
import Workflow

/// `songngu brief`: the main job.
struct BriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Articles in; an index, a report of the set and one for each article out.",
    discussion: "Example: songngu brief seeds/ --output briefs --sentences 4")

  @Argument(help: "Files, folders, or - for standard input.") var paths: [String] = ["-"]
  @Flag(help: "JSON Lines: {\"id\",\"text\",\"url\"?,\"published\"?} on standard input.")
  var jsonl = false
  @Option(name: .shortAndLong, help: "The folder of the reports.") var output = "briefs"
  @Option(help: "Forms of report, separated by commas: \(Reports.formats.joined(separator: ", ")).")
  var format = Reports.standard.joined(separator: ",")
  @Option(help: "How English is written: a name of `songngu style list`, or a file.")
  var style: String?
  @Option(help: "A folder with templates and house.css in place of the shipped ones.")
  var template: String?
  @Option(help: "The title of the set.") var title: String?
  @Option(help: "The date of articles that give none (ISO 8601).") var date: String?
  @Option(help: "The encoding of all inputs. Default: found from the bytes.") var encoding: String?
  @Flag(help: "Overwrite files that songngu did not write.") var force = false
  @Flag(help: "Compute every stage anew; take none from the runs of the workspace.")
  var noCache = false
  @OptionGroup var length: LengthOptions
  @OptionGroup var topics: TopicOptions
  @OptionGroup var engines: EngineOptions
  @OptionGroup var shared: SharedOptions
  @OptionGroup var place: WorkspaceOptions

  private var formats: [String] { format.split(separator: ",").map(String.init) }

  func validate() throws {
    for name in formats where !Reports.formats.contains(name) {
      throw ValidationError(
        "no form of report is named '\(name)'; forms are \(Reports.formats.joined(separator: ", "))"
      )
    }
  }

  func run() throws {
    var recipe = Recipe()
    recipe.title = title
    recipe.date = date
    recipe.encoding = encoding
    recipe.style = try style.map { name in
      try InputError.from { try StyleFile.profile(name) }
    }
    let house = try template.map { folder in
      try InputError.from { try HouseTemplate(folder: folder) }
    }
    recipe.template = house.map { house in
      Digest.sha256(Array(house.files.map { "\($0.name)\n\($0.text)\n" }.joined().utf8))
    }
    recipe.summarization.budget = try length.budget(default: recipe.summarization.budget)
    let tools = try BriefTools(shared)
    if !topics.isEmpty { topics.set(&recipe.summarization, tools.workbench) }
    let book = try engines.book(place)
    engines.set(&recipe, book)
    if jsonl {
      return try runLines(tools.workbench, recipe, try engines.translator(tools.workbench, book))
    }
    let job = BriefJob(
      tools: tools, recipe: recipe, formats: formats,
      folder: try ReportFolder(output, force: force), template: house, store: try place.store(),
      isQuiet: shared.quiet, translator: { try engines.translator($0, book) },
      memory: engines.approved(book), takesStages: !noCache)
    for format in formats where !shared.quiet {
      if let lost = Reports.losses(format) { Console.error("note: \(format) leaves out \(lost)") }
    }
    let outcome = try job.run(Input(paths))
    if !shared.quiet { printGlance(outcome, job.folder) }
    if !outcome.failures.isEmpty { throw ExitCode(3) }
    if let translator = outcome.translator { try StandIns.report(translator) }
  }

  private func printGlance(_ outcome: BriefJob.Outcome, _ folder: ReportFolder) {
    let set = outcome.set
    print(Escaping.terminal(set.title))
    for (index, article) in set.articles.enumerated() {
      print("\n\(index + 1). \(Escaping.terminal(article.headline.vi))")
      if let english = article.headline.en { print("   \(Escaping.terminal(english))") }
      let published = article.metadata.published ?? "date not given"
      print(
        "   \(published) · \(article.points.count) points · \(article.terms.count) terms · "
          + "\(article.repairs.count) repairs · \(article.leftOut.count) sentences left out")
    }
    let entry = formats.contains("html") ? "index.html" : "index.\(formats.first ?? "json")"
    print("\nReport: \(folder.path)/\(entry)")
    if let run = outcome.run { print("Run: #\(run.number) \(run.id)") }
    if let recent = outcome.set.recent { print("Changes \(recent.summary)") }
  }

  private struct Record: Decodable {
    let id: RecordID
    let text: String
    let url: String?
    let published: String?
  }
  private struct Result: Encodable {
    let id: RecordID
    let brief: Brief

    private enum Key: CodingKey { case id, source }

    func encode(to encoder: any Encoder) throws {
      try brief.encode(to: encoder)
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(id, forKey: .id)
      try container.encode(brief.id, forKey: .source)
    }
  }

  private func runLines(
    _ workbench: Workbench, _ recipe: Recipe, _ translator: SentenceTranslator
  ) throws {
    let reader = try workbench.articleReader()
    try JSONLines.run { (record: Record) in
      var recipe = recipe
      recipe.date = record.published ?? recipe.date
      recipe.url = record.url
      let bytes = Array(record.text.utf8)
      let document = SourceDocument(
        id: Digest.sha256(bytes), origin: "-", bytes: bytes)
      let work = try workbench.work(on: document, recipe: recipe, reader: reader)
      let made = try BriefMaker(workbench, recipe: recipe).brief(
        [work], failures: [], translator: translator)
      let set = try recipe.style.map { try made.styled($0) } ?? made
      guard let brief = set.articles.first, !work.article.sentences.isEmpty else {
        throw RecordError(code: "no-article", message: "no article was found in the text")
      }
      return Result(id: record.id, brief: brief)
    }
    try StandIns.report(translator)
  }
}
