import Foundation
import Vietnamese

/// Weighs readings of words by how freely a syllable stands in text, and by its neighbours.
///
/// Contexts instead of plain counts, after Kneser and Ney (ICASSP 1995): `dõi` is frequent, but only
/// after `theo`.
struct ReadingModel: Sendable {
  let table: SyllableTable
  let counts: SyllableCounts
  let words: WordPairs

  /// What a neighbour inside a known word is worth, in natural logarithms.
  private static let wordBonus = 5.0
  /// What a pair seen in the counted text is worth.
  private static let pairBonus = 1.5
  /// The contexts given to a syllable never seen.
  private static let unseen = 0.05
  /// The contexts added to a syllable that is a word of the lexicon by itself.
  private static let wordAlone = 1.0
  /// What a word that is no syllable costs.
  private static let invalidCost = -6.0

  func isKnown(_ key: MatchKey) -> Bool { counts.count(key) > 0 }

  /// Whether neither counted text nor lexicon has a syllable.
  func isUnheard(_ key: MatchKey) -> Bool { !words.contains(key) && !isKnown(key) }

  /// Whether a syllable stands after many others: hardly anyone's foreign name.
  func isFrequent(_ key: MatchKey) -> Bool { counts.contexts(key) >= 10 }

  private func weight(_ reading: Reading) -> Double {
    guard reading.isValid else { return Self.invalidCost + (reading.isChanged ? 1 : 0) }
    let contexts =
      Double(counts.contexts(reading.key)) + Self.unseen
      + (words.containsWord(reading.key) ? Self.wordAlone : 0)
    return log(contexts / Double(max(1, counts.totalContexts))) + 8
  }

  private func bond(_ first: Reading, _ second: Reading) -> Double {
    if words.contains(first.key, second.key) { return Self.wordBonus }
    let count = counts.count(first.key, second.key)
    return count > 0 ? Self.pairBonus + log(Double(count)) : 0
  }

  /// The reading of each word on the best path through the line.
  func bestReadings(_ line: [DamagedWord]) -> [Int] { path(line).choices }

  private func path(_ line: [DamagedWord], asItStands: Bool = false) -> (
    score: Double, choices: [Int]
  ) {
    var scores: [Double] = []
    var back: [[Int]] = []
    for (index, word) in line.enumerated() {
      let readings = asItStands ? Array(word.readings.prefix(1)) : word.readings
      var next: [Double] = []
      var from: [Int] = []
      for reading in readings {
        var best = (score: scores.max() ?? 0, index: scores.firstIndex(of: scores.max() ?? 0) ?? 0)
        if word.followsWord, index > 0 {
          best.score = -.infinity
          for (before, score) in scores.enumerated() {
            let total = score + bond(line[index - 1].readings[before], reading)
            if total > best.score { best = (total, before) }
          }
        }
        next.append(best.score + weight(reading))
        from.append(best.index)
      }
      scores = next
      back.append(from)
    }
    var choice = scores.firstIndex(of: scores.max() ?? 0) ?? 0
    let score = scores.max() ?? 0
    var choices = [Int](repeating: 0, count: line.count)
    for index in line.indices.reversed() {
      choices[index] = choice
      choice = back[index][choice]
    }
    return (score, choices)
  }

  /// Whether a line without proof reads clearly better when taken as damaged.
  func prefersDamage(_ line: DamageLine, text: [UInt8]) -> Bool {
    path(line.words).score > path(line.words, asItStands: true).score + 2
  }
}
