import TextModel
import Vietnamese

/// The words of an article in order, to ask whether a phrase stands in it.
struct ArticlePhrases {
  private var keys: [MatchKey] = []
  private var places: [Pair: [Int]] = [:]
  /// Words that stand somewhere with a capital.
  private var names: Set<MatchKey> = []

  private struct Pair: Hashable {
    let first: MatchKey
    let second: MatchKey
  }

  /// At most so many places of a pair are looked at.
  private static let most = 32

  /// The phrases of pieces. Complexity: linear in the text.
  init(_ pieces: some Sequence<Piece>) {
    for piece in pieces {
      for token in piece.tokens {
        if let last = keys.last {
          places[Pair(first: last, second: token.key), default: []].append(keys.count - 1)
        }
        if token.isCapitalized { names.insert(token.key) }
        keys.append(token.key)
      }
      keys.append(.none)
    }
  }

  /// Whether two words stand side by side.
  func contains(_ first: MatchKey, _ second: MatchKey) -> Bool {
    places[Pair(first: first, second: second)] != nil
  }

  /// Whether a word stands somewhere with a capital.
  func names(_ key: MatchKey) -> Bool { names.contains(key) }

  /// How many words from a place on stand in the article as they stand in the row; 0 or at least 2.
  func length(of row: [MatchKey], from start: Int) -> Int {
    guard start + 1 < row.count,
      let starts = places[Pair(first: row[start], second: row[start + 1])]
    else { return 0 }
    return starts.prefix(Self.most).map { place in
      zip(keys[place...], row[start...]).prefix { $0 == $1 }.count
    }.max() ?? 0
  }
}
