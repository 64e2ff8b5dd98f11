import Vietnamese

/// The quotation marks of a sentence: which open, which close, and what stands between.
struct QuoteMarks: Sendable {
  /// The tokens that open a quotation.
  private(set) var opening: Set<Int> = []
  /// The tokens that close one.
  private(set) var closing: Set<Int> = []
  /// Whether each token stands inside a quotation.
  private(set) var isInside: [Bool] = []

  /// Whether a quotation goes on after the sentence.
  private(set) var staysOpen = false

  /// Reads the marks of a sentence.
  /// - Parameter isOpen: whether it begins inside a quotation.
  init(_ bytes: [UInt8], _ tokens: [Token], isOpen: Bool = false) {
    var isOpen = isOpen
    var start = -Self.speech
    for (position, token) in tokens.enumerated() {
      let before = isOpen
      if token.kind == .mark {
        switch String(decoding: bytes[token.start..<token.end], as: UTF8.self) {
        case "“", "«", "‘": isOpen = true
        case "”", "»", "’": isOpen = false
        case "'" where Self.isApostrophe(position, tokens):
          isInside.append(isOpen)
          continue
        case "\"", "'": isOpen = Self.opens(position, tokens) ?? !isOpen
        default:
          isInside.append(isOpen)
          continue
        }
        if isOpen { opening.insert(position) } else { closing.insert(position) }
        if isOpen { start = position } else { silence(position, since: start) }
      }
      isInside.append(isOpen && before)
    }
    staysOpen = isOpen
  }

  /// From how many tokens on a quotation is speech: a few words in marks are the writer's own.
  private static let speech = 5

  private mutating func silence(_ end: Int, since start: Int) {
    guard start >= 0, end - start <= Self.speech else { return }
    for position in start..<end { isInside[position] = false }
  }

  /// Whether a mark stands inside a word, as in `Sainsbury's`.
  private static func isApostrophe(_ position: Int, _ tokens: [Token]) -> Bool {
    position > 0 && !tokens[position].hasSpaceBefore && tokens[position - 1].kind == .word
      && position + 1 < tokens.count && !tokens[position + 1].hasSpaceBefore
      && tokens[position + 1].kind == .word
  }

  /// What a straight mark does, by the spaces beside it; nil where they do not tell.
  private static func opens(_ position: Int, _ tokens: [Token]) -> Bool? {
    let isFree = position == 0 || tokens[position].hasSpaceBefore
    let isLast = position + 1 == tokens.count
    let isFollowed = !isLast && !tokens[position + 1].hasSpaceBefore
    if isFree, isFollowed, tokens[position + 1].kind != .mark { return true }
    if isFree == isFollowed, !isLast { return nil }
    return isFree && !isLast
  }
}
