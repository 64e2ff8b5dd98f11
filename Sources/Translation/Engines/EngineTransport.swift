/// A request to a server: always a POST of JSON.
package struct WebRequest: Sendable {
  /// The address.
  package let url: String
  /// The body.
  package let body: [UInt8]
  /// Whether the key goes into the header `Authorization`; a key in the body is the engine's business.
  package let sendsKey: Bool

  /// Makes a request.
  package init(url: String, body: [UInt8], sendsKey: Bool) {
    self.url = url
    self.body = body
    self.sendsKey = sendsKey
  }
}

/// What a server answered.
package struct WebAnswer: Sendable {
  /// The status of HTTP.
  package let status: Int
  /// The body.
  package let body: [UInt8]

  /// Makes an answer.
  package init(status: Int, body: [UInt8]) {
    self.status = status
    self.body = body
  }
}

/// A key to a server. It describes itself as nothing, is not coded, and reaches a transport only.
package struct EngineKey: Sendable, CustomStringConvertible, CustomReflectable {
  /// The key.
  package let value: String

  /// Takes a key.
  package init(_ value: String) { self.value = value }

  /// Never the key.
  package var description: String { "(a key)" }
  /// Never the key.
  package var customMirror: Mirror { Mirror(self, children: []) }
}

/// Sends requests. The program gives one that reaches servers; tests give others.
package protocol WebTransport {
  /// Sends a request once.
  /// - Throws: `EngineFailure` when there is no answer; its message holds no key.
  func send(_ request: WebRequest) throws(EngineFailure) -> WebAnswer
}

/// Asks a program line by line.
package protocol LineTransport {
  /// Writes a line and gives the one that comes back.
  /// - Throws: `EngineFailure` when there is none.
  func ask(_ line: [UInt8]) throws(EngineFailure) -> [UInt8]
}

/// Waits between attempts.
package struct RetryPlan: Sendable {
  /// The attempts after the first.
  package let retries: Int
  /// The wait before the first of them, in seconds; it doubles each time.
  package let firstWait: Double
  private let sleep: @Sendable (Double) -> Void

  /// Makes a plan.
  /// - Parameter sleep: waits for some seconds.
  package init(
    retries: Int, firstWait: Double = 0.5, sleep: @escaping @Sendable (Double) -> Void
  ) {
    self.retries = retries
    self.firstWait = firstWait
    self.sleep = sleep
  }

  /// Runs work until it succeeds, fails for good, or the attempts are used up.
  /// Source: exponential back-off, as RFC 9110 (Retry-After) and RFC 6298 (doubling) have it.
  package func run<Value>(
    _ work: () throws(EngineFailure) -> Value
  ) throws(EngineFailure) -> Value {
    var wait = firstWait
    for _ in 0..<max(0, retries) {
      do throws(EngineFailure) {
        return try work()
      } catch {
        guard error.isPassing else { throw error }
        sleep(wait)
        wait *= 2
      }
    }
    return try work()
  }

  /// Sends a request by this plan; what is no status 200 is a failure, one of 429 or 5xx may pass.
  package func send(
    _ request: WebRequest, over transport: any WebTransport
  ) throws(EngineFailure) -> [UInt8] {
    try run { () throws(EngineFailure) in
      let answer = try transport.send(request)
      if answer.status == 200 { return answer.body }
      throw EngineFailure(
        .refused, "the server answered with status \(answer.status)",
        isPassing: answer.status == 429 || answer.status >= 500)
    }
  }
}
