import Foundation
package import Translation

/// Sends requests with the program `curl`. Address, body and key go to its standard input, so that none
/// of them stands on a command line; its own settings file is not read, and redirects are not followed.
///
/// docs/design/translation.md says why a program and not a library.
package struct CurlTransport: WebTransport {
  private let key: EngineKey?
  private let limits: EngineLimits
  private let program: String

  /// The largest request, in bytes: what every curl takes as one line of settings.
  private static let requestLimit = 90_000
  /// Parts the status from the body.
  private static let mark: [UInt8] = Array("\nsongngu-status:".utf8)

  /// Makes a transport.
  /// - Parameter program: the program. Default: `curl`.
  package init(key: EngineKey?, limits: EngineLimits, program: String = "curl") {
    self.key = key
    self.limits = limits
    self.program = program
  }

  /// Sends a request once.
  package func send(_ request: WebRequest) throws(EngineFailure) -> WebAnswer {
    let settings = settings(request)
    guard settings.count <= Self.requestLimit else {
      throw EngineFailure(.tooLarge, "the sentence is too long to be sent")
    }
    let child = try ChildProcess(
      [program, "-q", "--config", "-"], hiding: [EngineChoice.keyVariable], isQuiet: true)
    let output: [UInt8]
    do throws(EngineFailure) {
      output = try child.exchange(
        settings, isLast: true, timeOut: limits.timeOut + 1, limit: limits.answerSize + 64)
    } catch {
      child.stop(isHurried: true)
      throw error
    }
    let code = child.stop() ?? -1
    if let failure = Self.failure(code, limits) { throw failure }
    guard let place = Self.lastMark(in: output),
      let status = Int(String(decoding: output[(place + Self.mark.count)...], as: UTF8.self))
    else { throw EngineFailure(.badAnswer, "curl gave no status") }
    return WebAnswer(status: status, body: Array(output[..<place]))
  }

  /// The settings of one request, as curl's configuration.
  private func settings(_ request: WebRequest) -> [UInt8] {
    var lines = [
      ("url", request.url), ("request", "POST"), ("header", "Content-Type: application/json"),
      ("header", "Expect:"), ("user-agent", "songngu"), ("proto", "=http,https"),
      ("noproxy", "localhost,127.0.0.1,::1"), ("max-time", "\(limits.timeOut)"),
      ("max-filesize", "\(limits.answerSize)"), ("output", "-"),
      ("write-out", "\\nsongngu-status:%{http_code}"),
      ("data-raw", Self.escaped(String(decoding: request.body, as: UTF8.self))),
    ]
    if request.sendsKey, let key {
      lines.append(("header", "Authorization: Bearer \(Self.escaped(key.value))"))
    }
    return Array(("silent\n" + lines.map { "\($0) = \"\($1)\"\n" }.joined()).utf8)
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
      .replacing("\r", with: "\\r")
  }

  private static func lastMark(in output: [UInt8]) -> Int? {
    guard output.count >= mark.count else { return nil }
    return (0...(output.count - mark.count)).last { output[$0...].starts(with: mark) }
  }

  /// What an exit code means. Source: curl(1), exit codes.
  private static func failure(_ code: Int32, _ limits: EngineLimits) -> EngineFailure? {
    switch code {
    case 0: nil
    case 28:
      EngineFailure(
        .timeOut, "no answer came within \(limits.timeOut) seconds", isPassing: true)
    case 63:
      EngineFailure(.tooLarge, "the answer has more than \(limits.answerSize) bytes")
    case 5, 6, 7, 52, 55, 56:
      EngineFailure(
        .unreachable, "the server cannot be reached, or it hung up (curl \(code))", isPassing: true)
    case 35, 51, 53, 54, 58, 59, 60, 77, 83, 90, 91:
      EngineFailure(.unreachable, "the server's certificate or TLS was refused (curl \(code))")
    default: EngineFailure(.unreachable, "the request failed (curl \(code))")
    }
  }
}
