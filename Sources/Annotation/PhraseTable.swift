import TextModel
import Vietnamese

/// Phrases of a data table, found by their tokens.
struct PhraseTable: Sendable {
  private var trie = SyllableTrie(capacity: 256)
  private(set) var rows: [[String: String]] = []

  init(_ data: DataTable, column: String = "vi", tokenizer: Tokenizer) {
    for row in data.rows {
      let keys = tokenizer.tokens(Array(row[column].utf8)).map(\.key)
      let index = trie.insert(keys, value: rows.count)
      if index == rows.count {
        rows.append(Dictionary(uniqueKeysWithValues: data.columns.map { ($0, row[$0]) }))
      }
    }
  }

  /// The longest phrase at a token for which the test holds, with the token after it.
  func match(
    _ tokens: [Token], at start: Int, where test: ([String: String]) -> Bool = { _ in true }
  ) -> (row: [String: String], end: Int)? {
    var node = SyllableTrie.root
    var found: ([String: String], Int)?
    for index in start..<tokens.count {
      guard let child = trie.child(of: node, tokens[index].key) else { break }
      node = child
      if let value = trie.value(at: node), test(rows[value]) { found = (rows[value], index + 1) }
    }
    return found
  }

  /// The longest phrase of a kind.
  func match(_ tokens: [Token], at start: Int, kinds: Set<String>) -> (
    row: [String: String], end: Int
  )? {
    guard start < tokens.count else { return nil }
    return match(tokens, at: start) { kinds.contains($0["kind"] ?? "") }
  }
}
