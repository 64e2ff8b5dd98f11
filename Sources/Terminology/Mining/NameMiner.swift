/// Proposes names: runs of capitalized words that no glossary has.
///
/// The first word of a sentence counts only when the run goes on, or stands capitalized elsewhere too.
public struct NameMiner {
  private let minimum: Int
  private let isKnown: ([UInt64]) -> Bool

  /// Makes a miner.
  /// - Parameters:
  ///   - minimum: the fewest times a name must stand. Default: 2.
  ///   - isKnown: whether a glossary has a term with these keys.
  public init(minimum: Int = 2, isKnown: @escaping ([UInt64]) -> Bool) {
    self.minimum = minimum
    self.isKnown = isKnown
  }

  private struct Tally {
    let text: String
    let first: Int
    var count = 0
    var inside = 0
    var documents: Set<Int> = []
    var contexts: [String] = []
  }

  /// The names, most frequent first.
  public func candidates(_ sentences: [MinedSentence]) -> [TermCandidate] {
    var tallies: [[UInt64]: Tally] = [:]
    for sentence in sentences {
      var start: Int?
      for index in 0...sentence.words.count {
        if index < sentence.words.count, sentence.words[index].isCapitalized {
          start = start ?? index
          continue
        }
        if let begun = start { count(begun..<index, sentence, &tallies) }
        start = nil
      }
    }
    return tallies.filter { $0.value.count >= minimum && $0.value.inside > 0 && !isKnown($0.key) }
      .values.sorted { ($1.count, $0.first) < ($0.count, $1.first) }
      .map { tally in
        TermCandidate(
          kind: .name, vi: tally.text, full: "", count: tally.count,
          documents: tally.documents.count, cValue: 0, keyness: 0, contexts: tally.contexts)
      }
  }

  private func count(
    _ range: Range<Int>, _ sentence: MinedSentence, _ tallies: inout [[UInt64]: Tally]
  ) {
    let words = sentence.words[range]
    let key = words.flatMap(\.key)
    let letters = words.reduce(0) { $0 + $1.text.count { $0.isLetter } }
    if letters < 2 || (words.count > 1 && words.allSatisfy { isKnown($0.key) }) { return }
    var tally =
      tallies[key]
      ?? Tally(text: words.map(\.text).joined(separator: " "), first: tallies.count)
    tally.count += 1
    if range.lowerBound > 0 || range.count > 1 { tally.inside += 1 }
    tally.documents.insert(sentence.document)
    if tally.contexts.count < 2, tally.contexts.last != sentence.text {
      tally.contexts.append(sentence.text)
    }
    tallies[key] = tally
  }
}
