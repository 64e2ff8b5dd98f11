import Vietnamese

/// Puts marks to their neighbours as the source has them, finds where sentences begin inside one, and
/// leaves out prepositions that are said twice.
struct MarkPlacer {
  let lattice: Lattice
  let bytes: [UInt8]

  /// Marks that touch the token before them do so in English too, and so do words after a joining or an
  /// opening mark.
  func place(_ words: inout [EnglishWord]) {
    words = words.enumerated().filter { index, word in
      index == 0 || !repeats(word, words[index - 1])
    }.map(\.element)
    for index in words.indices where words[index].edge >= 0 {
      let edge = lattice.edges[words[index].edge]
      words[index].opensSentence = opensSentence(edge)
      let before = index > 0 && words[index - 1].edge >= 0 ? words[index - 1] : nil
      let isFirst = before.map { lattice.edges[$0.edge].tag == Tags.quoteOpen } ?? false
      if edge.tag == Tags.quoteClose || isFirst { words[index].isAttached = true }
      guard !lattice.tokens[edge.start].hasSpaceBefore else { continue }
      if Tags.standAlone.contains(edge.tag) {
        words[index].isAttached = true
      } else if let before, touches(edge, after: before) {
        words[index].isAttached = true
      }
    }
  }

  /// Whether a word of the glossaries says again what the one before said: *crash into* and *into*.
  private func repeats(_ word: EnglishWord, _ before: EnglishWord) -> Bool {
    let isKnown = { (word: EnglishWord) in word.edge < 0 || lattice.edges[word.edge].entry >= 0 }
    return word.text == before.text && word.edge != before.edge && isKnown(word) && isKnown(before)
      && word.text.utf8.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
  }

  private func touches(_ edge: LatticeEdge, after word: EnglishWord) -> Bool {
    let before = lattice.edges[word.edge]
    return Tags.standAlone.contains(before.tag) && before.end == edge.start
      && (!Surface.closing.contains(word.text) || word.text == ":" || word.text == ".")
  }

  /// Whether a sentence begins after a mark: the source has a capital after a colon, or in a quotation
  /// after a colon or comma.
  private func opensSentence(_ edge: LatticeEdge) -> Bool {
    let next = edge.end
    guard next < lattice.tokens.count, lattice.tokens[next].isCapitalized else { return false }
    if edge.tag == Tags.mark { return isMark(edge.start, ":") }
    return edge.tag == Tags.quoteOpen && edge.start > 0
      && (isMark(edge.start - 1, ":") || isMark(edge.start - 1, ","))
  }

  private func isMark(_ position: Int, _ mark: Unicode.Scalar) -> Bool {
    bytes[lattice.tokens[position].start] == UInt8(ascii: mark)
  }
}
