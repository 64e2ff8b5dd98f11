import TextModel
import Vietnamese

/// Words at the start of a sentence that point back to the one before it.
struct SentenceOpenings: Sendable {
  private struct Opening {
    let keys: [MatchKey]
    let isBare: Bool
    let isLoose: Bool
  }

  private let openings: [MatchKey: [Opening]]

  init(_ cues: DataTable, table: SyllableTable) {
    let tokenizer = Tokenizer(table)
    var openings: [MatchKey: [Opening]] = [:]
    for row in cues.rows {
      let keys = tokenizer.tokens(Array(row["opening"].utf8)).map(\.key)
      guard let first = keys.first else { continue }
      openings[first, default: []].append(
        Opening(
          keys: keys, isBare: row["kind"] == "bare", isLoose: row["kind"] == "loose"))
    }
    self.openings = openings.mapValues { $0.sorted { $0.keys.count > $1.keys.count } }
  }

  /// The opening of a sentence that points back, as it stands there, and whether the sentence can be
  /// understood without the one before; nil when it has none.
  func opening(
    of tokens: ArraySlice<Token>, in bytes: [UInt8]
  ) -> (text: String, isLoose: Bool)? {
    guard let first = tokens.first, let found = openings[first.key] else { return nil }
    for opening in found {
      guard tokens.count > opening.keys.count,
        zip(tokens, opening.keys).allSatisfy({ $0.key == $1 })
      else { continue }
      let next = tokens[tokens.startIndex + opening.keys.count]
      if opening.isBare, next.isCapitalized || next.kind != .word { return nil }
      let last = tokens[tokens.startIndex + opening.keys.count - 1]
      return (String(decoding: bytes[first.start..<last.end], as: UTF8.self), opening.isLoose)
    }
    return nil
  }
}
