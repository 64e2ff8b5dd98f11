import HTMLShims

/// An element of an XML document with all it holds.
struct XMLElement {
  var name: String
  var attributes: [String: String] = [:]
  var text = ""
  var children: [XMLElement] = []

  /// The first child with a name.
  func first(_ name: String) -> XMLElement? { children.first { $0.name == name } }
  /// All elements with a name below this one, in document order.
  func all(_ name: String) -> [XMLElement] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
  }
  /// The text without white space around it.
  var content: String {
    let trimmed = text.drop { $0.isWhitespace }
    return String(trimmed.reversed().drop { $0.isWhitespace }.reversed())
  }
  /// The text, and that of the elements inside it.
  var flat: String { text + children.map(\.flat).joined() }
}

/// What is wrong with an XML document.
struct XMLProblem: Error {
  let line: Int
  let message: String
}

extension XMLElement {
  private struct Building {
    var open: [XMLElement] = [XMLElement(name: "")]
  }

  /// Parses a document. Entities are refused; so is, by libxml2, nesting deeper than 256 elements.
  init(parsing bytes: [UInt8]) throws(XMLProblem) {
    var building = Building()
    var message = [CChar](repeating: 0, count: 256)
    var receiver = songngu_html_receiver(
      start: { context, name, attributes, _ in
        var element = XMLElement(name: XMLElement.local(name))
        var index = 0
        while let key = attributes?[index], let value = attributes?[index + 1] {
          element.attributes[String(cString: key)] = String(cString: value)
          index += 2
        }
        context?.assumingMemoryBound(to: Building.self).pointee.open.append(element)
      },
      end: { context, _, _ in
        guard let building = context?.assumingMemoryBound(to: Building.self),
          building.pointee.open.count > 1
        else { return }
        let done = building.pointee.open.removeLast()
        building.pointee.open[building.pointee.open.count - 1].children.append(done)
      },
      text: { context, text, length, _ in
        guard let building = context?.assumingMemoryBound(to: Building.self) else { return }
        let bytes = UnsafeBufferPointer(start: text, count: Int(length))
        building.pointee.open[building.pointee.open.count - 1].text += String(
          decoding: bytes, as: UTF8.self)
      })
    let line = withUnsafeMutablePointer(to: &building) { pointer in
      songngu_parse_xml(
        bytes, Int32(bytes.count), pointer, &receiver, &message, Int32(message.count))
    }
    guard line == 0, let root = building.open.first?.children.first else {
      let words = String(
        decoding: message.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      throw XMLProblem(
        line: Int(max(1, line)), message: words.isEmpty ? "the document is empty" : words)
    }
    self = root
  }

  /// The name without its prefix.
  private static func local(_ name: UnsafePointer<CChar>) -> String {
    let name = String(cString: name)
    return name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
  }
}
