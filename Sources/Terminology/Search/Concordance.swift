public import TextModel
public import Vietnamese

/// Key word in context: every place where a term stands, with what stands left and right of it.
///
/// Source: Luhn 1960. The spellings are found by their match keys, so tone placement and case do not
/// matter; longer spellings win over shorter ones at the same place.
public struct Concordance: Sendable {
  /// One place.
  public struct Line: Hashable, Codable, Sendable {
    /// Where the term stands, in bytes of the text.
    public let span: TextSpan
    /// What stands before it.
    public let left: String
    /// The term as it stands there.
    public let keyword: String
    /// What stands after it.
    public let right: String
  }

  private var trie = SyllableTrie()
  private let tokenizer: Tokenizer

  /// Takes the spellings of a term.
  public init(_ spellings: [String], tokenizer: Tokenizer) {
    self.tokenizer = tokenizer
    for (index, spelling) in spellings.enumerated() {
      trie.insert(tokenizer.tokens(Array(spelling.utf8)).map(\.key), value: index)
    }
  }

  /// The places in a part of a text, in order.
  /// - Parameter width: characters of context on each side. Default: 40.
  public func lines(_ bytes: [UInt8], in range: Range<Int>, width: Int = 40) -> [Line] {
    let tokens = tokenizer.tokens(bytes, in: range)
    var lines: [Line] = []
    var index = 0
    while index < tokens.count {
      guard let end = match(tokens, at: index) else {
        index += 1
        continue
      }
      let span = TextSpan(tokens[index].start, tokens[end - 1].end)
      lines.append(
        Line(
          span: span,
          left: String(Self.text(bytes, range.lowerBound..<span.start).suffix(width)),
          keyword: Self.text(bytes, span.range),
          right: String(Self.text(bytes, span.end..<range.upperBound).prefix(width))))
      index = end
    }
    return lines
  }

  private func match(_ tokens: [Token], at start: Int) -> Int? {
    var node = SyllableTrie.root
    var found: Int?
    for index in start..<tokens.count {
      guard let child = trie.child(of: node, tokens[index].key) else { break }
      node = child
      if trie.value(at: node) != nil { found = index + 1 }
    }
    return found
  }

  /// Line breaks become spaces, so that a context is one line.
  private static func text(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    String(
      String(decoding: bytes[range], as: UTF8.self).map { $0.isWhitespace ? " " : $0 })
  }
}
