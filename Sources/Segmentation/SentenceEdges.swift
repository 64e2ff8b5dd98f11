public import TextModel
public import Vietnamese

/// Finds what stands at the edges of sentences of plain text and is no part of them: agency tags, picture
/// credits with their captions, bullets, bylines.
///
/// Law: what is left of a sentence is one contiguous piece of it. In doubt nothing is cut.
public struct SentenceEdges: Sendable {
  /// A sentence without its edges.
  public struct Edge: Hashable, Sendable {
    /// What is left.
    public var span: TextSpan
    /// Why nothing of it belongs to the article, such as a bare caption; nil when something does.
    public var furniture: String?
  }

  private let credits: [[MatchKey]]
  private let captions: [[MatchKey]]
  private let creditKeys: Set<MatchKey>
  private let bullets: Set<UInt32>

  /// Makes a finder from the table of cues.
  public init(cues: DataTable, table: SyllableTable) {
    let tokenizer = Tokenizer(table)
    func all(_ kind: String) -> [[UInt8]] {
      cues.rows.filter { $0["kind"] == kind }.map { Array($0["cue"].utf8) }
    }
    func keys(_ kind: String) -> [[MatchKey]] {
      all(kind).map { tokenizer.tokens($0).map(\.key) }.sorted { $0.count > $1.count }
    }
    captions = keys("caption")
    credits = (keys("credit") + captions).sorted { $0.count > $1.count }
    creditKeys = Set(credits.compactMap(\.first))
    bullets = Set(all("bullet").map { $0.scalar(at: 0).value })
  }

  /// The sentences of a text without their edges.
  /// - Parameter tokens: the tokens of each sentence.
  public func edges(
    of pieces: [SentenceSegmenter.Piece], tokens: [[Token]], in bytes: [UInt8]
  ) -> [Edge] {
    var edges = pieces.map { Edge(span: $0.span, furniture: nil) }
    var isFirst = true
    for index in pieces.indices {
      let scan = EdgeScan(bytes: bytes, tokens: tokens[index])
      var start = 0
      if tokens[index].contains(where: { creditKeys.contains($0.key) }) {
        start = scan.captionEnd(captions)
        if start == 0, let credit = scan.credit(credits) {
          if credit.isAtStart, index > 0, edges[index - 1].furniture == nil,
            pieces[index - 1].span.count < 300
          {
            edges[index - 1].furniture = "a caption: its credit follows"
          }
          start = credit.end
        }
      }
      if start == 0, isFirst { start = scan.tagEnd() }
      while start < scan.tokens.count, bullets.contains(scan.scalar(start)), scan.isApart(start) {
        start += 1
      }
      if start >= scan.tokens.count {
        edges[index].furniture = "a caption or credit by itself"
        continue
      }
      guard start == 0 || scan.canBegin(start) else {
        isFirst = false
        continue
      }
      edges[index].span = TextSpan(scan.tokens[start].start, scan.end(of: pieces[index].span))
      if edges[index].furniture == nil { isFirst = false }
    }
    markBylines(&edges, tokens: tokens, in: bytes)
    return edges
  }

  /// Lines at the end without a full stop that are short or mostly names.
  private func markBylines(_ edges: inout [Edge], tokens: [[Token]], in bytes: [UInt8]) {
    for index in edges.indices.reversed() where index > 0 {
      let scan = EdgeScan(bytes: bytes, tokens: tokens[index])
      guard edges[index].furniture != nil || scan.isByline else { return }
      if edges[index].furniture == nil { edges[index].furniture = "a byline" }
    }
  }
}

/// One sentence as tokens.
private struct EdgeScan {
  let bytes: [UInt8]
  let tokens: [Token]

