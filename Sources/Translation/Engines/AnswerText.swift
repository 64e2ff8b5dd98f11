import Foundation
import TextModel

/// Reads the English out of what an engine answered.
enum AnswerText {
  /// The longest English that is taken for a sentence, in bytes.
  static let limit = 20_000

  /// The English as one line.
  /// - Throws: `EngineFailure` when it is empty, too long or holds control characters.
  static func checked(_ text: String) throws(EngineFailure) -> String {
    guard text.utf8.count <= limit else {
      throw EngineFailure(.tooLarge, "the English has more than \(limit) bytes")
    }
    let plain = MemoryUnit.plain(text)
    guard !plain.isEmpty else { throw EngineFailure(.badAnswer, "the English is empty") }
    let isClean = plain.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value)
        && !(0x202A...0x202E).contains($0.value) && !(0x2066...0x2069).contains($0.value)
    }
    guard isClean else {
      throw EngineFailure(.badAnswer, "the English holds control or direction characters")
    }
    return plain
  }

  /// A value out of JSON.
  /// - Parameter expected: what was expected, for the message.
  static func decode<Value: Decodable>(
    _ type: Value.Type, _ bytes: [UInt8], expected: String
  ) throws(EngineFailure) -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch {
      throw EngineFailure(.badAnswer, "the answer is not \(expected)")
    }
  }

  /// A value as JSON with sorted keys.
  static func encode(_ value: some Encodable) throws(EngineFailure) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(value))
    } catch {
      throw EngineFailure(.badAnswer, "the sentence cannot be written as JSON")
    }
  }
}
