public import Foundation

/// The program, run as a user runs it.
public enum Program {
  /// Runs the program of the debug build in the root of the checkout.
  /// - Returns: its exit code, standard output and standard error.
  public static func run(
    _ arguments: [String], input: String = "", in folder: URL = Repository.root
  ) throws -> (code: Int32, out: String, err: String) {
    try run(Repository.url(".build/debug/songngu"), arguments, input: input, in: folder)
  }

  /// Runs a script of Tests/Scripts with Python against the debug build.
  /// - Returns: its exit code and standard output; what it skipped is printed.
  public static func script(_ name: String, _ arguments: [String] = []) throws -> (
    code: Int32, out: String
  ) {
    let script = Repository.url("Tests/Scripts/\(name)").path
    let found = try run(
      URL(fileURLWithPath: "/usr/bin/env"),
      ["SONGNGU_PATH=\(Repository.url(".build/debug").path)", "python3", script] + arguments)
    for line in found.out.split(separator: "\n") where line.hasPrefix("skipped") { print(line) }
    return (found.code, found.out)
  }

  private static func run(
    _ program: URL, _ arguments: [String], input: String = "", in folder: URL = Repository.root
  ) throws -> (code: Int32, out: String, err: String) {
    let process = Process()
    let pipes = (input: Pipe(), output: Pipe(), errors: Pipe())
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    (process.standardInput, process.standardOutput, process.standardError) = (
      pipes.input, pipes.output, pipes.errors
    )
    try process.run()
    pipes.input.fileHandleForWriting.write(Data(input.utf8))
    try pipes.input.fileHandleForWriting.close()
    let out = pipes.output.fileHandleForReading.readDataToEndOfFile()
    let err = pipes.errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: out, as: UTF8.self),
      String(decoding: err, as: UTF8.self)
    )
  }
}
