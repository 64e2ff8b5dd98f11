public import TextModel

/// A method that scores the sentences of documents; one selector serves them all.
protocol Summarizer: Sendable {
  /// The method's name on the command line.
  static var name: String { get }
  /// The parts of each unit's score, in the order of the units. Deterministic.
  func parts(_ units: SummaryUnits) -> [[ScorePart]]
}

/// Makes summaries: chooses whole sentences within a budget and says why.
public struct SummaryMaker: Sendable {
  private let stopWords: Set<UInt64>

  /// Makes a maker with the match keys of words that carry no topic.
  public init(stopWords: Set<UInt64>) { self.stopWords = stopWords }

  /// The methods, by name.
  static let methods: [any Summarizer] = [BlendSummarizer(), LeadSummarizer(), LexRankSummarizer()]

  /// The names that `--method` takes.
  public static var methodNames: [String] { methods.map { type(of: $0).name } }

  /// Summarizes documents; nil when no method has the name asked for.
  public func summarize(
    _ documents: [SummaryDocument], options: SummarizationOptions = .init()
  ) -> Summary? {
    guard let method = Self.methods.first(where: { type(of: $0).name == options.method }) else {
      return nil
    }
    let units = SummaryUnits(documents, takesLede: options.takesLede, stopWords: stopWords)
    return SummarySelector(units: units, options: options).select(
      parts: method.parts(units), method: options.method)
  }
}
