import TextModel
import Vietnamese

/// Parts tags that stand on one line with only spaces between them (`TagRow`).
struct TagCuts {
  let bytes: [UInt8]
  let tokenizer: Tokenizer
  let cues: StructureCues
  let words: WordPairs

  /// The pieces with lines of tags parted.
  func parted(_ pieces: [Piece]) -> [Piece] {
    let pieces = pieces.indices.flatMap { answers(pieces, $0) }
    let prose = pieces.indices.filter { isProse(pieces[$0]) }
    let isBroken = pieces.count { beginsSmall($0) && $0.glue == nil && $0.tokens.count >= 6 } > 3
    let candidates = pieces.indices.filter {
      isRow(pieces[$0].tokens) && !isPartAlready(pieces, $0)
        && (isLabelled(pieces, $0) || (!isBroken && beginsSmall(pieces[$0]))
          || mayBeginWithName(pieces[$0].tokens) && isBelow(pieces, $0, prose))
    }
    guard !candidates.isEmpty, let last = prose.last else { return pieces }
    let isCandidate = Set(candidates)
    let article = ArticlePhrases(
      pieces.indices.lazy.filter { $0 <= last && !isCandidate.contains($0) }.map { pieces[$0] })
    return pieces.indices.flatMap { index in
      isCandidate.contains(index)
        ? parts(
          pieces[index], article, isSure: isLabelled(pieces, index) || beginsSmall(pieces[index]))
        : [pieces[index]]
    }
  }

  /// Answers of a poll, between its question and its button: each begins with a capital.
  private func answers(_ pieces: [Piece], _ index: Int) -> [Piece] {
    let tokens = pieces[index].tokens
    guard index > 0, index + 1 < pieces.count, (2...30).contains(tokens.count),
      tokens.allSatisfy({ $0.kind != .mark }), pieces[index - 1].folded.hasSuffix("?"),
      cues.control(pieces[index + 1].folded)?.opens == .poll
    else { return [pieces[index]] }
    let starts = tokens.indices.filter {
      $0 == 0 || (tokens[$0].isCapitalized && !tokens[$0 - 1].isCapitalized)
    }
    return part(pieces[index], at: zip(starts, starts.dropFirst() + [tokens.count]).map { $0..<$1 })
  }

  private func isProse(_ piece: Piece) -> Bool {
    piece.tokens.count >= 10 && piece.folded.hasSuffix(".")
  }

  private func beginsSmall(_ piece: Piece) -> Bool {
    piece.tokens.first.map { $0.kind == .word && !$0.isCapitalized } ?? false
  }

  /// Three to twenty-four words with no mark but inside a word, such as `TP.HCM`.
  private func isRow(_ tokens: [Token]) -> Bool {
    (3...24).contains(tokens.count)
      && tokens.indices.allSatisfy { index in
        tokens[index].kind != .mark
          || (index > 0 && index + 1 < tokens.count && !tokens[index].hasSpaceBefore
            && !tokens[index + 1].hasSpaceBefore)
      }
  }

  /// A link of a saved page, or one of several tags that no space parts: its spaces are its own.
  private func isPartAlready(_ pieces: [Piece], _ index: Int) -> Bool {
    if pieces[index].markup?.isLink ?? false { return true }
    let isGluedBefore =
      index > 0 && pieces[index - 1].span.end == pieces[index].span.start
      && !isLabelled(pieces, index)
    return isGluedBefore
      || (index + 1 < pieces.count && pieces[index].span.end == pieces[index + 1].span.start)
  }

  /// Behind the second paragraph, and not above another.
  private func isBelow(_ pieces: [Piece], _ index: Int, _ prose: [Int]) -> Bool {
    prose.count > 1 && index > prose[1]
      && (index + 1 == pieces.count || !isProse(pieces[index + 1]))
  }

  private func isLabelled(_ pieces: [Piece], _ index: Int) -> Bool {
    index > 0 && pieces[index - 1].tokens.count <= 5 && cues.isTagLabel(pieces[index - 1].folded)
  }

  /// A row without a label that begins with a capital begins with a name, and goes on without one.
  private func mayBeginWithName(_ tokens: [Token]) -> Bool {
    tokens.count >= 5 && tokens.prefix(2).allSatisfy(\.isCapitalized)
      && tokens.contains { $0.kind == .word && !$0.isCapitalized }
  }

  private func parts(_ piece: Piece, _ article: ArticlePhrases, isSure: Bool) -> [Piece] {
    let tokens = piece.tokens
    let row = TagRow(tokens, article: article, words: words)
    let parts = row.parts()
    let isRow =
      isSure
      ? parts.allSatisfy { $0.count > 1 || tokens[$0.lowerBound].isCapitalized }
      : parts.count >= 3 && tokens[parts[0]].allSatisfy(\.isCapitalized)
        && parts.allSatisfy { $0.count > 1 && row.stands($0) }
    return parts.count > 1 && isRow ? part(piece, at: parts) : [piece]
  }

  private func part(_ piece: Piece, at parts: [Range<Int>]) -> [Piece] {
    let tokens = piece.tokens
    return parts.map { range in
      let span = TextSpan(tokens[range.lowerBound].start, tokens[range.upperBound - 1].end)
      var part = Piece(
        span, glue: range.lowerBound == 0 ? piece.glue : "tags", bytes: bytes, tokenizer: tokenizer)
      part.markup = piece.markup
      part.isGluedToNext = range.upperBound < tokens.count || piece.isGluedToNext
      return part
    }
  }
}
