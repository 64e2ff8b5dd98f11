package import TextModel
package import Vietnamese

/// Approved sentences with their English, found again exactly or by likeness.
///
/// Likeness is 1 less the share of syllables, numbers and marks that must be put in, taken out or
/// replaced (Levenshtein), counted against the longer sentence; syllables are compared by match key, so
/// case, tone placement and `i`/`y` do not count. Source: the fuzzy match of translation memories, after
/// Sikes, Fuzzy Matching in Theory and Practice, 2007.
package struct TranslationMemory: Sendable {
  /// The approved units.
  package let units: [MemoryUnit]
  private let tokenizer: Tokenizer
  private let exact: [String: Int]
  private let keys: [[UInt64]]
  /// By key: the units that hold it, ascending, each once.
  private let postings: [UInt64: [Int32]]

  /// Longer sentences are only found exactly, in tokens.
  private static let limit = 400

  /// Makes a memory of the approved ones among some units; of two with the same Vietnamese the later.
  package init(_ units: [MemoryUnit], tokenizer: Tokenizer) {
    var exact: [String: Int] = [:]
    var kept: [MemoryUnit] = []
    for unit in units where unit.isApproved {
      if let index = exact[unit.vi] {
        kept[index] = unit
      } else {
        exact[unit.vi] = kept.count
        kept.append(unit)
      }
    }
    let keys = kept.map { Self.keys($0.vi, tokenizer) }
    var postings: [UInt64: [Int32]] = [:]
    for (index, list) in keys.enumerated() where list.count <= Self.limit {
      for key in Set(list) { postings[key, default: []].append(Int32(index)) }
    }
    self.units = kept
    self.tokenizer = tokenizer
    self.exact = exact
    self.keys = keys
    self.postings = postings
  }

  private static func keys(_ text: String, _ tokenizer: Tokenizer) -> [UInt64] {
    tokenizer.tokens(Array(text.utf8)).map(\.key.value)
  }

  /// The unit of the same sentence, white space and normalization form left aside.
  package func exact(_ text: String) -> MemoryMatch? {
    exact[MemoryUnit.plain(text)].map { match(units[$0], similarity: 1, difference: []) }
  }

  /// The same sentence, else the one most like it; of equals the first.
  /// - Parameter threshold: how like it must be, from 0 to 1.
  package func best(for text: String, threshold: Double) -> MemoryMatch? {
    exact(text) ?? matches(for: text, threshold: threshold, limit: 1).first
  }

  /// The sentences like one, most like first, of equals in the order of the memory.
  package func matches(for text: String, threshold: Double, limit: Int) -> [MemoryMatch] {
    let text = MemoryUnit.plain(text)
    let own = Self.keys(text, tokenizer)
    guard threshold < 1, !own.isEmpty, own.count <= Self.limit else { return [] }
    var ranked: [(similarity: Double, index: Int)] = []
    for index in candidates(own, threshold: threshold) {
      let longer = max(own.count, keys[index].count)
      let allowed = Int((1 - threshold) * Double(longer) + 1e-9)
      let distance = EditDistance.between(own, keys[index], limit: allowed)
      if distance <= allowed {
        ranked.append((1 - Double(distance) / Double(longer), index))
      }
    }
    ranked.sort { ($1.similarity, $0.index) < ($0.similarity, $1.index) }
    return ranked.prefix(limit).map { similarity, index in
      match(
        units[index], similarity: similarity.rounded(toPlaces: 2),
        difference: SentenceDifference(tokenizer).pieces(units[index].vi, text))
    }
  }

  /// The units that share so many keys that they may be like enough, ascending.
  private func candidates(_ own: [UInt64], threshold: Double) -> [Int] {
    var shared: [Int32: Int] = [:]
    var counts: [UInt64: Int] = [:]
    for key in own { counts[key, default: 0] += 1 }
    for (key, count) in counts {
      for index in postings[key] ?? [] { shared[index, default: 0] += count }
    }
    return shared.filter { index, count in
      Double(count) + 1e-9 >= threshold * Double(max(own.count, keys[Int(index)].count))
    }.keys.map(Int.init).sorted()
  }

  private func match(
    _ unit: MemoryUnit, similarity: Double, difference: [MemoryMatch.Piece]
  ) -> MemoryMatch {
    MemoryMatch(
      vi: unit.vi, en: unit.en, similarity: similarity, difference: difference,
      origin: unit.origin, date: unit.date)
  }
}

extension Double {
  /// Rounded down to decimals, so that nothing but the same counts as 1.
  fileprivate func rounded(toPlaces places: Int) -> Double {
    var factor = 1.0
    for _ in 0..<places { factor *= 10 }
    return (self * factor + 1e-9).rounded(.down) / factor
  }
}
