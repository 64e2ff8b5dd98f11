/// The length of a sentence in the space of the strongest topics, found by singular value decomposition.
///
/// Source: Steinberger and Ježek, *Using Latent Semantic Analysis in Text Summarization and Summary
/// Evaluation*, ISIM 2004: topics whose singular value is at least half the greatest.
struct LatentSummarizer: Summarizer {
  static let name = "lsa"
  /// How many topics are looked for.
  private static let topics = 8
  private static let rounds = 40

  func plan(_ units: SummaryUnits, _ table: PairTable) -> SummaryPlan {
    let vectors = TermVectors(units.all.map { units.content($0) }, isPlain: true)
    let count = units.all.count
    var basis: [[Double]] = []
    for topic in 0..<min(Self.topics, count) {
      basis.append((0..<count).map { index in Double((index * 31 + topic * 17) % 23 + 1) })
    }
    var strengths = [Double](repeating: 0, count: basis.count)
    for _ in 0..<Self.rounds {
      for topic in basis.indices {
        var vector = Self.multiply(basis[topic], vectors)
        for earlier in basis[..<topic] {
          var shadow = 0.0
          for index in vector.indices { shadow += vector[index] * earlier[index] }
          for index in vector.indices { vector[index] -= shadow * earlier[index] }
        }
        strengths[topic] = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        if strengths[topic] > 1e-9 { basis[topic] = vector.map { $0 / strengths[topic] } }
      }
    }
    let least = (strengths.first ?? 0) / 4
    var scores = [Double](repeating: 0, count: count)
    for (topic, strength) in strengths.enumerated() where strength >= least && strength > 1e-9 {
      for index in scores.indices {
        scores[index] += strength * basis[topic][index] * basis[topic][index]
      }
    }
    return SummaryPlan("topics", scores.map { $0.squareRoot() }, choice: .novel)
  }

  /// A vector over sentences times the matrix of sentences by sentences; its strengths are squares of
  /// singular values.
  private static func multiply(_ vector: [Double], _ matrix: TermVectors) -> [Double] {
    var terms = [Double](repeating: 0, count: matrix.terms)
    for (index, row) in matrix.vectors.enumerated() {
      for (term, weight) in row { terms[term] += weight * vector[index] }
    }
    return matrix.vectors.map { row in row.reduce(0) { $0 + $1.weight * terms[$1.term] } }
  }
}
