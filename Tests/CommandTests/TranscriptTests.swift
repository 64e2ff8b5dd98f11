import Foundation
import TestSupport
import Testing

/// Runs every `console` block of the documentation and compares what it prints.
@Suite struct TranscriptTests {
  struct Step: Sendable, CustomTestStringConvertible {
    let file: String
    let line: Int
    let command: String
    let expected: [String]
    var testDescription: String { "\(file):\(line): \(command)" }
  }

  static let steps: [Step] = {
    let files = ["README.md", "seeds/README.md"] + Repository.files(below: "docs", ending: ".md")
    return files.flatMap { file in (try? blocks(of: file)) ?? [] }
  }()

  private static func blocks(of file: String) throws -> [Step] {
    var steps: [Step] = []
    var inside = false
    var command: (line: Int, text: String, expected: [String])?
    func finish() {
      if let done = command {
        steps.append(Step(file: file, line: done.line, command: done.text, expected: done.expected))
      }
      command = nil
    }
    let lines = try Repository.text(file).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    for (number, line) in lines.enumerated() {
      if line.hasPrefix("```") {
        finish()
        inside = line == "```console"
      } else if inside, line.hasPrefix("% ") {
        finish()
        command = (number + 1, String(line.dropFirst(2)), [])
      } else if inside, let open = command, open.expected.isEmpty, line.hasPrefix("> ") {
        command?.text += "\n" + line.dropFirst(2)
      } else if inside {
        command?.expected.append(line)
      }
    }
    return steps
  }

  @Test func theDocumentationHasTranscripts() { #expect(Self.steps.count >= 10) }

  /// The files with commands, in order.
  static let files = steps.map(\.file).reduce(into: [String]()) { files, file in
    if files.last != file { files.append(file) }
  }

  /// The commands of a file run in order: a later one may need what an earlier one made.
  @Test(arguments: files) func printsWhatTheDocumentationSays(file: String) throws {
    for step in Self.steps where step.file == file {
      let found = try run(step.command)
      #expect(
        matches(found[...], step.expected[...]), "\(step): \(found.joined(separator: "\n"))")
    }
  }

  /// `...` alone on a line stands for any lines.
  private func matches(_ found: ArraySlice<String>, _ expected: ArraySlice<String>) -> Bool {
    guard let first = expected.first else { return found.isEmpty }
    if first == "..." {
      return (found.startIndex...found.endIndex).contains {
        matches(found[$0...], expected.dropFirst())
      }
    }
    return found.first == first && matches(found.dropFirst(), expected.dropFirst())
  }

  private func run(_ command: String) throws -> [String] {
    let programs = Bundle.main.bundleURL.deletingLastPathComponent().path
    let process = Process()
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = Repository.root
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] = "\(Self.binaries(near: programs)):\(environment["PATH"] ?? "")"
    process.environment = environment
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let out = output.fileHandleForReading.readDataToEndOfFile()
    let err = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    var lines = String(decoding: out, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    if lines.last == "" { lines.removeLast() }
    lines += String(decoding: err, as: UTF8.self).split(separator: "\n").map { "! \($0)" }
    if process.terminationStatus != 0 { lines.append("[exit \(process.terminationStatus)]") }
    return lines
  }

  /// The folder of the build that holds the program.
  private static func binaries(near path: String) -> String {
    let candidates = [path, Bundle.main.bundlePath, Repository.url(".build/debug").path]
    return candidates.first { FileManager.default.fileExists(atPath: "\($0)/songngu") } ?? path
  }
}
