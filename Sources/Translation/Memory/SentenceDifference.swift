import TextModel
import Vietnamese

/// The words in which two sentences differ.
///
/// Source: E. W. Myers, An O(ND) Difference Algorithm and Its Variations, 1986 (Swift's
/// `difference(from:)`).
struct SentenceDifference {
  private let tokenizer: Tokenizer

  private struct Word: Equatable {
    let key: UInt64
    let text: String

    static func == (left: Word, right: Word) -> Bool { left.key == right.key }
  }

  init(_ tokenizer: Tokenizer) { self.tokenizer = tokenizer }

  private func words(_ text: String) -> [Word] {
    let bytes = Array(text.utf8)
    return tokenizer.tokens(bytes).map {
      Word(key: $0.key.value, text: String(decoding: bytes[$0.start..<$0.end], as: UTF8.self))
    }
  }

  /// The pieces of both sentences in reading order; neighbors of one kind are put together.
  func pieces(_ memory: String, _ sentence: String) -> [MemoryMatch.Piece] {
    let (old, new) = (words(memory), words(sentence))
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var pieces: [MemoryMatch.Piece] = []
    var (before, after) = (0, 0)
    while before < old.count || after < new.count {
      if removed.contains(before) {
        Self.append(.memory, old[before].text, to: &pieces)
        before += 1
      } else if added.contains(after) {
        Self.append(.sentence, new[after].text, to: &pieces)
        after += 1
      } else {
        Self.append(.same, new[after].text, to: &pieces)
        before += 1
        after += 1
      }
    }
    return pieces
  }

  private static func append(
    _ kind: MemoryMatch.Piece.Kind, _ word: String, to pieces: inout [MemoryMatch.Piece]
  ) {
    guard let last = pieces.last, last.kind == kind else {
      return pieces.append(.init(kind: kind, text: word))
    }
    pieces[pieces.count - 1] = .init(kind: kind, text: last.text + " " + word)
  }
}
