/// How long a summary may be. No summary is longer.
public enum SummaryBudget: Hashable, Codable, Sendable {
  /// At most so many sentences.
  case sentences(Int)
  /// At most so many tokens between white space (syllables with their punctuation, in Vietnamese).
  case words(Int)
  /// At most so many runs of letters or digits, as ROUGE counts: `23/10` is two.
  case syllables(Int)
  /// At most so many characters, with one space between sentences.
  case characters(Int)
  /// At most this share of the words of the sentences that may be chosen, above 0 to 1.
  case ratio(Double)
}

/// What the lede is to a summary. docs/design/summaries.md gives the cost of each choice.
public enum LedePolicy: String, Hashable, Codable, Sendable, CaseIterable {
  /// It weighs in the scores and is not chosen while there is a body.
  case evidence
  /// It may be chosen like the first sentence of the body.
  case candidate
  /// The reader has it already: it weighs in the scores, and what it says counts as said.
  case shown
}

/// Something a summary is asked to speak of, or not to: spellings in match keys, of which one must stand.
public struct SummaryConcept: Hashable, Codable, Sendable {
  /// As the user wrote it.
  public var name: String
  /// Its spellings as match keys, none empty.
  public var spellings: [[UInt64]]

  /// Makes a concept.
  public init(name: String, spellings: [[UInt64]]) {
    self.name = name
    self.spellings = spellings.filter { !$0.isEmpty }
  }

  /// Whether a spelling stands in a text. Complexity: linear in the text for each spelling.
  func stands(in keys: [UInt64]) -> Bool {
    spellings.contains { spelling in
      guard let first = spelling.first, keys.count >= spelling.count else { return false }
      return keys.indices.prefix(keys.count - spelling.count + 1).contains { start in
        keys[start] == first && keys[start..<(start + spelling.count)].elementsEqual(spelling)
      }
    }
  }
}

/// How a summary is made.
public struct SummarizationOptions: Hashable, Codable, Sendable {
  /// The method's name. Default: `coverage`.
  public var method = "coverage"
  /// The length. Default: five sentences.
  public var budget = SummaryBudget.sentences(5)
  /// What the lede is. Default: evidence.
  public var lede = LedePolicy.evidence
  /// How much a candidate loses for what is already said, 0 to 1, in methods that rank. Default: nil,
  /// the method's own.
  public var redundancyPenalty: Double?
  /// Of each of these a sentence is taken, if one stands in the text and fits. Default: none.
  public var must: [SummaryConcept] = []
  /// Sentences that hold one of these are not taken. Default: none.
  public var avoid: [SummaryConcept] = []
  /// Sentences that hold one of these weigh more. Default: none.
  public var focus: [SummaryConcept] = []

  /// The defaults.
  public init() {}
}
