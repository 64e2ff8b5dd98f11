import Evaluation
import Reporting

/// Measures of articles and how they moved between two runs.
enum RunMetrics {
  private static var measures: [(name: String, value: (Brief) -> Int)] {
    [
      ("key points", { $0.points.count }),
      (
        "words of the key points",
        { $0.points.reduce(0) { $0 + $1.vi.split(separator: " ").count } }
      ),
      ("terms", { $0.terms.count }),
      ("figures", { $0.figures.count }),
      ("unknown words", { $0.unknowns.count }),
      ("findings", { $0.findings.count }),
    ]
  }

  /// The means of both sides with the 95 % interval of the paired difference over articles.
  static func deltas(_ pairs: [(Brief, Brief)]) -> [MetricDelta] {
    measures.map { measure in
      let before = pairs.map { Double(measure.value($0.0)) }
      let after = pairs.map { Double(measure.value($0.1)) }
      let moved = Bootstrap(after, minus: before)
      let count = Double(pairs.count)
      return MetricDelta(
        name: measure.name, before: (before.reduce(0, +) / count).rounded6,
        after: (after.reduce(0, +) / count).rounded6,
        interval: [moved.low.rounded6, moved.high.rounded6],
        articles: pairs.count)
    }
  }
}
