public import TextModel

/// One repair of text: it names its rule and says what it would replace.
///
/// Laws, checked for every repair: what it returns is ascending and disjoint; applying it gives valid
/// UTF-8; applying it again changes nothing; sound text comes through untouched; a text without its
/// concerns gives no edit.
public protocol TextRepair: Sendable {
  /// The rule's name, stable: it stands in results and in docs/reference/repairs.md.
  var rule: String { get }
  /// What a text must hold for this repair to find anything; any one is enough.
  /// Default: all, so that it looks at every text that holds more than plain ASCII lines.
  var concerns: Concerns { get }
  /// What to replace in valid UTF-8. Complexity: linear in the text.
  func edits(in text: [UInt8]) -> EditList
}

extension TextRepair {
  /// All concerns.
  public var concerns: Concerns { .all }
}
