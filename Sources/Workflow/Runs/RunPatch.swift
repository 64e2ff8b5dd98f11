import Foundation
import Reporting

/// The steps that turn one result into another, complete to the last score.
///
/// Law: `patch(from: a, to: b)` applied to `a` gives `b`; a patch from `a` to `a` has no steps.
/// Source: RFC 6902 (JSON Patch) and RFC 6901 (JSON Pointer), so that other programs can apply it.
public struct RunPatch: Hashable, Codable, Sendable {
  /// One step.
  public struct Step: Hashable, Codable, Sendable {
    /// `add`, `remove` or `replace`.
    public let op: String
    /// Where, as a JSON Pointer.
    public let path: String
    /// The new value; nil for `remove`.
    public let value: JSONTree?
  }

  /// A patch that cannot be applied to the value given.
  public struct PatchError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The place that is missing or of another kind.
    public let path: String
    /// One line.
    public var description: String { "the patch does not fit: nothing to change at '\(path)'" }
  }

  /// The steps, in order.
  public let steps: [Step]

  /// The steps between two values of the same type.
  /// - Throws: when a value cannot be written as JSON.
  public init<Value: Encodable>(from before: Value, to after: Value) throws {
    self.init(from: try Self.tree(before), to: try Self.tree(after))
  }

  /// The steps between two JSON values.
  public init(from before: JSONTree, to after: JSONTree) {
    var steps: [Step] = []
    Self.compare(before, after, "", &steps)
    self.steps = steps
  }

  /// A patch of chosen steps.
  init(steps: [Step]) { self.steps = steps }

  /// A patch is the list of its steps, as RFC 6902 writes it.
  public init(from decoder: any Decoder) throws {
    self.init(steps: try [Step](from: decoder))
  }

  /// A patch is the list of its steps, as RFC 6902 writes it.
  public func encode(to encoder: any Encoder) throws { try steps.encode(to: encoder) }

  /// The value after all steps.
  /// - Throws: `PatchError` when a step names a place that is not there.
  public func applied<Value: Codable>(to value: Value) throws -> Value {
    var tree = try Self.tree(value)
    for step in steps {
      tree = try Self.apply(step, to: tree, Self.tokens(step.path)[...])
    }
    return try JSONDecoder().decode(Value.self, from: try JSONEncoder().encode(tree))
  }

  private static func tree(_ value: some Encodable) throws -> JSONTree {
    try JSONDecoder().decode(JSONTree.self, from: try JSONEncoder().encode(value))
  }

  // MARK: Comparing

  private static func compare(
    _ before: JSONTree, _ after: JSONTree, _ path: String, _ steps: inout [Step]
  ) {
    if before == after { return }
    switch (before, after) {
    case (.object(let old), .object(let new)):
      for key in Set(old.keys).union(new.keys).sorted() {
        let place = path + "/" + escaped(key)
        switch (old[key], new[key]) {
        case (let was?, let now?): compare(was, now, place, &steps)
        case (nil, let now?): steps.append(Step(op: "add", path: place, value: now))
        default: steps.append(Step(op: "remove", path: place, value: nil))
        }
      }
    case (.array(let old), .array(let new)) where old.count == new.count:
      for index in old.indices { compare(old[index], new[index], "\(path)/\(index)", &steps) }
    case (.array(let old), .array(let new)):
      let difference = new.difference(from: old)
      for case .remove(let offset, _, _) in difference.removals.reversed() {
        steps.append(Step(op: "remove", path: "\(path)/\(offset)", value: nil))
      }
      for case .insert(let offset, let element, _) in difference.insertions {
        steps.append(Step(op: "add", path: "\(path)/\(offset)", value: element))
      }
    default: steps.append(Step(op: "replace", path: path, value: after))
    }
  }

  private static func escaped(_ key: String) -> String {
    key.replacingOccurrences(of: "~", with: "~0").replacingOccurrences(of: "/", with: "~1")
  }

  // MARK: Applying

  private static func tokens(_ path: String) -> [String] {
    path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
      $0.replacingOccurrences(of: "~1", with: "/").replacingOccurrences(of: "~0", with: "~")
    }
  }

  private static func apply(
    _ step: Step, to tree: JSONTree, _ path: ArraySlice<String>
  ) throws -> JSONTree {
    guard let token = path.first else { return step.value ?? .null }
    let isLast = path.count == 1
    switch tree {
    case .object(var object):
      if isLast {
        if step.op != "add", object[token] == nil { throw PatchError(path: step.path) }
        object[token] = step.op == "remove" ? nil : step.value
      } else {
        guard let child = object[token] else { throw PatchError(path: step.path) }
        object[token] = try apply(step, to: child, path.dropFirst())
      }
      return .object(object)
    case .array(var array):
      let last = isLast && step.op == "add" ? array.count : array.count - 1
      guard let index = Int(token), (0...max(last, 0)).contains(index), index <= last else {
        throw PatchError(path: step.path)
      }
      if !isLast {
        array[index] = try apply(step, to: array[index], path.dropFirst())
      } else if step.op == "add" {
        array.insert(step.value ?? .null, at: index)
      } else if step.op == "remove" {
        array.remove(at: index)
      } else {
        array[index] = step.value ?? .null
      }
      return .array(array)
    default: throw PatchError(path: step.path)
    }
  }
}
