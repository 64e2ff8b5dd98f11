import Annotation
import TextModel
import Vietnamese

/// A lattice in the making, with what its senses ask about the sentence.
struct LatticeWork {
  let bytes: [UInt8]
  let tokens: [Token]
  let isShouted: Bool
  let published: String?
  var edges: [LatticeEdge] = []
  var countries: [(position: Int, code: String)] = []
  var lastCountry: String?
  /// The glossary that gave most terms of the text so far.
  var subject: String?
  /// Tokens at which nouns of several syllables begin.
  var nounStarts: Set<Int> = []
  let quotes: QuoteMarks

  init(
    bytes: [UInt8], tokens: [Token], isShouted: Bool, published: String?, isQuoted: Bool
  ) {
    self.bytes = bytes
    self.tokens = tokens
    self.isShouted = isShouted
    self.published = published
    quotes = QuoteMarks(bytes, tokens, isOpen: isQuoted)
    edges.reserveCapacity(tokens.count * 6)
  }

  func surface(_ range: Range<Int>) -> String {
    String(
      decoding: bytes[tokens[range.lowerBound].start..<tokens[range.upperBound - 1].end],
      as: UTF8.self)
  }

  /// A single token in capitals.
  func acronym(_ range: Range<Int>) -> String? {
    range.count == 1 && tokens[range.lowerBound].isAllCapitals && !isShouted
      ? surface(range) : nil
  }

  private func byte(_ position: Int) -> UInt8 { bytes[tokens[position].start] }

  /// The first word, and the first after a colon or an opening mark.
  func isSentenceStart(_ position: Int) -> Bool {
    guard position > 0, tokens[position - 1].kind == .mark else { return position == 0 }
    let mark = byte(position - 1)
    return mark != UInt8(ascii: ",") && mark != UInt8(ascii: "-") && mark != UInt8(ascii: "/")
  }

  func hasCapitalNeighbour(_ position: Int) -> Bool {
    position > 0 && tokens[position - 1].isCapitalized
      || position + 1 < tokens.count && tokens[position + 1].isCapitalized
  }

  /// The country named right after a phrase, else the last before it, else the last of the text.
  func country(near range: Range<Int>) -> String? {
    if let after = countries.first(where: {
      $0.position >= range.upperBound && $0.position <= range.upperBound + 3
    }) {
      return after.code
    }
    return countries.last { $0.position < range.lowerBound }?.code ?? lastCountry
  }
}
