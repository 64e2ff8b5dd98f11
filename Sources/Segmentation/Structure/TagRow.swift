import TextModel
import Vietnamese

/// The likeliest parts of a row of tags with only spaces between them.
///
/// A tag is mostly a phrase of its article; what is left over belongs to the tag beside it rather
/// than to none. The cheapest cut of the row is found by dynamic programming.
struct TagRow {
  let tokens: [Token]
  let article: ArticlePhrases
  let words: WordPairs
  private let keys: [MatchKey]
  /// How many words from each on stand in the article in this order.
  private let lengths: [Int]

  init(_ tokens: [Token], article: ArticlePhrases, words: WordPairs) {
    self.tokens = tokens
    self.article = article
    self.words = words
    let keys = tokens.map(\.key)
    self.keys = keys
    lengths = keys.indices.map { article.length(of: keys, from: $0) }
  }

  /// What a part costs, and what joins and separates two words, in hundredths of a part.
  private enum Cost {
    static let part = 100
    /// Two words that neither article nor lexicon has side by side.
    static let strange = 120
    /// The same where a name ends or begins.
    static let nameEdge = 190
    static let name = 30
    static let lexicon = 15
    /// Nothing of the part stands in the article.
    static let foreign = 80
    /// One word alone.
    static let single = 120
    static let beginsWithNumber = 60
    /// Each word after the fourth of a part that does not stand in the article.
    static let long = 40
    /// A cut between two words that the article, or the lexicon, has side by side.
    static let cutsPhrase = 100
    static let cutsWord = 60
    /// The most words of a part.
    static let most = 9
  }

  /// The parts, in order. Complexity: linear in the row.
  func parts() -> [Range<Int>] {
    var best = [0] + [Int](repeating: .max / 2, count: tokens.count)
    var from = [Int](repeating: 0, count: tokens.count + 1)
    for end in tokens.indices.map({ $0 + 1 }) {
      for start in max(0, end - Cost.most)..<end where tokens[start].hasSpaceBefore || start == 0 {
        let cost = best[start] + cost(of: start..<end) + costOfCut(at: start)
        if cost < best[end] { (best[end], from[end]) = (cost, start) }
      }
    }
    var parts: [Range<Int>] = []
    var end = tokens.count
    while end > 0 {
      parts.append(from[end]..<end)
      end = from[end]
    }
    return parts.reversed()
  }

  /// Whether all of a part stands in the article.
  func stands(_ part: Range<Int>) -> Bool {
    part.count == 1
      ? tokens[part.lowerBound].isCapitalized && article.names(keys[part.lowerBound])
      : lengths[part.lowerBound] >= part.count
  }

  private func cost(of part: Range<Int>) -> Int {
    let first = tokens[part.lowerBound]
    let start = first.kind == .number ? Cost.beginsWithNumber : 0
    if part.count == 1 { return Cost.part + start + single(first, part) }
    if stands(part) { return Cost.part + start }
    let links = part.dropLast().map { link(after: $0, in: part) }
    let isForeign = !part.dropLast().contains { article.contains(keys[$0], keys[$0 + 1]) }
    return Cost.part + start + links.reduce(0, +) + (isForeign ? Cost.foreign : 0)
      + max(0, part.count - 4) * Cost.long
  }

  private func single(_ token: Token, _ part: Range<Int>) -> Int {
    if stands(part) || token.isAllCapitals { return Cost.name }
    return Cost.single + (token.isCapitalized ? 0 : Cost.single)
  }

  /// What it costs to have a word and the next in one part.
  private func link(after index: Int, in part: Range<Int>) -> Int {
    let (left, right) = (tokens[index], tokens[index + 1])
    if article.contains(left.key, right.key) || !right.hasSpaceBefore { return 0 }
    if right.isCapitalized, !left.isCapitalized {
      return index > part.lowerBound ? Cost.nameEdge : Cost.strange
    }
    if words.contains(left.key, right.key) { return Cost.lexicon }
    if left.isCapitalized { return right.isCapitalized ? Cost.name : Cost.nameEdge }
    return Cost.strange
  }

  private func costOfCut(at index: Int) -> Int {
    guard index > 0 else { return 0 }
    let (left, right) = (tokens[index - 1], tokens[index])
    if article.contains(left.key, right.key) { return Cost.cutsPhrase }
    let isRise = right.isCapitalized && !left.isCapitalized
    return !isRise && words.contains(left.key, right.key) ? Cost.cutsWord : 0
  }
}
