package import Translation

/// Asks a program that stays, line by line. After a failure it is ended, and started again for the next
/// line.
package final class ProgramTransport: LineTransport {
  private let words: [String]
  private let limits: EngineLimits
  private var child: ChildProcess?

  /// Makes a transport; the program starts with the first line.
  /// - Parameter words: the program and its arguments.
  package init(_ words: [String], limits: EngineLimits) {
    self.words = words
    self.limits = limits
  }

  /// Writes a line and gives the one that comes back, both without the line feed.
  package func ask(_ line: [UInt8]) throws(EngineFailure) -> [UInt8] {
    let running: ChildProcess
    if let child {
      running = child
    } else {
      running = try ChildProcess(words, hiding: [EngineChoice.keyVariable], isQuiet: false)
      child = running
    }
    do throws(EngineFailure) {
      return try running.exchange(
        line + [0x0A], isLast: false, timeOut: limits.timeOut, limit: limits.answerSize)
    } catch {
      running.stop(isHurried: true)
      child = nil
      throw error
    }
  }
}
