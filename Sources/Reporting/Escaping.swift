import TextModel

/// Text made safe for a place in a document. Source text never reaches a report any other way.
package enum Escaping {
  /// For HTML and XML text and attribute values; control characters become visible.
  package static func html(_ text: String) -> String { XMLText.escaped(visible(text)) }

  /// For Markdown text: marks that mean something are escaped.
  package static func markdown(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if "\\`*_{}[]#|~".unicodeScalars.contains(scalar) { result += "\\" }
      if scalar == "<" {
        result += "&lt;"
      } else if scalar == "&" {
        result += "&amp;"
      } else if scalar == "\n" || scalar == "\r" {
        result += " "
      } else {
        result.unicodeScalars.append(visible(scalar))
      }
    }
    return result
  }

  /// Text in which control characters and directional overrides are U+FFFD; white space stays.
  package static func visible(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map(visible)))
  }

  /// For a terminal: no control sequence gets through.
  package static func terminal(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      result.unicodeScalars.append(scalar == "\n" || scalar == "\t" ? " " : visible(scalar))
    }
    return result
  }

  /// Control characters and directional overrides as U+FFFD; white space stays.
  private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: scalar
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: scalar
    }
  }
}
