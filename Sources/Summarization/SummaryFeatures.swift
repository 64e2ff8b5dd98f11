/// The features of the default method with what they should foretell, for the script that fits weights.
public struct SummaryFeatures: Codable, Sendable {
  /// One row of a regression.
  public struct Row: Codable, Sendable {
    /// The features, in the order of their names.
    public let features: [Double]
    /// The share of the wanted texts, or of the pairs in them, that holds it.
    public let target: Double
    /// How much the row counts.
    public let weight: Int
  }

  /// The names of the features of a sentence.
  public let sentenceNames: [String]
  /// The names of the features of a pair.
  public let pairNames: [String]
  /// The sentences.
  public let sentences: [Row]
  /// The pairs.
  public let pairs: [Row]

  init(_ units: SummaryUnits, _ table: PairTable, wanted: [[[UInt64]]]) {
    let isStory = units.documents.count > 1
    let features = CoverageFeatures(units, table)
    let texts = wanted.map { sentences in
      var numbers = KeyNumbers(capacity: 256)
      for keys in sentences { PairTable.forEachPair(keys) { key, _, _ in _ = numbers.number(key) } }
      return numbers
    }
    var target = [Double](repeating: 0, count: table.count)
    let all = Double(max(1, texts.count))
    for (index, unit) in units.all.enumerated() {
      for (sentence, numbers) in zip(units.sentences(unit), table.numbers(of: index, in: units)) {
        var place = 0
        PairTable.forEachPair(sentence.keys) { key, _, _ in
          target[numbers[place]] = Double(texts.count { $0.find(key) != nil }) / all
          place += 1
        }
      }
    }
    sentenceNames = isStory ? CoverageFeatures.ofSentence : ArticleFeatures.names
    pairNames = CoverageFeatures.ofPair
    let values = isStory ? features.sentences : ArticleFeatures(units, table).sentences
    sentences = values.enumerated().map { index, features in
      let own = table.ofUnit[index]
      let share = own.isEmpty ? 0 : own.reduce(0) { $0 + target[$1] } / Double(own.count)
      return Row(features: features, target: share, weight: own.count)
    }
    pairs = features.pairs.enumerated().map {
      Row(features: $1, target: target[$0], weight: 1)
    }
  }
}
