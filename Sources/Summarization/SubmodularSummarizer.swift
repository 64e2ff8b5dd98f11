import Foundation

/// Sentences that are like as much of the text as possible, each part of it only up to a point, with a
/// reward for speaking of different articles.
///
/// Source: Lin and Bilmes, *A Class of Submodular Functions for Document Summarization*, ACL 2011: the
/// saturated coverage of cosines and a square root over groups (here the documents), chosen greedily by
/// gain for length.
struct SubmodularSummarizer: Summarizer {
  static let name = "submodular"
  /// The share of all likeness to a sentence that counts.
  private static let saturation = 0.2
  private static let diversity = 4.0
  /// How much length counts against a gain.
  private static let costExponent = 0.3

  func plan(_ units: SummaryUnits, _ table: PairTable) -> SummaryPlan {
    let graph = SentenceGraph(units)
    let count = units.all.count
    let limits = graph.edges.map { edges in
      Self.saturation * edges.reduce(1) { $0 + $1.weight }
    }
    let rewards = graph.edges.map { $0.reduce(1) { $0 + $1.weight } / Double(max(1, count)) }
    var covered = [Double](repeating: 0, count: count)
    var groups = [Double](repeating: 0, count: units.documents.count)
    func gain(_ unit: Int) -> Double {
      var sum = min(limits[unit], covered[unit] + 1) - min(limits[unit], covered[unit])
      for (other, weight) in graph.edges[unit] {
        sum += min(limits[other], covered[other] + weight) - min(limits[other], covered[other])
      }
      let group = groups[units.all[unit].document]
      sum += Self.diversity * ((group + rewards[unit]).squareRoot() - group.squareRoot())
      return sum / pow(Double(max(1, units.all[unit].words)), Self.costExponent)
    }
    var heap = GainHeap()
    for unit in units.all.indices.prefix(SentenceGraph.limit) { heap.push(gain(unit), unit) }
    var order: [Int] = []
    while let (_, unit) = heap.pop() {
      let now = gain(unit)
      if let next = heap.top, (next.gain, -next.unit) > (now, -unit) {
        heap.push(now, unit)
        continue
      }
      order.append(unit)
      covered[unit] += 1
      for (other, weight) in graph.edges[unit] { covered[other] += weight }
      groups[units.all[unit].document] += rewards[unit]
    }
    return SummaryPlan(
      "covers the text", SumBasicSummarizer.scores(order, count), choice: .ranked)
  }
}
