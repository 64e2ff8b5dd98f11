import Foundation
import TextModel

/// The default: early sentences that say what several articles say, chosen so that together they cover
/// the most; in a single article, early sentences that are like its headline and repeat its phrases.
///
/// Coverage of weighted pairs follows Gillick and Favre, *A Scalable Global Model for Summarization*
/// (ILP-NLP 2009); the reward for balance over the articles follows Lin and Bilmes, *A Class of
/// Submodular Functions for Document Summarization* (ACL 2011). Weights are fitted by ridge regression.
struct CoverageSummarizer: Summarizer {
  static let name = "coverage"
  private let weights: SummaryWeights

  init(weights: SummaryWeights) { self.weights = weights }

  func plan(_ units: SummaryUnits, _ table: PairTable) -> SummaryPlan {
    units.documents.count > 1 ? story(units, table) : article(units, table)
  }

  private func article(_ units: SummaryUnits, _ table: PairTable) -> SummaryPlan {
    let features = ArticleFeatures(units, table).sentences
    let list = weights.list("article", ArticleFeatures.names)
    let parts = features.map { Self.parts($0, list, ArticleFeatures.names) }
    return SummaryPlan(
      parts: parts, choice: .novel(penalty: weights("search", "article-redundancy")))
  }

  private func story(_ units: SummaryUnits, _ table: PairTable) -> SummaryPlan {
    let features = CoverageFeatures(units, table)
    let list = weights.list("sentence", CoverageFeatures.ofSentence)
    var parts = features.sentences.map { Self.parts($0, list, CoverageFeatures.ofSentence) }
    var best = [Double](repeating: 0, count: table.count)
    var focus = best
    for (index, own) in table.ofUnit.enumerated() {
      let focused = units.focus(on: units.all[index], top: 1)
      parts[index] += focused
      let score = parts[index].reduce(0) { $0 + $1.value }
      for pair in own {
        best[pair] = max(best[pair], score)
        focus[pair] = max(focus[pair], focused.first?.value ?? 0)
      }
    }
    let pairList = weights.list("pair", CoverageFeatures.ofPair)
    let fromSentence = weights("pair", "sentence")
    let values = features.pairs.enumerated().map { pair, features in
      let chance = zip(features, pairList).reduce(fromSentence * best[pair] + focus[pair]) {
        $0 + $1.0 * $1.1
      }
      return (min(1, max(0, chance)) * best[pair]).squareRoot()
    }
    return SummaryPlan(
      parts: parts,
      choice: .coverage(
        CoverageGoal(
          weights: values, balance: weights("search", "balance"),
          width: Int(weights("search", "width")))))
  }

  private static func parts(_ features: [Double], _ weights: [Double], _ names: [String])
    -> [ScorePart]
  {
    features.indices.filter { weights[$0] != 0 }.map {
      ScorePart(names[$0], features[$0] * weights[$0])
    }
  }
}
