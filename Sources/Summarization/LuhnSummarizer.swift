/// Sentences with a cluster of significant words: those that stand in the text often enough.
///
/// Source: Luhn, *The Automatic Creation of Literature Abstracts*, IBM Journal of Research and
/// Development 2 (1958): the square of the significant words in a cluster by its length, at most four
/// others between two of them.
struct LuhnSummarizer: Summarizer {
  static let name = "luhn"
  private static let gap = 4

  func plan(_ units: SummaryUnits, _ table: PairTable) -> SummaryPlan {
    let words = WordTable(units)
    let least = units.all.count < 25 ? 2 : 3
    var numbers = KeyNumbers(capacity: words.counts.count)
    for unit in units.all { for key in units.content(unit) { _ = numbers.number(key) } }
    let scores = units.all.map { unit in
      let places = unit.keys.indices.filter { place in
        !units.stopWords.contains(unit.keys[place])
          && (numbers.find(unit.keys[place]).map { words.counts[$0] >= least } ?? false)
      }
      return Self.score(places)
    }
    return SummaryPlan("significant words", scores, choice: .novel)
  }

  /// The value of the best cluster of significant words, given their places.
  private static func score(_ places: [Int]) -> Double {
    var best = 0.0
    var start = 0
    for (index, place) in places.enumerated() {
      if index > 0, place - places[index - 1] > gap + 1 { start = index }
      let count = Double(index - start + 1)
      best = max(best, count * count / Double(place - places[start] + 1))
    }
    return best
  }
}
