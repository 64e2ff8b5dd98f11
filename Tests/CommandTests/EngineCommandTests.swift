import Foundation
import TestSupport
import Testing

/// The program with a server on the loopback: what it says, what it writes, and where no key may stand.
@Suite struct EngineCommandTests {
  private static let secret = "sk-THE-KEY-9137"
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "songngu-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Runs the program while a server serves; `PORT` in the arguments becomes the server's.
  private func run(_ arguments: [String]) throws -> (code: Int32, text: String) {
    let (server, program) = (Process(), Process())
    let (input, port, output) = (Pipe(), Pipe(), Pipe())
    server.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    server.arguments = ["python3", Repository.url("Tests/Fixtures/engines/server.py").path]
    (server.standardInput, server.standardOutput) = (input, port)
    try server.run()
    defer {
      try? input.fileHandleForWriting.close()
      server.waitUntilExit()
    }
    let number = String(decoding: port.fileHandleForReading.availableData, as: UTF8.self)
      .trimmingCharacters(in: .newlines)
    program.executableURL = Repository.url(".build/debug/songngu")
    program.arguments = arguments.map { $0.replacing("PORT", with: number) }
    program.currentDirectoryURL = Repository.root
    program.environment = ProcessInfo.processInfo.environment.merging([
      "SONGNGU_API_KEY": Self.secret
    ]) { $1 }
    (program.standardOutput, program.standardError) = (output, output)
    program.standardInput = FileHandle.nullDevice
    try program.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    program.waitUntilExit()
    return (program.terminationStatus, String(decoding: text, as: UTF8.self))
  }

  private func brief(_ manner: String) throws -> (code: Int32, text: String) {
    try run([
      "brief", "seeds/003_6816ffcc3dfd9e1f.txt", "--workspace", folder.path, "--output",
      folder.appendingPathComponent("out").path, "--engine",
      "openai:http://127.0.0.1:PORT/\(manner)#m", "--engine-retries", "0",
    ])
  }

  /// The gist that stood in for an engine is not taken for the engine's English the next time.
  @Test(.enabled("python3 and curl are not here") { EngineCommandTests.toolsAreHere() })
  func whatFailedIsAskedAgain() throws {
    let script = folder.appendingPathComponent("engine.py").path
    let down = folder.appendingPathComponent("down").path
    let lines = """
      import json, os, sys
      for line in sys.stdin:
          if os.path.exists("\(down)"):
              sys.exit(3)
          print(json.dumps({"id": json.loads(line)["id"], "text": "By the program."}), flush=True)
      """
    try lines.write(toFile: script, atomically: true, encoding: .utf8)
    try "".write(toFile: down, atomically: true, encoding: .utf8)
    #expect(try Program.run(["init", folder.path]).code == 0)
    for code in [1, 0] as [Int32] {
      let output = folder.appendingPathComponent("out\(code)").path
      let found = try Program.run([
        "brief", "seeds/003_6816ffcc3dfd9e1f.txt", "--workspace", folder.path, "--output", output,
        "--format", "json", "--engine", "command:python3 \(script)", "--engine-retries", "0",
      ])
      #expect(found.code == code, "\(found.err)")
      let set = try String(contentsOfFile: "\(output)/set.json", encoding: .utf8)
      #expect(set.contains("By the program.") == (code == 0))
      try? FileManager.default.removeItem(atPath: down)
    }
  }

  @Test(.enabled("python3 and curl are not here") { EngineCommandTests.toolsAreHere() })
  func theKeyStandsInNoOutput() throws {
    #expect(try run(["init", folder.path]).code == 0)
    for (manner, code) in [("good", 0), ("wrong", 1), ("refuse", 1)] {
      let found = try brief(manner)
      #expect(found.code == code, "\(found.text)")
      #expect(!found.text.contains(Self.secret))
    }
    let walker = FileManager.default.enumerator(atPath: folder.path)
    let files = (walker?.compactMap { $0 as? String } ?? []).sorted()
    #expect(files.contains { $0.hasSuffix("store.sqlite") } && files.contains("out/set.json"))
    let secret = Data(Self.secret.utf8)
    for file in files {
      let data = FileManager.default.contents(atPath: folder.appendingPathComponent(file).path)
      #expect(data?.range(of: secret) == nil, "\(file)")
    }
  }

  @Test(.enabled("python3 and curl are not here") { EngineCommandTests.toolsAreHere() })
  func sentencesSayWhoseTheyAreAndWhatDisagrees() throws {
    #expect(try run(["init", folder.path]).code == 0)
    #expect(try brief("good").code == 0)
    let json = try String(
      contentsOf: folder.appendingPathComponent("out/set.json"), encoding: .utf8)
    #expect(json.contains("openai:http://127.0.0.1:") && json.contains("name-missing"))
    #expect(!json.contains("\"engine\" : \"gist\""))
    let failed = try brief("wrong")
    #expect(failed.text.contains("the engine failed for"))
    let later = try String(
      contentsOf: folder.appendingPathComponent("out/set.json"), encoding: .utf8)
    #expect(later.contains("engine-bad-answer") && later.contains("engine-given-up"))
    #expect(later.contains("\"engine\" : \"gist\""))
  }

  static func toolsAreHere() -> Bool {
    let paths = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return ["python3", "curl"].allSatisfy { tool in
      paths.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(tool)") }
    }
  }
}
