public import Foundation

/// Reads results that any version wrote: those of older ones are brought to today's form first.
///
/// The steps go forward only, have names, and are applied in order; what is stored stays as it is, so
/// that its bytes keep their digest. A form that is read without a step costs nothing.
public enum StoredForms {
  /// A value of a result, of options or of a report file.
  /// - Throws: `DecodingError` when the data is no such value in any version.
  public static func decode<Value: Decodable>(
    _ type: Value.Type = Value.self, from data: Data
  ) throws -> Value {
    do {
      return try JSONDecoder().decode(type, from: data)
    } catch DecodingError.keyNotFound {
      let tree = try JSONDecoder().decode(JSONTree.self, from: data)
      let current = steps.reduce(tree) { tree, step in tree.mapObjects(step.bring) }
      return try JSONDecoder().decode(type, from: try JSONEncoder().encode(current))
    }
  }

  /// The names of the steps, oldest first.
  public static var names: [String] { steps.map(\.name) }

  /// One change of the form of results.
  struct Step: Sendable {
    /// What changed.
    let name: String
    /// Brings an object to the form after the change; one that is no such object stays as it is.
    let bring: @Sendable ([String: JSONTree]) -> [String: JSONTree]
  }

  /// The steps, oldest first. A released one is never changed.
  static let steps = [
    Step(name: "options of the default method", bring: defaultMethod),
    Step(name: "topics of options", bring: topics),
    Step(name: "stories of sets", bring: stories),
    Step(name: "English of points", bring: english),
    Step(name: "grammar and data of signatures", bring: data),
  ]

  /// The first default method and its penalty gave way to `coverage`, which needs none; a yes or no for
  /// the lede became three choices.
  private static func defaultMethod(_ object: [String: JSONTree]) -> [String: JSONTree] {
    guard object["budget"] != nil, case .bool(let takesLede) = object["takesLede"] else {
      return object
    }
    var object = object
    object["takesLede"] = nil
    object["lede"] = .string(takesLede ? "candidate" : "evidence")
    if object["method"] == .string("blend") {
      object["method"] = .string("coverage")
      object["redundancyPenalty"] = nil
    }
    return object
  }

  /// Options had no topics.
  private static func topics(_ object: [String: JSONTree]) -> [String: JSONTree] {
    guard object["budget"] != nil, object["method"] != nil else { return object }
    var object = object
    for name in ["must", "avoid", "focus"] where object[name] == nil { object[name] = .array([]) }
    return object
  }

  /// Sets had no stories.
  private static func stories(_ object: [String: JSONTree]) -> [String: JSONTree] {
    guard object["articles"] != nil, object["failures"] != nil, object["stories"] == nil else {
      return object
    }
    var object = object
    object["stories"] = .array([])
    return object
  }

  /// Points had the English of their words in Vietnamese order, a gloss.
  private static func english(_ object: [String: JSONTree]) -> [String: JSONTree] {
    guard object["sentence"] != nil, object["english"] == nil, let gloss = object["gloss"] else {
      return object
    }
    var object = object
    object["gloss"] = nil
    object["english"] = .object([
      "text": gloss, "engine": .string("gloss"), "confidence": .integer(0), "joints": .integer(0),
      "words": .array([]),
    ])
    return object
  }

  /// Signatures named neither grammar nor data.
  private static func data(_ object: [String: JSONTree]) -> [String: JSONTree] {
    guard object["cldr"] != nil, object["glossaries"] != nil, object["run"] != nil else {
      return object
    }
    var object = object
    for name in ["grammar", "data"] where object[name] == nil { object[name] = .string("") }
    return object
  }
}

extension JSONTree {
  /// The tree with every object changed, inner ones first.
  func mapObjects(_ change: ([String: JSONTree]) -> [String: JSONTree]) -> JSONTree {
    switch self {
    case .object(let object): .object(change(object.mapValues { $0.mapObjects(change) }))
    case .array(let array): .array(array.map { $0.mapObjects(change) })
    default: self
    }
  }
}
