/// Precision and recall of boundaries or decisions, and their harmonic mean.
public struct Score: Hashable, Codable, Sendable {
  /// Found and right.
  public var truePositives = 0
  /// Found and wrong.
  public var falsePositives = 0
  /// Missed.
  public var falseNegatives = 0

  /// Nothing counted yet.
  public init() {}

  /// Share of what was found that is right; 1 when nothing was found.
  public var precision: Double { Self.share(truePositives, falsePositives) }
  /// Share of what should be found that was; 1 when there was nothing to find.
  public var recall: Double { Self.share(truePositives, falseNegatives) }
  /// The harmonic mean of the two.
  public var f1: Double {
    let sum = precision + recall
    return sum > 0 ? 2 * precision * recall / sum : 0
  }

  private static func share(_ right: Int, _ wrong: Int) -> Double {
    right + wrong == 0 ? 1 : Double(right) / Double(right + wrong)
  }

  /// Compares what was found with what should be.
  public mutating func add<Element: Hashable>(found: Set<Element>, gold: Set<Element>) {
    truePositives += found.intersection(gold).count
    falsePositives += found.subtracting(gold).count
    falseNegatives += gold.subtracting(found).count
  }
}

/// Sentence boundaries as counts of visible characters, so that white space does not matter.
public enum BoundaryScore {
  /// The boundaries between pieces, the end of the last one left out.
  public static func boundaries(_ pieces: [String]) -> Set<Int> {
    var position = 0
    var found: Set<Int> = []
    for piece in pieces {
      position += visibleCount(piece)
      found.insert(position)
    }
    found.remove(position)
    return found
  }

  /// Scores found sentences against gold sentences of the same text.
  public static func score(found: [String], gold: [String]) -> Score {
    var score = Score()
    score.add(found: boundaries(found), gold: boundaries(gold))
    return score
  }

  /// How many characters are not white space.
  public static func visibleCount(_ text: String) -> Int {
    text.unicodeScalars.count { !$0.properties.isWhitespace }
  }
}
