public import TextModel

/// A method that scores the sentences of documents; one selector serves them all.
protocol Summarizer: Sendable {
  /// The method's name on the command line.
  static var name: String { get }
  /// The parts of each unit's score, in the order of the units, and how to choose. Deterministic.
  func plan(_ units: SummaryUnits, _ table: PairTable) -> SummaryPlan
}

/// What a method makes of the units.
struct SummaryPlan: Sendable {
  enum Choice: Sendable {
    /// In the order of the scores, while they fit.
    case ranked
    /// The same, less what is said already: so much of a score for what is said wholly.
    case novel(penalty: Double)
    /// The same with the usual penalty.
    static let novel = Choice.novel(penalty: 0.6)
    /// Those that cover the most together.
    case coverage(CoverageGoal)
  }

  /// By unit; the parts of a score sum to it.
  let parts: [[ScorePart]]
  let choice: Choice

  init(parts: [[ScorePart]], choice: Choice) {
    self.parts = parts
    self.choice = choice
  }

  /// A score of one part for each unit.
  init(_ name: String, _ scores: [Double], choice: Choice) {
    self.init(parts: scores.map { [ScorePart(name, $0)] }, choice: choice)
  }
}

/// Makes summaries: chooses whole sentences within a budget and says why.
public struct SummaryMaker: Sendable {
  private let stopKeys: Set<UInt64>
  private let stopWords: StopWords
  private let weights: SummaryWeights

  /// Makes a maker.
  /// - Parameters:
  ///   - stopWords: the match keys of words that carry no topic.
  ///   - weights: the weights of the default method. Default: those made by hand.
  public init(stopWords: Set<UInt64>, weights: SummaryWeights = .byHand) {
    stopKeys = stopWords
    self.stopWords = StopWords(stopWords)
    self.weights = weights
  }

  /// The methods, the default first.
  static func methods(_ weights: SummaryWeights) -> [any Summarizer] {
    [
      CoverageSummarizer(weights: weights), LeadSummarizer(), RoundRobinSummarizer(),
      LexRankSummarizer(), ContinuousLexRankSummarizer(), TextRankSummarizer(),
      LatentSummarizer(), SumBasicSummarizer(), KLSummarizer(), LuhnSummarizer(),
      CentroidSummarizer(), SubmodularSummarizer(),
    ]
  }

  /// The names that `--method` takes.
  public static var methodNames: [String] { methods(.byHand).map { type(of: $0).name } }

  /// The same maker with other weights.
  public func with(_ weights: SummaryWeights) -> SummaryMaker {
    SummaryMaker(stopWords: stopKeys, weights: weights)
  }

  /// Summarizes documents; nil when no method has the name asked for.
  ///
  /// The order of the documents does not matter: they are taken in order of publication, then of
  /// their words. Complexity: linear in the text but for the search, whose work is bounded.
  public func summarize(
    _ documents: [SummaryDocument], options: SummarizationOptions = .init()
  ) -> Summary? {
    let methods = Self.methods(weights)
    guard let method = methods.first(where: { type(of: $0).name == options.method }) else {
      return nil
    }
    let order = documents.indices.sorted { documents[$0].precedes(documents[$1], $0 < $1) }
    let units = SummaryUnits(
      order.map { documents[$0] }, options: options, stopWords: stopWords)
    let table = PairTable(units)
    let plan = method.plan(units, table).focused(units)
    return SummarySelector(units: units, table: table, plan: plan).summary(
      method: options.method, order: order)
  }

  /// Documents that tell the same, and those that repeat another.
  public func stories(_ documents: [SummaryDocument]) -> [StoryGroup] {
    StoryFinder(stopWords: stopWords).stories(documents)
  }

  /// For each document the share of a sentence's topic pairs that stand in it.
  public func support(of keys: [UInt64], in documents: [SummaryDocument]) -> [Double] {
    StoryFinder(stopWords: stopWords).support(of: keys, in: documents)
  }

  /// The features of documents, for fitting the weights; `wanted` are the texts to be like.
  public func features(
    _ documents: [SummaryDocument], options: SummarizationOptions = .init(), wanted: [[[UInt64]]]
  ) -> SummaryFeatures {
    let order = documents.indices.sorted { documents[$0].precedes(documents[$1], $0 < $1) }
    let units = SummaryUnits(
      order.map { documents[$0] }, options: options, stopWords: stopWords)
    return SummaryFeatures(units, PairTable(units), wanted: wanted)
  }
}

extension SummaryDocument {
  /// Orders by publication, then by words; `isFirst` decides between equals.
  func precedes(_ other: Self, _ isFirst: Bool) -> Bool {
    let (left, right) = (published ?? "", other.published ?? "")
    if left != right { return left < right }
    if title != other.title { return title.lexicographicallyPrecedes(other.title) }
    for (own, others) in zip(sentences, other.sentences) where own.keys != others.keys {
      return own.keys.lexicographicallyPrecedes(others.keys)
    }
    if sentences.count != other.sentences.count { return sentences.count < other.sentences.count }
    return isFirst
  }
}

extension SummaryUnits {
  /// What a unit gains for the concepts in focus: half of the greatest score for all of them.
  func focus(on unit: SummaryUnit, top: Double) -> [ScorePart] {
    if options.focus.isEmpty { return [] }
    let hits = options.focus.count { $0.stands(in: unit.keys) }
    return [ScorePart("focus", 0.5 * top * Double(hits) / Double(options.focus.count))]
  }
}

extension SummaryPlan {
  /// The same with what units gain for the concepts in focus; a plan of coverage has it already.
  func focused(_ units: SummaryUnits) -> SummaryPlan {
    if case .coverage = choice { return self }
    let top = parts.map { $0.reduce(0) { $0 + $1.value } }.max() ?? 0
    return SummaryPlan(
      parts: zip(parts, units.all).map { $0 + units.focus(on: $1, top: top) }, choice: choice)
  }
}
