import ArgumentParser
import Foundation
import TextModel

/// The identifier of a record: given back as it came.
enum RecordID: Codable {
  case text(String)
  case number(Int)
  case none

  /// As text; empty for none.
  var text: String {
    switch self {
    case .text(let text): text
    case .number(let number): "\(number)"
    case .none: ""
    }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else {
      self = .none
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    case .none: try container.encodeNil()
    }
  }
}

/// A record that cannot be worked on.
struct RecordError: Error {
  let code: String
  let message: String
}

/// The JSON Lines contract: a record a line in, a record a line out, same order, constant memory.
enum JSONLines {
  private struct Identified: Decodable { let id: RecordID? }
  private struct Failure: Encodable {
    struct Detail: Encodable {
      let code: String
      let message: String
    }
    let id: RecordID
    let error: Detail
  }

  /// Runs a command over standard input; throws exit code 1 when a record failed.
  static func run<Record: Decodable, Result: Encodable>(
    _ work: (Record) throws -> Result
  ) throws {
    let decoder = JSONDecoder()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var failed = false
    while let line = readLine() {
      let data = Data(line.utf8)
      var output: Data
      do {
        output = try encoder.encode(try work(try decoder.decode(Record.self, from: data)))
      } catch {
        failed = true
        let id = (try? decoder.decode(Identified.self, from: data))?.id
        output = try encoder.encode(Failure(id: id ?? .none, error: detail(of: error)))
      }
      output.append(0x0A)
      FileHandle.standardOutput.write(output)
    }
    if failed { throw ExitCode(1) }
  }

  private static func detail(of error: any Error) -> Failure.Detail {
    switch error {
    case let error as RecordError: .init(code: error.code, message: error.message)
    case DecodingError.keyNotFound(let key, _):
      .init(code: "missing-field", message: "the record has no field '\(key.stringValue)'")
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      .init(code: "wrong-type", message: "field '\(path(context))' has the wrong type")
    case is DecodingError:
      .init(code: "bad-json", message: "the line is not a JSON object")
    default: .init(code: "failed", message: "\(error)")
    }
  }

  private static func path(_ context: DecodingError.Context) -> String {
    context.codingPath.map(\.stringValue).joined(separator: ".")
  }
}

/// A record with a text.
struct TextRecord: Decodable {
  let id: RecordID
  let text: String
}
