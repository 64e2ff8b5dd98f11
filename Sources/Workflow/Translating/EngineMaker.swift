import Foundation
import Translation

extension SentenceTranslator {
  /// Makes a translator of an engine that the user chose.
  /// - Parameters:
  ///   - key: the key for a server; nil for none. It is sent to servers of this machine or over TLS only.
  ///   - threshold: how like a sentence of the memory must be to be shown. Default: 0.75.
  /// - Throws: `EngineChoice.Problem` when the key would travel in the clear, or is none.
  public convenience init(
    _ workbench: Workbench, choice: EngineChoice, limits: EngineLimits = EngineLimits(),
    key: String? = nil, memory: MemoryBook = MemoryBook(),
    threshold: Double = defaultThreshold
  ) throws(EngineChoice.Problem) {
    let plan = RetryPlan(retries: limits.retries) { Thread.sleep(forTimeInterval: $0) }
    let secret = try key.map { key throws(EngineChoice.Problem) in try Self.secret(key) }
    let engine: (any TranslationEngine)?
    switch choice {
    case .gist: engine = nil
    case .memory:
      engine = MemoryEngine(
        TranslationMemory(memory.units, tokenizer: workbench.tokenizer), threshold: threshold)
    case .command(let words):
      engine = CommandEngine(
        program: words[0], transport: ProgramTransport(words, limits: limits))
    case .libreTranslate(let url):
      try Self.check(url, secret)
      engine = LibreTranslateEngine(
        url: url, key: secret, plan: plan, transport: CurlTransport(key: nil, limits: limits))
    case .openAI(let url, let model):
      try Self.check(url, secret)
      engine = OpenAIEngine(
        url: url, model: model, plan: plan, transport: CurlTransport(key: secret, limits: limits))
    }
    self.init(workbench, engine: engine, memory: memory, threshold: threshold)
  }

  private static func secret(_ key: String) throws(EngineChoice.Problem) -> EngineKey {
    guard key.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw EngineChoice.Problem(
        description:
          "\(EngineChoice.keyVariable) holds spaces, line breaks or letters outside ASCII")
    }
    return EngineKey(key)
  }

  private static func check(_ url: String, _ key: EngineKey?) throws(EngineChoice.Problem) {
    guard key == nil || EngineChoice.isSafe(forKey: url) else {
      throw EngineChoice.Problem(
        description: "a key is not sent in the clear to another machine; use https:// or unset "
          + EngineChoice.keyVariable)
    }
  }
}
