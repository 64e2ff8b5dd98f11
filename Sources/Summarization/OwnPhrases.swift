/// The phrases that a sentence alone brings to a summary: windows of neighbouring syllables whose pairs no
/// other sentence taken holds, those of the greatest weight first.
struct OwnPhrases {
  let units: SummaryUnits
  let table: PairTable
  /// By pair: how many units taken hold it; a lede that is shown counts as two.
  let holders: [Int]
  /// By pair: what it is worth.
  let weights: [Double]

  /// A phrase is no longer than so many syllables.
  private static let longest = 6
  /// So many phrases are given for each sentence.
  private static let most = 3

  /// For each sentence of a unit that was taken, the phrases as ranges of its keys, in text order.
  func phrases(of unit: Int) -> [[Range<Int>]] {
    let lists = table.numbers(of: unit, in: units)
    var sentences: [Int: Int] = [:]
    for pairs in lists { for pair in Set(pairs) { sentences[pair, default: 0] += 1 } }
    return lists.enumerated().map { place, pairs in
      let keys = units.sentences(units.all[unit])[units.all[unit].sentences.lowerBound + place].keys
      var free = pairs.map { holders[$0] == 1 && sentences[$0] == 1 && weights[$0] > 0 }
      var found: [Range<Int>] = []
      while found.count < Self.most, let best = best(pairs, free) {
        for index in max(0, best.lowerBound - 1)...min(best.upperBound, free.count - 1) {
          free[index] = false
        }
        let phrase = trimmed(best.lowerBound..<best.upperBound + 1, keys)
        if phrase.count > 1 { found.append(phrase) }
      }
      return found.sorted { $0.lowerBound < $1.lowerBound }
    }
  }

  /// The run of free pairs of the greatest weight.
  private func best(_ pairs: [Int], _ free: [Bool]) -> Range<Int>? {
    var best: (weight: Double, range: Range<Int>)?
    for start in pairs.indices where free[start] {
      var weight = 0.0
      var end = start
      while end < min(pairs.count, start + Self.longest - 1), free[end] {
        weight += weights[pairs[end]]
        end += 1
      }
      if weight > best?.weight ?? 0 { best = (weight, start..<end) }
    }
    return best?.range
  }

  /// A phrase without words at its edges that carry no topic.
  private func trimmed(_ range: Range<Int>, _ keys: [UInt64]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, units.stopWords.contains(keys[start]) { start += 1 }
    while end > start, units.stopWords.contains(keys[end - 1]) { end -= 1 }
    return start..<end
  }
}
