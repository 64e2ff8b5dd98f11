public import TextModel

/// The weights of the default method, read from a table that names what they were fitted on.
public struct SummaryWeights: Hashable, Sendable {
  /// Weights by model and feature: `sentence`, `pair`, `article` and `search`.
  private var values: [String: [String: Double]] = [:]
  /// What is wrong with rows of the table.
  public private(set) var findings: [Finding] = []

  /// Reads rows of model, feature and weight; a broken row gives a finding and the rest loads.
  /// - Parameter file: the path for messages.
  public init(_ table: DataTable, file: String) {
    for row in table.rows {
      if let weight = Double(row["weight"]), weight.isFinite, !row["feature"].isEmpty {
        values[row["model"], default: [:]][row["feature"]] = weight
      } else {
        findings.append(
          Finding(
            .error, "weights-row", "the row is no weight: model, feature and a number are needed",
            at: .init(file: file, line: row.line), fix: "mend or delete the row"))
      }
    }
    for model in ["sentence", "pair", "article", "search"] where values[model] == nil {
      findings.append(
        Finding(
          .warning, "weights-missing",
          "there are no weights for the model '\(model)'; those made by hand are used instead",
          at: .init(file: file)))
      values[model] = Self.byHand.values[model]
    }
  }

  private init(values: [String: [String: Double]]) { self.values = values }

  /// Weights that nobody fitted: half early, half shared; for one article, early and like the headline.
  public static let byHand = SummaryWeights(values: [
    "sentence": ["early": 0.5, "shared": 0.5],
    "pair": ["sentence": 1],
    "article": ["early": 0.06, "headline-pairs": 0.14],
    "search": ["balance": 0.1, "width": 12, "article-redundancy": 0.3],
  ])

  /// A weight; 0 for a feature that has none.
  func callAsFunction(_ model: String, _ feature: String) -> Double {
    values[model]?[feature] ?? 0
  }

  /// The weights of a model in the order of its features.
  func list(_ model: String, _ features: [String]) -> [Double] {
    features.map { self(model, $0) }
  }
}
