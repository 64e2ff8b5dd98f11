import Annotation
import Segmentation
public import Terminology
import TextModel

/// Which words of articles have no entry.
public struct GlossaryCoverage: Hashable, Codable, Sendable {
  /// A word without an entry.
  public struct Gap: Hashable, Codable, Sendable {
    /// The word as it stands first.
    public let vi: String
    /// How often it stands.
    public let count: Int
    /// In how many articles.
    public let documents: Int
    /// Whether it begins with a capital everywhere: probably a name.
    public let isName: Bool
    /// The first sentence with it.
    public let context: String
  }

  /// How many words of content the articles have, numbers and marks left out.
  public let words: Int
  /// How many of them have an entry.
  public let known: Int
  /// The words without one, most frequent first.
  public let gaps: [Gap]

  /// The share of words with an entry, in percent.
  public var percent: Double {
    words == 0 ? 100 : (Double(known) / Double(words) * 1000).rounded() / 10
  }

  private struct Tally {
    let text: String
    let first: Int
    let context: String
    var count = 0
    var documents: Set<Int> = []
    var isName = true
  }

  /// Counts the words of articles.
  /// - Parameter isKnown: whether a glossary has a term with these keys.
  public init(_ text: GlossaryText, isKnown: ([UInt64]) -> Bool) {
    var tallies: [[UInt64]: Tally] = [:]
    var (words, known) = (0, 0)
    for sentence in text.sentences {
      for word in sentence.words where word.role == .content {
        words += 1
        if isKnown(word.key) {
          known += 1
          continue
        }
        var tally =
          tallies[word.key]
          ?? Tally(text: word.text, first: tallies.count, context: sentence.text)
        tally.count += 1
        tally.documents.insert(sentence.document)
        tally.isName = tally.isName && word.isCapitalized
        tallies[word.key] = tally
      }
    }
    self.words = words
    self.known = known
    gaps = tallies.values.sorted { ($1.count, $0.first) < ($0.count, $1.first) }.map {
      Gap(
        vi: $0.text, count: $0.count, documents: $0.documents.count, isName: $0.isName,
        context: $0.context)
    }
  }
}

extension Workbench {
  /// Whether a glossary has a term with these match keys.
  public var knowsTerm: @Sendable ([UInt64]) -> Bool {
    let index = index
    return { index.contains(keys: $0) }
  }

  /// The words of articles that have no entry.
  public func coverage(_ text: GlossaryText) -> GlossaryCoverage {
    GlossaryCoverage(text, isKnown: knowsTerm)
  }

  /// Candidates for new entries: acronyms, then names, then terms, best first in each.
  /// - Throws: `DataError` when a data file is missing from the installation.
  public func suggestions(
    _ text: GlossaryText, options: TermMiner.Options
  ) throws -> [TermCandidate] {
    let isKnown = knowsTerm
    let acronyms = AcronymMiner(isKnown: isKnown).candidates(text.sentences)
    let names = NameMiner(minimum: options.minimum, isKnown: isKnown).candidates(text.sentences)
    let taken = Set((acronyms + names).map(\.vi))
    let general = try language.wordModel().frequencies
    let terms = TermMiner(
      options: options, isKnown: isKnown, general: { general[$0] ?? 0 },
      generalTotal: general.values.reduce(0, +)
    ).candidates(text.sentences)
    return acronyms + names + terms.filter { !taken.contains($0.vi) }
  }
}
