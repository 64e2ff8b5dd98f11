import Evaluation
import Reporting

/// Measures of articles and how they moved between two runs.
enum RunMetrics {
  private static let names = [
    "key points", "words of the key points", "terms", "figures", "unknown words", "findings",
  ]

  /// The measures of a brief, in the order of their names.
  static func measures(_ brief: Brief) -> [Int] {
    [
      brief.points.count, brief.points.reduce(0) { $0 + $1.vi.split(separator: " ").count },
      brief.terms.count, brief.figures.count, brief.unknowns.count, brief.findings.count,
    ]
  }

  /// The means of both sides with the 95 % interval of the paired difference over articles.
  /// - Parameter same: the measures of articles that are the same in both.
  static func deltas(_ pairs: [(Brief, Brief)], same: [[Int]]) -> [MetricDelta] {
    let all = pairs.map { (measures($0.0), measures($0.1)) } + same.map { ($0, $0) }
    let count = Double(all.count)
    return names.enumerated().map { index, name in
      let before = all.map { Double($0.0[index]) }
      let after = all.map { Double($0.1[index]) }
      let isSame = before == after
      let moved = isSame ? nil : Bootstrap(after, minus: before)
      return MetricDelta(
        name: name, before: (before.reduce(0, +) / count).rounded6,
        after: (after.reduce(0, +) / count).rounded6,
        interval: [(moved?.low ?? 0).rounded6, (moved?.high ?? 0).rounded6],
        articles: all.count)
    }
  }
}
