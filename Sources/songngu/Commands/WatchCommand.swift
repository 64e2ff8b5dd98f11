import ArgumentParser
import Foundation
import Reporting
import Storage
import TextModel
import Workflow

/// `songngu watch`: briefs articles as they come into a folder.
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Brief new and changed articles of a folder as they come, one run for each batch.",
    discussion: """
      Example: songngu watch articles/ --output briefs

      Needs a workspace: what was briefed before is known from its runs, so the command may be stopped \
      and started at any moment.
      """)

  @Argument(help: "The folder.") var folder: String
  @Option(name: .shortAndLong, help: "The folder of the reports; each batch has one below it.")
  var output = "briefs"
  @Option(help: "Seconds between two looks at the folder.") var every = 5.0
  @Flag(help: "Look once, brief what is new, and end.") var once = false
  @OptionGroup var engines: EngineOptions
  @OptionGroup var shared: SharedOptions
  @OptionGroup var place: WorkspaceOptions

  func validate() throws {
    if every < 0.1 || every > 86_400 {
      throw ValidationError("--every takes seconds, from 0.1 to 86400")
    }
  }

  func run() throws {
    let store = try place.requiredStore()
    let tools = try BriefTools(shared)
    var known = try Stored.orInputError { try store.inputs() }
    var sizes: [String: Int] = [:]
    if !once, !shared.quiet { Console.error("watching \(folder); stop it with ctrl-C") }
    while true {
      let input = Input([folder])
      if once { Console.report(input.failures) }
      let new = input.documents.filter { !known.contains($0.id) }
      let settled = new.filter { once || sizes[$0.origin] == $0.bytes.count }
      sizes = Dictionary(new.map { ($0.origin, $0.bytes.count) }) { first, _ in first }
      if !settled.isEmpty {
        try brief(settled, tools, store)
        known.formUnion(settled.map(\.id))
      }
      if once { return }
      Thread.sleep(forTimeInterval: every)
    }
  }

  private func brief(
    _ documents: [SourceDocument], _ tools: BriefTools, _ store: RunStore
  ) throws {
    let number = (try Stored.orInputError { try store.runs(limit: 1) }.first?.number ?? 0) + 1
    let book = try engines.book(place)
    var recipe = Recipe()
    engines.set(&recipe, book)
    let job = BriefJob(
      tools: tools, recipe: recipe, formats: Reports.standard,
      folder: try ReportFolder("\(output)/\(number)", force: false), store: store,
      isQuiet: shared.quiet, translator: { try engines.translator($0, book) },
      memory: engines.approved(book))
    do {
      let outcome = try job.run(Input(documents: documents))
      // Written at once: the command ends by being stopped.
      Console.write(
        "run #\(outcome.run?.number ?? number): articles: \(documents.count) → \(job.folder.path)\n"
      )
    } catch let error as InputError where !once {
      Console.error("songngu: \(error)")
    }
  }
}
