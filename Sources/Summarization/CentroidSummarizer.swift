/// Likeness to the middle of the text: the cosine of a sentence with the mean tf-idf vector.
///
/// Source: Radev, Jing, Styś and Tam, *Centroid-based Summarization of Multiple Documents*, Information
/// Processing and Management 40 (2004); without its position and overlap terms.
struct CentroidSummarizer: Summarizer {
  static let name = "centroid"

  func plan(_ units: SummaryUnits, _ table: PairTable) -> SummaryPlan {
    let vectors = TermVectors(units.all.map { units.content($0) })
    var centroid = [Double](repeating: 0, count: vectors.terms)
    for vector in vectors.vectors { for (term, weight) in vector { centroid[term] += weight } }
    let length = centroid.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let scores = vectors.vectors.enumerated().map { index, vector in
      let sum = vector.reduce(0) { $0 + $1.weight * centroid[$1.term] }
      let norm = vectors.norms[index] * length
      return norm > 0 ? sum / norm : 0
    }
    return SummaryPlan("like the whole", scores, choice: .novel)
  }
}