  func scalar(_ index: Int) -> UInt32 { bytes.scalar(at: tokens[index].start).value }
  private func isMark(_ index: Int, _ scalars: UInt32...) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind == .mark
      && scalars.contains(scalar(index))
  }

  /// Whether white space stands after a mark.
  func isApart(_ index: Int) -> Bool {
    index + 1 < tokens.count && tokens[index].kind == .mark && tokens[index + 1].hasSpaceBefore
  }

  /// Whether a sentence can begin at a token: a capital, a number or an opening quotation mark.
  func canBegin(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.isCapitalized || token.kind == .number
      || isMark(index, 0x22, 0x27, 0x201C, 0x2018, 0x28)
  }

  private func stands(_ cue: [MatchKey], at index: Int) -> Bool {
    index + cue.count < tokens.count
      && zip(tokens[index...], cue).allSatisfy { $0.key == $1 }
  }

  // MARK: Credits

  /// The token after a caption without a name at the start, such as `Ảnh minh họa.`; 0 when there is none.
  func captionEnd(_ captions: [[MatchKey]]) -> Int {
    guard let cue = captions.first(where: { stands($0, at: 0) }) else { return 0 }
    let end = afterStop(cue.count)
    return end == tokens.count || canBegin(end) ? end : 0
  }

  /// The first credit: the token after it, and whether the sentence begins with it.
  func credit(_ credits: [[MatchKey]]) -> (end: Int, isAtStart: Bool)? {
    for index in tokens.indices where tokens[index].kind == .word {
      guard
        let length = credits.first(where: { stands($0, at: index) })?.count
      else { continue }
      if index > 0, isMark(index - 1, 0x28) {
        guard let close = closing(from: index) else { return nil }
        return (afterStop(close + 1), index == 1)
      }
      if index > 0, isMark(index - 1, 0x2D, 0x2013), isApart(index - 1),
        let end = foreignName(from: index + length)
      {
        return (end, false)
      }
      guard isMark(index + length, 0x3A) else { continue }
      guard tokens[index].isCapitalized, let end = nameEnd(from: index + length + 1) else {
        return nil
      }
      return (afterStop(end), index == 0)
    }
    return nil
  }

  /// The parenthesis that closes one open before a token, within a dozen tokens.
  private func closing(from index: Int) -> Int? {
    (index..<min(tokens.count, index + 14)).first { isMark($0, 0x29) }
  }

  private func afterStop(_ index: Int) -> Int { isMark(index, 0x2E) ? index + 1 : index }

  /// The end of the name in a credit: letters in capitals, a foreign name, or two syllables.
  private func nameEnd(from start: Int) -> Int? {
    guard start < tokens.count, tokens[start].isCapitalized else { return nil }
    var end = start + 1
    if tokens[start].isAllCapitals {
      while end < min(tokens.count, start + 4), tokens[end].isAllCapitals { end += 1 }
    } else if tokens[start].key.isSyllable {
      guard end < tokens.count, tokens[end].kind == .word else { return nil }
      end += 1
    } else {
      while end < min(tokens.count, start + 3), tokens[end].isCapitalized,
        !tokens[end].key.isSyllable
      {
        end += 1
      }
      if end > start + 1, end < tokens.count, !canBegin(end), tokens[end].kind == .word { end -= 1 }
    }
    return joined(from: end)
  }

  /// The end of a name without a colon before it: one word that is no Vietnamese syllable, before a capital.
  private func foreignName(from start: Int) -> Int? {
    guard start + 1 < tokens.count, tokens[start].isCapitalized, !tokens[start].key.isSyllable,
      tokens[start + 1].isCapitalized
    else { return nil }
    return start + 1
  }

  /// What is joined to a name: `/TTXVN`, `.info`, ` - TTXVN`.
  private func joined(from start: Int) -> Int {
    var end = start
    while end + 1 < tokens.count, tokens[end].kind == .mark {
      let isTight = !tokens[end].hasSpaceBefore && !tokens[end + 1].hasSpaceBefore
      let isAgency = isMark(end, 0x2D, 0x2013) && tokens[end + 1].isAllCapitals
      guard isTight || isAgency else { return end }
      end += 2
    }
    return end
  }

  // MARK: Tags, bylines, ends

  /// The token after an agency tag such as `TTO -` or `(Dân trí) -`; 0 when there is none.
  func tagEnd() -> Int {
    var end = 0
    if isMark(0, 0x28) {
      guard let close = closing(from: 1) else { return 0 }
      end = close + 1
    } else if let first = tokens.first, first.isAllCapitals, !first.key.isSyllable {
      end = joined(from: 1)
    }
    guard end > 0, end < min(6, tokens.count), isMark(end, 0x2D, 0x2013, 0x2014) else { return 0 }
    let again = (end + 1..<min(tokens.count, end + 10)).contains {
      isMark($0, 0x2D, 0x2013) && tokens[$0].hasSpaceBefore
    }
    return again ? 0 : end + 1
  }

  /// Whether it is no sentence but a name or two: no end mark, and short or mostly capitals.
  var isByline: Bool {
    guard let last = tokens.last, last.kind != .mark || isMark(tokens.count - 1, 0x29) else {
      return false
    }
    let words = tokens.filter { $0.kind == .word }
    if words.count <= 4 { return true }
    return words.count <= 14 && words.count { $0.isCapitalized } * 10 >= words.count * 6
  }

  /// The end of the sentence without the slash of `./.`.
  func end(of span: TextSpan) -> Int {
    let count = tokens.count
    if isMark(count - 1, 0x2E), isMark(count - 2, 0x2F), isMark(count - 3, 0x2E) {
      return tokens[count - 3].end
    }
    return span.end
  }
}
