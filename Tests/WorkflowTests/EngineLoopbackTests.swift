import Foundation
import TestSupport
import Testing
import TextModel

@testable import Translation
@testable import Workflow

/// The programs that the tests below need.
private enum LoopbackTools {
  static var areHere: Bool {
    let paths = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return ["python3", "curl"].allSatisfy { tool in
      paths.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(tool)") }
    }
  }
}

/// Engines over real pipes and sockets, the latter on 127.0.0.1 only.
@Suite(.enabled("python3 and curl are not here") { LoopbackTools.areHere }, .serialized)
struct EngineLoopbackTests {
  private static let secret = "sk-THE-KEY-9137"

  /// A server that lives as long as the value.
  private final class Server {
    let port: String
    private let process = Process()
    private let input = Pipe()

    init() throws {
      let output = Pipe()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["python3", Repository.url("Tests/Fixtures/engines/server.py").path]
      process.standardInput = input
      process.standardOutput = output
      try process.run()
      let line = output.fileHandleForReading.availableData
      port = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .newlines)
    }

    deinit {
      try? input.fileHandleForWriting.close()
      process.waitUntilExit()
    }
  }

  private func limits(_ seconds: Double, size: Int = 1_000_000) -> EngineLimits {
    var limits = EngineLimits()
    limits.timeOut = seconds
    limits.answerSize = size
    return limits
  }

  private func engine(
    _ server: Server, _ manner: String, key: String? = nil, limits: EngineLimits
  ) -> OpenAIEngine {
    OpenAIEngine(
      url: "http://127.0.0.1:\(server.port)/\(manner)", model: "m",
      plan: RetryPlan(retries: 2, firstWait: 0.01) { Thread.sleep(forTimeInterval: $0) },
      transport: CurlTransport(key: key.map(EngineKey.init), limits: limits))
  }

  private let request = SentenceRequest(
    bytes: Array("Hai bên \"đồng ý\" \\ và ký.".utf8), range: 0..<32)

  @Test func aServerIsAsked() throws {
    let server = try Server()
    let found = try engine(server, "good", limits: limits(10)).translate(request)
    #expect(found.text == "The two sides agreed.")
    let libre = LibreTranslateEngine(
      url: "http://127.0.0.1:\(server.port)/good", key: nil, plan: RetryPlan(retries: 0) { _ in },
      transport: CurlTransport(key: nil, limits: limits(10)))
    #expect(try libre.translate(request).text == "The two sides agreed.")
  }

  @Test func theServerGetsWhatWasWrittenAndTheKeyInItsHeader() throws {
    let server = try Server()
    let found = try engine(server, "echo", key: Self.secret, limits: limits(10)).translate(request)
    #expect(found.text.contains("Bearer \(Self.secret)"))
    #expect(found.text.contains(#"Hai b\u00ean \"\u0111\u1ed3ng \u00fd\" \\ v\u00e0 k\u00fd"#))
  }

  @Test func aServerThatFailsOnceIsAskedAgain() throws {
    let server = try Server()
    let found = try engine(server, "flaky", limits: limits(10)).translate(request)
    #expect(found.text == "The two sides agreed.")
  }

  @Test(arguments: [
    ("slow", EngineFailure.Code.timeOut), ("wrong", .badAnswer), ("huge", .tooLarge),
    ("refuse", .refused), ("redirect", .refused),
  ]) func badServersAreFailures(_ manner: String, _ code: EngineFailure.Code) throws {
    let server = try Server()
    let transport = CurlTransport(
      key: EngineKey(Self.secret), limits: limits(manner == "slow" ? 0.5 : 10))
    let engine = OpenAIEngine(
      url: "http://127.0.0.1:\(server.port)/\(manner)", model: "m",
      plan: RetryPlan(retries: 0) { _ in }, transport: transport)
    let clock = ContinuousClock()
    let time = clock.measure {
      let error = #expect(throws: EngineFailure.self) { try engine.translate(request) }
      #expect(error?.code == code, "\(manner): \(String(describing: error))")
      #expect(error?.message.contains(Self.secret) == false)
    }
    #expect(time < .seconds(10))
  }

  @Test func nobodyListensAndNoCurlAreFailures() {
    let transport = CurlTransport(key: nil, limits: limits(5))
    let web = WebRequest(url: "http://127.0.0.1:1/x", body: [], sendsKey: false)
    let error = #expect(throws: EngineFailure.self) { try transport.send(web) }
    #expect(error?.code == .unreachable && error?.isPassing == true)
    let none = CurlTransport(key: nil, limits: limits(5), program: "no-such-curl")
    let other = #expect(throws: EngineFailure.self) { try none.send(web) }
    #expect(other?.code == .unreachable && other?.message.contains("no-such-curl") == true)
  }

  // MARK: Programs

  private func program(
    _ manner: String, _ more: [String] = [], seconds: Double = 10
  ) -> CommandEngine {
    let path = Repository.url("Tests/Fixtures/engines/program.py").path
    return CommandEngine(
      program: "python3",
      transport: ProgramTransport(["python3", path, manner] + more, limits: limits(seconds)))
  }

  @Test func aProgramIsAskedAgainAndAgain() throws {
    let engine = program("upper")
    for _ in 0..<3 { #expect(try engine.translate(request).text.hasPrefix("HAI BÊN")) }
  }

  @Test func aProgramGetsTermsAndNoKey() throws {
    setenv(EngineChoice.keyVariable, Self.secret, 1)
    defer { unsetenv(EngineChoice.keyVariable) }
    #expect(try program("key").translate(request).text == "none")
    let sentence = SentenceRequest(
      bytes: request.bytes, range: request.range,
      terms: [TermConstraint(vi: "Nga", en: "Russia")])
    #expect(try program("terms").translate(sentence).text == "Nga=Russia")
  }

  @Test(arguments: [
    ("slow", EngineFailure.Code.timeOut), ("huge", .tooLarge), ("wrong", .badAnswer),
    ("other", .badAnswer), ("dead", .unreachable), ("error", .refused),
  ]) func badProgramsAreFailures(_ manner: String, _ code: EngineFailure.Code) {
    let engine = program(manner, seconds: manner == "slow" ? 0.5 : 10)
    let error = #expect(throws: EngineFailure.self) { try engine.translate(request) }
    #expect(error?.code == code, "\(manner): \(String(describing: error))")
  }

  /// What the program started is ended with it.
  @Test func nothingIsLeftBehind() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let engine = program("child", [file.path], seconds: 2)
    #expect(throws: EngineFailure.self) { try engine.translate(request) }
    let number = try #require(Int32(try String(contentsOf: file, encoding: .utf8)))
    var isGone = false
    for _ in 0..<100 where !isGone {
      let state = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8)
      isGone = state.map { $0.contains(") Z ") } ?? true
      if !isGone { usleep(20_000) }
    }
    #expect(isGone)
  }
}
