import TextModel
import Vietnamese

/// Parts tags that stand on one line with only spaces between them.
///
/// A tag's words stand beside each other in the article too; the last word of one tag and the first
/// of the next do not.
struct TagCuts {
  let bytes: [UInt8]
  let tokenizer: Tokenizer
  let cues: StructureCues

  /// The pieces with lines of tags parted.
  func parted(_ pieces: [Piece]) -> [Piece] {
    let candidates = pieces.indices.filter { isCandidate(pieces, $0) }
    guard !candidates.isEmpty else { return pieces }
    var pairs: Set<[MatchKey]> = []
    for piece in pieces where piece.tokens.count >= 8 && piece.folded.hasSuffix(".") {
      for (left, right) in zip(piece.tokens, piece.tokens.dropFirst()) {
        pairs.insert([left.key, right.key])
      }
    }
    var result: [Piece] = []
    var next = candidates[...]
    for index in pieces.indices {
      if next.first == index {
        next.removeFirst()
        result += parts(pieces[index], pairs)
      } else {
        result.append(pieces[index])
      }
    }
    return result
  }

  /// Three to sixteen words without a mark that follow a label of tags or begin with a small letter.
  private func isCandidate(_ pieces: [Piece], _ index: Int) -> Bool {
    let tokens = pieces[index].tokens
    guard (3...16).contains(tokens.count), tokens.allSatisfy({ $0.kind != .mark }) else {
      return false
    }
    let first = tokens[0]
    return (first.kind == .word && !first.isCapitalized)
      || (index > 0 && pieces[index - 1].tokens.count <= 5
        && cues.isTagLabel(pieces[index - 1].folded))
  }

  private func parts(_ piece: Piece, _ pairs: Set<[MatchKey]>) -> [Piece] {
    let tokens = piece.tokens
    let cuts = tokens.indices.dropFirst().filter {
      !pairs.contains([tokens[$0 - 1].key, tokens[$0].key])
    }
    let edges = [0] + cuts + [tokens.count]
    let isSure = zip(edges, edges.dropFirst()).allSatisfy { start, end in
      end - start > 1 || tokens[start].isCapitalized
    }
    guard !cuts.isEmpty, isSure else { return [piece] }
    return zip(edges, edges.dropFirst()).map { start, end in
      let span = TextSpan(tokens[start].start, tokens[end - 1].end)
      var part = Piece(
        span, glue: start == 0 ? piece.glue : "tags", bytes: bytes, tokenizer: tokenizer)
      part.markup = piece.markup
      part.isGluedToNext = end < tokens.count || piece.isGluedToNext
      return part
    }
  }
}
