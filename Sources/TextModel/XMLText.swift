/// Text for XML that a program takes back: the five signs that need it are escaped; characters that XML
/// does not know become U+FFFD. Source: XML 1.0, 2.2 (Characters) and 2.4 (Character Data).
package enum XMLText {
  /// The text as it may stand between tags and in attributes.
  package static func escaped(_ text: String) -> String { EscapingScan(.data).text(text) }
}
