import ArgumentParser
import Foundation
import Storage
import TextModel
import Workflow

/// Where the translation memory is kept.
struct MemoryOptions: ParsableArguments {
  @Option(help: "A translation memory (TMX) in place of the workspace's.") var memory: String?

  /// The units, from the file named or from the workspace; empty when there is neither.
  /// - Parameter mayBeMissing: whether a file that is not there is an empty memory. Default: no.
  func book(_ place: WorkspaceOptions, mayBeMissing: Bool = false) throws -> MemoryBook {
    if let memory {
      return try InputError.from { try MemoryBook(file: memory, mayBeMissing: mayBeMissing) }
    }
    return try Stored.orInputError {
      MemoryBook(try place.store(readOnly: true)?.memory() ?? [])
    }
  }

  /// The same; without a file or workspace there is nothing to work on.
  func requiredBook(
    _ place: WorkspaceOptions, mayBeMissing: Bool = false
  ) throws -> MemoryBook {
    if memory == nil {
      return try Stored.orInputError {
        MemoryBook(try place.requiredStore(readOnly: true).memory())
      }
    }
    return try book(place, mayBeMissing: mayBeMissing)
  }

  /// Keeps changed units.
  func keep(_ units: [MemoryUnit], _ place: WorkspaceOptions) throws {
    if let memory {
      var book = try book(place, mayBeMissing: true)
      for unit in units { book.put(unit) }
      return try InputError.from { try book.write(to: memory) }
    }
    try Stored.orInputError { try place.requiredStore().remember(units) }
  }
}

/// Which engine makes the English, and how it is asked.
struct EngineOptions: ParsableArguments {
  @Option(
    help: """
      gist, memory, command:PROGRAM ARGS, libretranslate:URL or openai:URL#MODEL. A key is taken from \
      the environment variable SONGNGU_API_KEY alone.
      """)
  var engine = "gist"
  @Option(help: "How like an approved sentence must be to be shown, from 0 to 1.")
  var fuzzy = SentenceTranslator.defaultThreshold
  @Option(help: "Seconds that an engine has for a sentence.") var engineTime = 60.0
  @Option(help: "Attempts after the first, where the failure may pass.") var engineRetries = 2
  @Flag(help: "Use no translation memory.") var noMemory = false
  @OptionGroup var memory: MemoryOptions

  func validate() throws {
    do throws(EngineChoice.Problem) {
      _ = try EngineChoice(engine)
    } catch {
      throw ValidationError("--engine: \(error)")
    }
    guard fuzzy >= 0.3, fuzzy <= 1 else {
      throw ValidationError("--fuzzy takes a share, from 0.3 to 1")
    }
    guard engineTime >= 0.1, engineTime <= 3600 else {
      throw ValidationError("--engine-time takes seconds, from 0.1 to 3600")
    }
    guard (0...10).contains(engineRetries) else {
      throw ValidationError("--engine-retries takes a number from 0 to 10")
    }
    if noMemory, memory.memory != nil {
      throw ValidationError("--no-memory and --memory exclude each other")
    }
  }

  /// The units that may be used.
  func book(_ place: WorkspaceOptions) throws -> MemoryBook {
    noMemory ? MemoryBook() : try memory.book(place)
  }

  /// The translator.
  func translator(_ workbench: Workbench, _ book: MemoryBook) throws -> SentenceTranslator {
    var limits = EngineLimits()
    limits.timeOut = engineTime
    limits.retries = engineRetries
    let key = ProcessInfo.processInfo.environment[EngineChoice.keyVariable]
    do throws(EngineChoice.Problem) {
      return try SentenceTranslator(
        workbench, choice: try EngineChoice(engine), limits: limits,
        key: key.flatMap { $0.isEmpty ? nil : $0 }, memory: book, threshold: fuzzy)
    } catch {
      throw ValidationError("--engine: \(error)")
    }
  }

  /// The approved units of a memory, to be kept with a run; nil when there are none.
  func approved(_ book: MemoryBook) -> [MemoryUnit]? {
    let units = book.units.filter(\.isApproved)
    return units.isEmpty ? nil : units
  }

  /// Writes what the English depends on into a recipe; the defaults stay unsaid.
  func set(_ recipe: inout Recipe, _ book: MemoryBook) {
    if engine != "gist" { recipe.engine = engine }
    let isUsed = approved(book) != nil
    if isUsed { recipe.memory = String(book.digest.prefix(12)) }
    if isUsed, fuzzy != SentenceTranslator.defaultThreshold { recipe.fuzzy = fuzzy }
  }
}
