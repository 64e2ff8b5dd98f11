/// A failure that ICU reported.
public struct ICUError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was asked of ICU.
  public let operation: String
  /// ICU's name of the error, such as `U_MEMORY_ALLOCATION_ERROR`.
  public let name: String

  /// Makes an error.
  package init(_ operation: String, name: String) {
    self.operation = operation
    self.name = name
  }

  /// One line that says what failed.
  public var description: String { "ICU could not \(operation): \(name)" }
}
