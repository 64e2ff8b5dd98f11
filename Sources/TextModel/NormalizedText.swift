/// Text after decoding and repair, with everything that was done to it.
///
/// Law: applying the steps to the source bytes, one after the other, gives `bytes`; the text is valid
/// UTF-8 in Normalization Form C; normalizing it again changes nothing.
public struct NormalizedText: Hashable, Codable, Sendable {
  /// One pass over the text: the name of its rule and what it changed, in the coordinates of its input.
  public struct Step: Hashable, Codable, Sendable {
    /// The rule, such as `windows-1258`.
    public let rule: String
    /// What it changed.
    public let edits: EditList

    /// Makes a step.
    public init(rule: String, edits: EditList) {
      self.rule = rule
      self.edits = edits
    }
  }

  /// The text as UTF-8.
  public let bytes: [UInt8]
  /// How the source bytes were read.
  public let encoding: SourceDocument.Encoding
  /// The passes that changed something, in order.
  public let steps: [Step]
  /// All passes as one change of the source.
  public let map: EditList

  /// Makes a text; the map must be the composition of the steps.
  public init(
    bytes: [UInt8], encoding: SourceDocument.Encoding, steps: [Step] = [], map: EditList = .init()
  ) {
    self.bytes = bytes
    self.encoding = encoding
    self.steps = steps
    self.map = map
  }

  /// Takes text that needs no decoding and no repair.
  public init(_ text: String) {
    self.init(
      bytes: Array(text.utf8),
      encoding: .init(name: "UTF-8", confidence: 1, evidence: "given as text"))
  }

  /// The repairs of the text: what is left of the map without decoding and markup.
  public var repairs: [Edit] {
    let plain: Set<Substring> = [
      "decode", "html", "markdown", "mail", "http-headers", "byte-order-mark",
    ]
    return map.edits.filter { edit in
      edit.rule.split(separator: "+").contains { !plain.contains($0) }
    }
  }

  /// The text as a string.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The part of the text that a span covers.
  public func string(_ span: TextSpan) -> String {
    String(decoding: bytes[span.range], as: UTF8.self)
  }

  /// The source bytes that a span of the text came from.
  public func source(of span: TextSpan) -> SourceSpan {
    let range = map.inputRange(of: span.range)
    return SourceSpan(range.lowerBound, range.upperBound)
  }
}
