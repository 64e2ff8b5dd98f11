public import Foundation

/// The program, run as a user runs it.
public enum Program {
  /// Runs the program of the debug build in the root of the checkout.
  /// - Returns: its exit code, standard output and standard error.
  public static func run(_ arguments: [String], in folder: URL = Repository.root) throws -> (
    code: Int32, out: String, err: String
  ) {
    let process = Process()
    let pipes = (output: Pipe(), errors: Pipe())
    process.executableURL = Repository.url(".build/debug/songngu")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    (process.standardOutput, process.standardError) = (pipes.output, pipes.errors)
    try process.run()
    let out = pipes.output.fileHandleForReading.readDataToEndOfFile()
    let err = pipes.errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: out, as: UTF8.self),
      String(decoding: err, as: UTF8.self)
    )
  }
}
