import ArgumentParser
import Workflow

/// Says how often the gist stood in for an engine that failed.
enum StandIns {
  /// - Throws: exit code 1 when it did.
  static func report(_ translator: SentenceTranslator) throws {
    guard translator.standIns > 0 else { return }
    let count = translator.standIns
    Console.error(
      "warning: the engine failed for \(count) sentence\(count == 1 ? "" : "s"), which the gist "
        + "translated; each is flagged with the reason")
    throw ExitCode(1)
  }
}
