import Foundation
import TextModel
import Vietnamese

/// How far the gist of a sentence may be trusted: the chance that it is among the better half of news
/// sentences, by what the engine saw of its own work.
///
/// Logistic regression on features of the derivation, fitted by Tests/Scripts/fit_confidence.py.
/// docs/design/translation.md gives how well sentences of each level score.
struct ConfidenceModel: Sendable {
  private let weights: [Double]
  private let constant: Double

  /// Reads a table with the columns feature and weight.
  init(_ table: DataTable) {
    var values: [String: Double] = [:]
    for row in table.rows { values[row["feature"]] = Double(row["weight"]) }
    weights = ConfidenceFeatures.names.map { values[$0] ?? 0 }
    constant = values["constant"] ?? 0
  }

  /// The chance, two decimals, never quite 0 or 1.
  func confidence(_ features: ConfidenceFeatures) -> Double {
    let sum = zip(weights, features.values).reduce(constant) { $0 + $1.0 * $1.1 }
    let chance = 1 / (1 + exp(-sum))
    return min(0.99, max(0.01, (chance * 100).rounded() / 100))
  }
}

/// What the engine saw of its own work on a sentence.
package struct ConfidenceFeatures: Sendable {
  /// The names, in the order of the values.
  package static let names = [
    "joints", "unknown", "rare", "cost", "rivals", "short", "fixed", "length", "capitals",
  ]
  /// The values; shares are of the words of the sentence.
  package let values: [Double]
  /// How many words of the lattice the sentence has, marks not counted.
  package let words: Int
}

extension GistSentence {
  /// The features; nil for a sentence without words.
  package func confidenceFeatures(_ engine: GistEngine) -> ConfidenceFeatures? {
    let used = derivation.nodes.compactMap { $0.edge < 0 ? nil : lattice.edges[$0.edge] }
    let words = used.filter { !Tags.marks.contains($0.tag) }
    if words.isEmpty { return nil }
    let count = Double(words.count)
    let share = { (test: (LatticeEdge) -> Bool) in Double(words.count(where: test)) / count }
    let tokens = words.reduce(0) { $0 + $1.end - $1.start }
    let entries = words.filter { $0.entry >= 0 }
    let bands = entries.reduce(0) { sum, edge in
      let band = Int(engine.builder.senses[edge.entry].band)
      return sum + (band == 0 ? 3 : band)
    }
    let phrases = derivation.cost - Derivation.joint * Float(joints)
    let firstWord = words.map(\.start).min() ?? 0
    return ConfidenceFeatures(
      values: [
        Double(joints) / count,
        share { $0.tag == Tags.unknown },
        entries.isEmpty ? 0 : Double(bands) / Double(entries.count) / 5,
        Double(phrases) / count,
        Double(lattice.edges.count - used.count) / count,
        share { $0.entry >= 0 && $0.end - $0.start == 1 },
        share { $0.tag == Tags.date || $0.tag == Tags.quantity || $0.tag == Tags.numeral },
        log(Double(tokens)),
        share { lattice.tokens[$0.start].isCapitalized && $0.start > firstWord },
      ], words: words.count)
  }
}
