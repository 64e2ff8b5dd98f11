import Foundation
import Translation

/// Which engine makes the English, as `--engine` names it.
public enum EngineChoice: Hashable, Sendable {
  /// The embedded engine.
  case gist
  /// Approved translations, fuzzy ones too; the gist where there is none.
  case memory
  /// A program with its arguments.
  case command([String])
  /// A LibreTranslate server.
  case libreTranslate(url: String)
  /// A server of chat completions.
  case openAI(url: String, model: String)

  /// What is wrong with a word that names no engine.
  public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    /// In English.
    public let description: String
  }

  /// Reads a word.
  /// - Throws: `Problem` when it names no engine or its address is not sound.
  public init(_ word: String) throws(Problem) {
    if word == GistEngine.engineName {
      self = .gist
    } else if word == MemoryEngine.engineName {
      self = .memory
    } else if word.hasPrefix(CommandEngine.prefix) {
      let words = try Self.words(word.dropFirst(CommandEngine.prefix.count))
      if words.isEmpty { throw Problem(description: "command: names no program") }
      self = .command(words)
    } else if word.hasPrefix(LibreTranslateEngine.prefix) {
      let url = String(word.dropFirst(LibreTranslateEngine.prefix.count))
      try Self.check(url)
      self = .libreTranslate(url: url)
    } else if word.hasPrefix(OpenAIEngine.prefix) {
      let parts = word.dropFirst(OpenAIEngine.prefix.count).split(
        separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[1].isEmpty else {
        throw Problem(description: "openai: needs a model after the address: openai:URL#MODEL")
      }
      try Self.check(String(parts[0]))
      self = .openAI(url: String(parts[0]), model: String(parts[1]))
    } else {
      throw Problem(
        description: "no engine is named so; engines are gist, memory, command:PROGRAM ARGS, "
          + "libretranslate:URL and openai:URL#MODEL")
    }
  }

  /// Whether an engine named so in a recipe gives other English at another time; nil is the gist.
  static func isOutside(_ word: String?) -> Bool {
    word.map { $0 != GistEngine.engineName && $0 != MemoryEngine.engineName } ?? false
  }

  /// What an engine of a recipe is called in reports: a command without its arguments.
  static func name(_ word: String) -> String {
    word.hasPrefix(CommandEngine.prefix) ? String(word.prefix { !$0.isWhitespace }) : word
  }

  /// Whether a key may be sent to an address: over TLS, or to this machine.
  package static func isSafe(forKey url: String) -> Bool {
    guard let parts = URLComponents(string: url), let host = parts.host else { return false }
    return parts.scheme?.lowercased() == "https"
      || ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host.lowercased())
  }

  private static func check(_ url: String) throws(Problem) {
    guard let parts = URLComponents(string: url),
      ["http", "https"].contains(parts.scheme?.lowercased() ?? ""), parts.host?.isEmpty == false
    else { throw Problem(description: "an engine's address begins with http:// or https://") }
    // The address goes into reports, and command lines can be seen by others.
    guard parts.user == nil, parts.password == nil, parts.query == nil else {
      throw Problem(
        description: "an engine's address holds no user, password or query; give a key in the "
          + "environment variable \(Self.keyVariable)")
    }
  }

  /// The environment variable of the key.
  public static let keyVariable = "SONGNGU_API_KEY"

  /// The words of a command; quotation marks of either kind keep spaces together. No shell is asked.
  private static func words(_ text: Substring) throws(Problem) -> [String] {
    var words: [String] = []
    var word = ""
    var isOpen = false
    var mark: Character?
    for character in text {
      if let open = mark {
        if character == open { mark = nil } else { word.append(character) }
      } else if character == "'" || character == "\"" {
        mark = character
        isOpen = true
      } else if character.isWhitespace {
        if isOpen || !word.isEmpty { words.append(word) }
        (word, isOpen) = ("", false)
      } else {
        word.append(character)
      }
    }
    if mark != nil { throw Problem(description: "a quotation mark of command: is not closed") }
    if isOpen || !word.isEmpty { words.append(word) }
    return words
  }
}

/// How an engine is asked.
public struct EngineLimits: Hashable, Sendable {
  /// Seconds until an answer must be there. Default: 60.
  public var timeOut = 60.0
  /// Attempts after the first, where the failure may pass. Default: 2.
  public var retries = 2
  /// The largest answer, in bytes. Default: 1,000,000.
  public var answerSize = 1_000_000

  /// The defaults.
  public init() {}
}
