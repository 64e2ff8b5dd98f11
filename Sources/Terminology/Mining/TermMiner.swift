import Foundation

/// Proposes terms: sequences of content words by C-value and keyness.
///
/// Sources: C-value, Frantzi, Ananiadou and Mima 2000 (here with log2(n + 1), so that single words
/// count); keyness, the log-likelihood ratio of Dunning 1993 as in Rayson and Garside 2000.
public struct TermMiner {
  /// How to mine.
  public struct Options: Sendable {
    /// The fewest times a candidate must stand. Default: 2.
    public var minimum = 2
    /// The most words in a candidate. Default: 4.
    public var longest = 4
    /// How many contexts are kept. Default: 2.
    public var contexts = 2

    /// The defaults.
    public init() {}
  }

  private let options: Options
  private let isKnown: ([UInt64]) -> Bool
  private let general: (String) -> Int
  private let generalTotal: Int

  /// Makes a miner.
  /// - Parameters:
  ///   - isKnown: whether a glossary has a term with these keys.
  ///   - general: how often a word, in small letters, stands in general text.
  ///   - generalTotal: how many words that text has.
  public init(
    options: Options, isKnown: @escaping ([UInt64]) -> Bool, general: @escaping (String) -> Int,
    generalTotal: Int
  ) {
    self.options = options
    self.isKnown = isKnown
    self.general = general
    self.generalTotal = generalTotal
  }

  private struct Tally {
    let text: String
    let words: [String]
    /// The match keys of each word.
    let keys: [[UInt64]]
    var count = 0
    var nested = 0
    /// In how many longer candidates it stands.
    var hosts = 0
    var documents: Set<Int> = []
    var contexts: [String] = []
    let first: Int
  }

  /// The candidates, best first. Terms that a glossary has, and such as are commoner in general text,
  /// are left out.
  public func candidates(_ sentences: [MinedSentence]) -> [TermCandidate] {
    var tallies: [[UInt64]: Tally] = [:]
    var total = 0
    for sentence in sentences {
      total += sentence.words.count { $0.role != .mark }
      forEachRun(sentence) { count($0, sentence, &tallies) }
    }
    tallies = tallies.filter { $0.value.count >= options.minimum }
    discountNested(&tallies)
    let found = tallies.compactMap { key, tally in
      isKnown(key) ? nil : candidate(tally, total: total).map { ($0, tally.first) }
    }
    return found.sorted { left, right in
      let (first, second) = (Self.score(left.0), Self.score(right.0))
      return first == second ? left.1 < right.1 : first > second
    }.map(\.0)
  }

  /// What candidates are ordered by.
  static func score(_ candidate: TermCandidate) -> Double {
    candidate.cValue * log2(2 + candidate.keyness)
  }

  /// The longest stretches of content words. A capitalized word that no glossary has is a name, and
  /// names are proposed apart.
  private func forEachRun(_ sentence: MinedSentence, _ body: (ArraySlice<MinedWord>) -> Void) {
    var start = 0
    let words = sentence.words
    for end in 0...words.count where end == words.count || ends(words[end], isFirst: end == 0) {
      if end > start { body(words[start..<end]) }
      start = end + 1
    }
  }

  private func ends(_ word: MinedWord, isFirst: Bool) -> Bool {
    word.role != .content || (word.isCapitalized && !isFirst && !isKnown(word.key))
  }

  private func count(
    _ run: ArraySlice<MinedWord>, _ sentence: MinedSentence, _ tallies: inout [[UInt64]: Tally]
  ) {
    for start in run.indices {
      for end in (start + 1)...min(run.endIndex, start + options.longest) {
        let words = run[start..<end]
        let key = words.flatMap(\.key)
        if key.count < 2 { continue }
        var tally =
          tallies[key]
          ?? Tally(
            text: words.map(\.text).joined(separator: " "),
            words: words.map { $0.text.lowercased() }, keys: words.map(\.key),
            first: tallies.count)
        tally.count += 1
        tally.documents.insert(sentence.document)
        if tally.contexts.count < options.contexts, tally.contexts.last != sentence.text {
          tally.contexts.append(sentence.text)
        }
        tallies[key] = tally
      }
    }
  }

  /// Takes from a candidate what the longer candidates around it account for.
  private func discountNested(_ tallies: inout [[UInt64]: Tally]) {
    for (_, host) in tallies.sorted(by: { $0.value.first < $1.value.first }) {
      if host.words.count < 2 { continue }
      for start in host.words.indices {
        for end in (start + 1)...host.words.count where end - start < host.words.count {
          let inner = host.keys[start..<end].flatMap { $0 }
          tallies[inner]?.nested += host.count
          tallies[inner]?.hosts += 1
        }
      }
    }
  }

  private func candidate(_ tally: Tally, total: Int) -> TermCandidate? {
    let length = log2(Double(tally.words.count) + 1)
    let nested = tally.hosts == 0 ? 0 : Double(tally.nested) / Double(tally.hosts)
    let cValue = length * (Double(tally.count) - nested)
    let rarest = tally.words.map(general).min() ?? 0
    let keyness = Self.keyness(tally.count, of: total, against: rarest, of: generalTotal)
    guard cValue > 0, keyness > 0 else { return nil }
    return TermCandidate(
      kind: .term, vi: tally.text, full: "", count: tally.count,
      documents: tally.documents.count, cValue: Self.rounded(cValue),
      keyness: Self.rounded(keyness),
      contexts: tally.contexts)
  }

  /// The log-likelihood ratio; negative when the first text has fewer than expected.
  static func keyness(_ first: Int, of firstTotal: Int, against second: Int, of secondTotal: Int)
    -> Double
  {
    let (a, b) = (Double(first), Double(second))
    let (c, d) = (Double(max(1, firstTotal)), Double(max(1, secondTotal)))
    let (left, right) = (c * (a + b) / (c + d), d * (a + b) / (c + d))
    let sum = (a > 0 ? a * log(a / left) : 0) + (b > 0 ? b * log(b / right) : 0)
    return a / c >= b / d ? 2 * sum : -2 * sum
  }

  static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
