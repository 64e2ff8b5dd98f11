import Reporting

/// Measures of articles and how they moved between two runs.
enum RunMetrics {
  /// How often the articles are drawn anew for an interval.
  private static let draws = 1_000

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

  /// The means of both sides with the 95 % interval of the paired difference, by the bootstrap over
  /// articles. Source: B. Efron and R. Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13.
  static func deltas(_ pairs: [(Brief, Brief)]) -> [MetricDelta] {
    measures.map { measure in
      let before = pairs.map { Double(measure.value($0.0)) }
      let after = pairs.map { Double(measure.value($0.1)) }
      let differences = zip(before, after).map { $1 - $0 }
      let count = Double(pairs.count)
      return MetricDelta(
        name: measure.name, before: (before.reduce(0, +) / count).rounded6,
        after: (after.reduce(0, +) / count).rounded6, interval: interval(differences),
        articles: pairs.count)
    }
  }

  private static func interval(_ differences: [Double]) -> [Double] {
    var state: UInt64 = 1
    var means: [Double] = []
    for _ in 0..<draws {
      var sum = 0.0
      for _ in differences {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        sum += differences[Int((state >> 33) % UInt64(differences.count))]
      }
      means.append(sum / Double(differences.count))
    }
    means.sort()
    return [means[draws / 40].rounded6, means[draws - 1 - draws / 40].rounded6]
  }
}
