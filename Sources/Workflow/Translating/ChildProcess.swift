import Foundation
import Translation

/// A program that runs beside ours, with pipes to its input and from its output.
///
/// Law: when `stop` returns, the process and its children are gone. Nothing waits longer than its
/// deadline.
final class ChildProcess {
  private let process: pid_t
  private var input: Int32
  private let output: Int32
  private var buffer: [UInt8] = []
  private var isRunning = true

  /// Seconds that a program has to end after it was asked to.
  private static let grace = 0.5

  /// Starts a program, found by the PATH, without a shell.
  /// - Parameters:
  ///   - words: the program and its arguments.
  ///   - hidden: environment variables that it does not get.
  ///   - isQuiet: whether its errors are thrown away.
  init(_ words: [String], hiding hidden: Set<String>, isQuiet: Bool) throws(EngineFailure) {
    let (reading, writing) = (try Self.pipe(), try Self.pipe())
    (process, input, output) = (
      try Self.spawn(
        words, hiding: hidden, isQuiet: isQuiet, input: reading.out, output: writing.in),
      reading.in, writing.out
    )
    close(reading.out)
    close(writing.in)
    for end in [input, output] { _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK) }
  }

  deinit { stop() }

  private static func pipe() throws(EngineFailure) -> (out: Int32, in: Int32) {
    var ends: [Int32] = [-1, -1]
    guard Foundation.pipe(&ends) == 0 else {
      throw EngineFailure(.unreachable, "no pipe to a program can be made")
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private static func spawn(
    _ words: [String], hiding hidden: Set<String>, isQuiet: Bool, input: Int32, output: Int32
  ) throws(EngineFailure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    if isQuiet {
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A group of its own, so that what it starts is ended with it.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    let environment = ProcessInfo.processInfo.environment.filter { !hidden.contains($0.key) }
      .sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { for pointer in arguments + variables { free(pointer) } }
    var process: pid_t = 0
    guard posix_spawnp(&process, words[0], &actions, &attributes, &arguments, &variables) == 0
    else {
      throw EngineFailure(
        .unreachable, "the program '\(words[0])' cannot be started; is it installed?")
    }
    return process
  }

  // MARK: Talking

  /// Writes bytes and reads until a line feed, or until the end of the output.
  /// - Parameters:
  ///   - isLast: whether the input is closed after the bytes, and all output is wanted.
  ///   - timeOut: in seconds.
  ///   - limit: the most bytes that are read.
  func exchange(
    _ bytes: [UInt8], isLast: Bool, timeOut: Double, limit: Int
  ) throws(EngineFailure) -> [UInt8] {
    let deadline = ContinuousClock.now + .seconds(timeOut)
    var sent = 0
    if isLast, bytes.isEmpty { closeInput() }
    while true {
      if !isLast, let end = buffer.firstIndex(of: 0x0A) {
        let line = Array(buffer[..<end])
        buffer.removeFirst(end + 1)
        return line
      }
      if buffer.count > limit {
        throw EngineFailure(.tooLarge, "the answer has more than \(limit) bytes")
      }
      try wait(until: deadline, timeOut, writes: sent < bytes.count)
      if sent < bytes.count {
        sent += try write(bytes[sent...])
        if isLast, sent == bytes.count { closeInput() }
      }
      if try !read() {
        if isLast { return buffer }
        throw EngineFailure(.unreachable, "the program ended before it answered", isPassing: true)
      }
    }
  }

  /// Waits until something can be read, or written.
  private func wait(
    until deadline: ContinuousClock.Instant, _ timeOut: Double, writes: Bool
  ) throws(EngineFailure) {
    let left = ContinuousClock.now.duration(to: deadline).components
    let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000
    var ends = [pollfd(fd: output, events: Int16(POLLIN), revents: 0)]
    if writes { ends.append(pollfd(fd: input, events: Int16(POLLOUT), revents: 0)) }
    if milliseconds > 0,
      poll(&ends, nfds_t(ends.count), Int32(clamping: milliseconds)) > 0 || errno == EINTR
    {
      return
    }
    throw EngineFailure(
      .timeOut, "no answer came within \(timeOut) seconds", isPassing: true)
  }

  private func write(_ bytes: ArraySlice<UInt8>) throws(EngineFailure) -> Int {
    // A program that ended must not end us.
    let before = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, before) }
    let count = bytes.withUnsafeBytes { Foundation.write(input, $0.baseAddress, $0.count) }
    if count >= 0 { return count }
    if errno == EAGAIN || errno == EINTR { return 0 }
    throw EngineFailure(.unreachable, "the program ended before it was asked", isPassing: true)
  }

  /// Takes what there is; false at the end of the output.
  private func read() throws(EngineFailure) -> Bool {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let count = Foundation.read(output, &piece, piece.count)
    if count > 0 { buffer += piece[..<count] }
    if count < 0, errno != EAGAIN, errno != EINTR {
      throw EngineFailure(.unreachable, "the program's output cannot be read", isPassing: true)
    }
    return count != 0
  }

  private func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  // MARK: Ending

  /// Ends the program: closes its input, and when it does not end by itself, asks it, then makes it.
  /// - Parameter isHurried: whether the first step is left out. Default: no.
  /// - Returns: its exit code; nil when it was made to end.
  @discardableResult
  func stop(isHurried: Bool = false) -> Int32? {
    guard isRunning else { return nil }
    isRunning = false
    closeInput()
    close(output)
    var status: Int32 = 0
    let isDone = !isHurried && ended(&status)
    if !isDone { kill(-process, SIGTERM) }
    let isGone = isDone || ended(&status)
    // What it started may still run.
    kill(-process, SIGKILL)
    if !isGone { waitpid(process, &status, 0) }
    return isDone && status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }

  /// Whether the program ends within the grace.
  private func ended(_ status: inout Int32) -> Bool {
    let deadline = ContinuousClock.now + .seconds(Self.grace)
    repeat {
      if waitpid(process, &status, WNOHANG) == process { return true }
      usleep(2_000)
    } while ContinuousClock.now < deadline
    return false
  }
}
