import TextModel

/// The first sentences of the newest document, then of the next: the baseline of news summaries.
struct LeadSummarizer: Summarizer {
  static let name = "lead"

  func parts(_ units: SummaryUnits) -> [[ScorePart]] {
    let order = units.documents.indices.sorted { left, right in
      let (a, b) = (units.documents[left].published ?? "", units.documents[right].published ?? "")
      return a == b ? left < right : a > b
    }
    var rank = [Int](repeating: 0, count: order.count)
    for (position, document) in order.enumerated() { rank[document] = position }
    return units.all.map { unit in
      [ScorePart("position", 1 / Double(1 + unit.position + 1000 * rank[unit.document]))]
    }
  }
}
