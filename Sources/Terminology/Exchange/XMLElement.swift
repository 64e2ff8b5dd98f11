import HTMLShims

/// An element of an XML document with all it holds.
package struct XMLElement {
  /// The name without its prefix.
  package var name: String
  /// The attributes by their names as written, prefixes included.
  package var attributes: [String: String] = [:]
  /// The text directly inside it.
  package var text = ""
  /// The elements directly inside it.
  package var children: [XMLElement] = []
  /// The line on which its tag opens, counted from 1.
  package var line = 0
  /// For each child, the byte of `text` before which it stands.
  private var places: [Int] = []

  init(name: String) { self.name = name }

  /// The first child with a name.
  package func first(_ name: String) -> XMLElement? { children.first { $0.name == name } }
  /// All elements with a name below this one, in document order.
  package func all(_ name: String) -> [XMLElement] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
  }
  /// The text without white space around it.
  package var content: String {
    let trimmed = text.drop { $0.isWhitespace }
    return String(trimmed.reversed().drop { $0.isWhitespace }.reversed())
  }
  /// The text, and that of the elements inside it, in document order.
  package var flat: String { flat { _ in nil } }

  /// The same, with other text for some of the elements; nil takes the element's own.
  package func flat(_ replacing: (XMLElement) -> String?) -> String {
    if children.isEmpty { return text }
    let bytes = Array(text.utf8)
    var result = ""
    var done = 0
    for (child, place) in zip(children, places) {
      result += String(decoding: bytes[done..<place], as: UTF8.self)
      result += replacing(child) ?? child.flat(replacing)
      done = place
    }
    return result + String(decoding: bytes[done...], as: UTF8.self)
  }

  private mutating func take(_ child: XMLElement) {
    places.append(text.utf8.count)
    children.append(child)
  }
}

/// What is wrong with an XML document.
package struct XMLProblem: Error {
  /// The line, counted from 1.
  package let line: Int
  /// What is the matter.
  package let message: String
}

extension XMLElement {
  private struct Building {
    var open: [XMLElement] = [XMLElement(name: "")]
  }

  /// Parses a document. Entities are refused; so is, by libxml2, nesting deeper than 256 elements.
  package init(parsing bytes: [UInt8]) throws(XMLProblem) {
    var building = Building()
    var message = [CChar](repeating: 0, count: 256)
    var receiver = songngu_html_receiver(
      start: { context, name, attributes, line in
        var element = XMLElement(name: XMLElement.local(name))
        element.line = Int(line)
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
        building.pointee.open[building.pointee.open.count - 1].take(done)
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
