import Foundation

/// Sentences that share words, as a weighted graph. Large texts are cut to their first sentences.
struct SentenceGraph {
  /// By unit: the units it is alike to, ascending, with the weight.
  private(set) var edges: [[(to: Int, weight: Double)]]
  private let count: Int
  /// A graph of more sentences would take too long: the later ones get no edges.
  static let limit = 2000
  private static let damping = 0.85
  private static let rounds = 60

  /// The graph of tf-idf cosines.
  init(_ units: SummaryUnits) {
    let vectors = TermVectors(units.all.prefix(Self.limit).map { units.content($0) })
    self.init(count: units.all.count) { vectors.cosine($0, $1) }
  }

  /// A symmetric graph of any likeness; 0 is no edge.
  init(count: Int, _ likeness: (Int, Int) -> Double) {
    self.count = count
    edges = [[(to: Int, weight: Double)]](repeating: [], count: count)
    for left in 0..<min(count, Self.limit) {
      for right in 0..<left {
        let weight = likeness(left, right)
        if weight > 0 {
          edges[left].append((right, weight))
          edges[right].append((left, weight))
        }
      }
    }
  }

  /// The centrality of each unit by power iteration, 1 for the highest.
  /// - Parameter edge: the weight that an edge counts with; 0 leaves it out.
  func centrality(_ edge: (Double) -> Double) -> [Double] {
    guard count > 0 else { return [] }
    let kept = edges.map {
      $0.map { (to: $0.to, weight: edge($0.weight)) }.filter { $0.weight > 0 }
    }
    let sums = kept.map { $0.reduce(0) { $0 + $1.weight } }
    var rank = [Double](repeating: 1 / Double(count), count: count)
    for _ in 0..<Self.rounds {
      var next = [Double](repeating: (1 - Self.damping) / Double(count), count: count)
      for (from, targets) in kept.enumerated() where sums[from] > 0 {
        let share = Self.damping * rank[from] / sums[from]
        for (to, weight) in targets { next[to] += share * weight }
      }
      rank = next
    }
    let top = rank.max() ?? 1
    return rank.map { top > 0 ? $0 / top : 0 }
  }
}

/// Vectors of texts given as keys, numbered by first appearance so that sums have one order: tf-idf, or
/// plain counts.
struct TermVectors {
  private(set) var vectors: [[(term: Int, weight: Double)]] = []
  private(set) var norms: [Double] = []
  /// How many terms there are.
  private(set) var terms = 0

  init(_ texts: [[UInt64]], isPlain: Bool = false) {
    var numbers = KeyNumbers(capacity: texts.reduce(0) { $0 + $1.count })
    var frequency: [Int] = []
    var place: [Int] = []
    let counted = texts.map { keys -> [(term: Int, count: Int)] in
      var counts: [(term: Int, count: Int)] = []
      for key in keys {
        let number = numbers.number(key)
        if number == place.count {
          place.append(-1)
          frequency.append(0)
        }
        if place[number] >= 0, place[number] < counts.count, counts[place[number]].term == number {
          counts[place[number]].count += 1
        } else {
          place[number] = counts.count
          counts.append((number, 1))
          frequency[number] += 1
        }
      }
      return counts.sorted { $0.term < $1.term }
    }
    terms = numbers.count
    for terms in counted {
      let vector = terms.map { term, count in
        (
          term: term,
          weight: isPlain
            ? Double(count)
            : Double(count) * log(Double(texts.count + 1) / Double(frequency[term]))
        )
      }
      vectors.append(vector)
      norms.append(vector.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot())
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
