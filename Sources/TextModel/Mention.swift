/// Which mention of a person or organization an annotation is.
public enum Mention: String, Hashable, Codable, Sendable, CaseIterable {
  /// The first in the text, under any of its names.
  case first
  /// A later one.
  case later
}
