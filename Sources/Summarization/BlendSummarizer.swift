import Foundation
import TextModel

/// The default: centrality, early position, likeness to headline and lede, names and figures.
struct BlendSummarizer: Summarizer {
  static let name = "blend"
  /// What each part adds at most. Hand-set; the fitted recipe replaces them.
  private static let weights = (
    centrality: 0.3, position: 0.35, headline: 0.2, lede: 0.1, entities: 0.1, figures: 0.05
  )

  func parts(_ units: SummaryUnits) -> [[ScorePart]] {
    let centrality = LexRankSummarizer().centrality(units)
    return units.all.enumerated().map { index, unit in
      let keys = Set(units.content(unit))
      let document = units.documents[unit.document]
      let lede = document.lede + document.sentences.filter(\.isLede).flatMap(\.keys)
      return [
        ScorePart("centrality", Self.weights.centrality * centrality[index]),
        ScorePart("position", Self.weights.position * exp(-Double(unit.position) / 4)),
        ScorePart("headline", Self.weights.headline * share(of: document.title, in: keys, units)),
        ScorePart("lede", Self.weights.lede * share(of: lede, in: keys, units)),
        ScorePart("entities", Self.weights.entities * density(unit.entities, unit)),
        ScorePart("figures", Self.weights.figures * density(unit.figures, unit)),
      ]
    }
  }

  private func share(of keys: [UInt64], in unit: Set<UInt64>, _ units: SummaryUnits) -> Double {
    var seen: Set<UInt64> = []
    var found = 0
    for key in keys where !units.stopWords.contains(key) && seen.insert(key).inserted {
      if unit.contains(key) { found += 1 }
    }
    return seen.isEmpty ? 0 : Double(found) / Double(seen.count)
  }

  /// Names or figures for every ten words, at most one.
  private func density(_ count: Int, _ unit: SummaryUnit) -> Double {
    min(1, Double(count) * 10 / Double(max(10, unit.words)))
  }
}
