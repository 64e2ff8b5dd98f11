import Foundation
import TextModel

/// Centrality in the graph of similar sentences.
///
/// Source: Erkan and Radev, *LexRank: Graph-based Lexical Centrality as Salience in Text
/// Summarization*, JAIR 22 (2004), the continuous variant: edges weighted by tf-idf cosine.
struct LexRankSummarizer: Summarizer {
  static let name = "lexrank"
  private static let damping = 0.85
  private static let rounds = 60

  func parts(_ units: SummaryUnits) -> [[ScorePart]] {
    centrality(units).map { [ScorePart("centrality", $0)] }
  }

  /// The centrality of each unit, 1 for the highest.
  func centrality(_ units: SummaryUnits) -> [Double] {
    let vectors = TermVectors(units.all.map { units.content($0) })
    let count = units.all.count
    guard count > 0 else { return [] }
    var edges = [[(Int, Double)]](repeating: [], count: count)
    for left in 0..<count {
      for right in 0..<count where left != right {
        let weight = vectors.cosine(left, right)
        if weight > 0 { edges[left].append((right, weight)) }
      }
    }
    let sums = edges.map { $0.reduce(0) { $0 + $1.1 } }
    var rank = [Double](repeating: 1 / Double(count), count: count)
    for _ in 0..<Self.rounds {
      var next = [Double](repeating: (1 - Self.damping) / Double(count), count: count)
      for (from, targets) in edges.enumerated() where sums[from] > 0 {
        for (to, weight) in targets { next[to] += Self.damping * rank[from] * weight / sums[from] }
      }
      rank = next
    }
    let top = rank.max() ?? 1
    return rank.map { top > 0 ? $0 / top : 0 }
  }
}

/// Tf-idf vectors of texts given as keys, numbered by first appearance so that sums have one order.
struct TermVectors {
  private var vectors: [[(term: Int, weight: Double)]] = []
  private var norms: [Double] = []

  init(_ texts: [[UInt64]]) {
    var numbers: [UInt64: Int] = [:]
    var frequency: [Int] = []
    let counted = texts.map { keys -> [(Int, Int)] in
      var counts: [Int: Int] = [:]
      for key in keys {
        let number = numbers[key] ?? numbers.count
        if number == numbers.count {
          numbers[key] = number
          frequency.append(0)
        }
        counts[number, default: 0] += 1
      }
      for number in counts.keys { frequency[number] += 1 }
      return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
    for terms in counted {
      let vector = terms.map { term, count in
        (term, Double(count) * log(Double(texts.count + 1) / Double(frequency[term])))
      }
      vectors.append(vector.map { (term: $0.0, weight: $0.1) })
      norms.append(vector.reduce(0) { $0 + $1.1 * $1.1 }.squareRoot())
    }
  }

  /// The cosine of the angle between two texts, 0 to 1. Complexity: linear in their lengths.
  func cosine(_ left: Int, _ right: Int) -> Double {
    guard norms[left] > 0, norms[right] > 0 else { return 0 }
    var sum = 0.0
    var i = 0
    var j = 0
    let (a, b) = (vectors[left], vectors[right])
    while i < a.count, j < b.count {
      if a[i].term == b[j].term {
        sum += a[i].weight * b[j].weight
        i += 1
        j += 1
      } else if a[i].term < b[j].term {
        i += 1
      } else {
        j += 1
      }
    }
    return sum / (norms[left] * norms[right])
  }
}
