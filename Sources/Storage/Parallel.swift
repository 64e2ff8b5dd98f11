import Dispatch
import Synchronization

/// Work on many values at once. The order of results is that of the values.
enum Parallel {
  /// Fewer values than this are not worth the threads.
  private static let least = 8

  /// The results for all values; the first error, in the order of the values, is thrown.
  static func map<Value: Sendable, Output: Sendable>(
    _ values: [Value], _ work: @Sendable (Value) throws -> Output
  ) throws -> [Output] {
    if values.count < least { return try values.map(work) }
    let parts = Mutex<[Int: Result<[Output], any Error>]>([:])
    let size = 16
    let count = (values.count + size - 1) / size
    DispatchQueue.concurrentPerform(iterations: count) { part in
      let range = (part * size)..<min(values.count, (part + 1) * size)
      let made = Result { try values[range].map(work) }
      parts.withLock { $0[part] = made }
    }
    let made = parts.withLock { $0 }
    return try (0..<count).flatMap { try made[$0]?.get() ?? [] }
  }
}
