import Foundation
import Reporting

/// The options by which two recipes differ, each of which can be changed alone.
struct RecipeDelta {
  /// One option.
  struct Option: Hashable {
    /// The path of its value in the recipe, as a JSON Pointer.
    let path: String
    /// The step that sets the later value.
    fileprivate let steps: [RunPatch.Step]
    /// Whether no article depends on it, only the set and its pages.
    var isOfSet: Bool { path == "/title" || path == "/template" }

    /// What changed, in words.
    let words: String

    /// What the change is, for a reader.
    var description: String { "option \(words)" }
  }

  /// The options that differ.
  let options: [Option]
  private let before: Recipe

  init(_ before: Recipe, _ after: Recipe) throws {
    self.before = before
    var other = after
    other.memory = before.memory  // a digest; the sentences themselves are factors
    let patch = try RunPatch(from: before, to: other)
    var groups: [(String, [RunPatch.Step])] = []
    for step in patch.steps {
      let path = Self.group(step.path)
      if let index = groups.firstIndex(where: { $0.0 == path }) {
        groups[index].1.append(step)
      } else {
        groups.append((path, [step]))
      }
    }
    options = groups.map { path, steps in
      let named: [String: [String?]] = [
        "/style": [before.style, after.style].map { $0?.name },
        "/engine": [before.engine, after.engine].map { $0.map(EngineChoice.name) },
      ]
      if let names = named[path]?.map({ $0 ?? "default" }) {
        let words = path.dropFirst() + " → " + names[1] + (names[0] == names[1] ? ", changed" : "")
        return Option(path: path, steps: steps, words: String(words))
      }
      let changes = steps.map { "\(Self.name($0.path)) → \($0.value.map(Self.text) ?? "default")" }
      return Option(
        path: path, steps: steps, words: changes.joined(separator: ", "))
    }
  }

  /// Steps below one option belong together: `/summarization/budget/words/_0` is the budget.
  private static func group(_ path: String) -> String {
    let parts = path.split(separator: "/")
    return "/" + parts.prefix(parts.first == "summarization" ? 2 : 1).joined(separator: "/")
  }

  /// A path in words: `/summarization/budget/sentences/_0` is `budget sentences`.
  private static func name(_ path: String) -> String {
    path.split(separator: "/").filter { $0 != "summarization" && !$0.hasPrefix("_") }
      .joined(separator: " ")
  }

  private static func text(_ value: JSONTree) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "another"
  }

  /// The earlier recipe with some options as in the later one.
  func earlier(with options: [Option]) throws -> Recipe {
    try RunPatch(steps: options.flatMap(\.steps)).applied(to: before)
  }
}

extension Recipe {
  /// The options that are not the defaults, in words.
  /// - Throws: when the options cannot be encoded.
  public var choices: [String] {
    get throws { try RecipeDelta(Recipe(), self).options.map(\.words) }
  }
}
