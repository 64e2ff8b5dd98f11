/// What can be said of a summary without a reference: how much of what matters it holds.
public struct SummaryMeasures: Hashable, Codable, Sendable {
  /// Of the names that stand in two sentences or more, the share that stands in the summary.
  public let names: Double
  /// Of the figures that stand in two sentences or more, the share that stands in the summary.
  public let figures: Double
  /// The share of the sentences with a quotation that are in the summary.
  public let quotations: Double
  /// Of the pairs of neighbouring syllables, the share that an earlier sentence of the summary has said.
  public let redundancy: Double
  /// The share of the summary's sentences that are among the first three of their document.
  public let leadBias: Double

  /// A sentence of the source or of the summary.
  public struct Sentence: Hashable, Sendable {
    /// The names in it, in one spelling each.
    public let names: Set<String>
    /// The figures in it.
    public let figures: Set<String>
    /// Whether it holds a quotation.
    public let isQuotation: Bool
    /// Its syllables.
    public let keys: [UInt64]
    /// Whether it is among the first three of its document.
    public let isEarly: Bool

    /// Makes a sentence.
    public init(
      names: Set<String>, figures: Set<String>, isQuotation: Bool, keys: [UInt64], isEarly: Bool
    ) {
      self.names = names
      self.figures = figures
      self.isQuotation = isQuotation
      self.keys = keys
      self.isEarly = isEarly
    }
  }

  /// Measures a summary against its source. With nothing to cover a share is 1.
  public init(summary: [Sentence], source: [Sentence]) {
    names = Self.coverage(summary.map(\.names), source.map(\.names))
    figures = Self.coverage(summary.map(\.figures), source.map(\.figures))
    let quotations = source.count(where: \.isQuotation)
    self.quotations = Self.share(summary.count(where: \.isQuotation), quotations)
    var said: Set<[UInt64]> = []
    var (pairs, repeated) = (0, 0)
    for sentence in summary {
      let own = Set(zip(sentence.keys, sentence.keys.dropFirst()).map { [$0, $1] })
      pairs += own.count
      repeated += own.intersection(said).count
      said.formUnion(own)
    }
    redundancy = pairs == 0 ? 0 : Double(repeated) / Double(pairs)
    leadBias = summary.isEmpty ? 0 : Self.share(summary.count(where: \.isEarly), summary.count)
  }

  private static func coverage(_ summary: [Set<String>], _ source: [Set<String>]) -> Double {
    var counts: [String: Int] = [:]
    for set in source { for name in set { counts[name, default: 0] += 1 } }
    let wanted = Set(counts.filter { $0.value > 1 }.keys)
    let found = summary.reduce(into: Set<String>()) { $0.formUnion($1) }
    return share(wanted.intersection(found).count, wanted.count)
  }

  private static func share(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 1 : Double(part) / Double(whole)
  }
}
