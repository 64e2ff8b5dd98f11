public import TextModel

/// How often syllables, and pairs of neighbours, stand in running text.
public struct SyllableCounts: Sendable {
  private let single: [MatchKey: Int]
  private let contexts: [MatchKey: Int]
  private let pairs: [SyllablePair: Int]
  /// The sum of the contexts of all syllables.
  public let totalContexts: Int

  /// Two neighbours.
  private struct SyllablePair: Hashable {
    let first: MatchKey
    let second: MatchKey
  }

  /// Reads a table with the columns syllables (one, or two with a space), count and contexts.
  public init(_ data: DataTable, table: SyllableTable) {
    var single: [MatchKey: Int] = [:]
    var contexts: [MatchKey: Int] = [:]
    var pairs: [SyllablePair: Int] = [:]
    single.reserveCapacity(data.rows.count)
    pairs.reserveCapacity(data.rows.count)
    for row in data.rows {
      let keys = row["syllables"].split(separator: " ").map { table.key(String($0)) }
      let count = Int(row["count"]) ?? 0
      if keys.count == 1 {
        single[keys[0], default: 0] += count
        contexts[keys[0], default: 0] += Int(row["contexts"]) ?? 0
      }
      if keys.count == 2 {
        pairs[SyllablePair(first: keys[0], second: keys[1]), default: 0] += count
      }
    }
    self.single = single
    self.pairs = pairs
    self.contexts = contexts
    self.totalContexts = contexts.values.reduce(0, +)
  }

  /// How often a syllable stands in the counted text.
  public func count(_ key: MatchKey) -> Int { single[key] ?? 0 }
  /// After how many different syllables a syllable stands: how free it is of fixed words.
  public func contexts(_ key: MatchKey) -> Int { contexts[key] ?? 0 }
  /// How often two syllables stand side by side in it.
  public func count(_ first: MatchKey, _ second: MatchKey) -> Int {
    pairs[SyllablePair(first: first, second: second)] ?? 0
  }
}

/// Which syllables stand side by side inside the words of a lexicon, and which are words alone.
public struct WordPairs: Sendable {
  /// Open addressing; 0 marks a free place.
  private var slots: [UInt64]
  private var count = 0

  /// No word known; room for a number of pairs.
  public init(capacity: Int = 64) {
    var size = 128
    while size < capacity * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
  }

  private static func mix(_ first: MatchKey, _ second: MatchKey) -> UInt64 {
    var mixed = (first.value &* 0x9E37_79B9_7F4A_7C15) ^ second.value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed ^= mixed >> 27
    return mixed == 0 ? 1 : mixed
  }

  private func slot(_ pair: UInt64) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: pair) & mask
    while slots[index] != 0, slots[index] != pair { index = (index + 1) & mask }
    return index
  }

  private mutating func insert(_ pair: UInt64) {
    if (count + 1) * 2 > slots.count {
      let old = slots
      slots = [UInt64](repeating: 0, count: old.count * 2)
      for kept in old where kept != 0 { slots[slot(kept)] = kept }
    }
    let index = slot(pair)
    if slots[index] == 0 { count += 1 }
    slots[index] = pair
  }

  /// Takes note of a word.
  public mutating func insert(_ tokens: [Token]) {
    for index in tokens.indices.dropFirst() {
      insert(tokens[index - 1].key, tokens[index].key)
    }
  }

  /// Takes note of a syllable of a word; `isWord` where it is all of it.
  package mutating func insert(_ syllable: MatchKey, isWord: Bool) {
    insert(Self.mix(syllable, .none))
    if isWord { insert(Self.mix(.none, syllable)) }
  }

  /// Whether some word of the lexicon has a syllable.
  public func contains(_ syllable: MatchKey) -> Bool {
    slots[slot(Self.mix(syllable, .none))] != 0
  }

  /// Whether a syllable is a word of the lexicon.
  public func containsWord(_ syllable: MatchKey) -> Bool {
    slots[slot(Self.mix(.none, syllable))] != 0
  }

  /// Takes note of two syllables that stand side by side in a word.
  package mutating func insert(_ first: MatchKey, _ second: MatchKey) {
    insert(Self.mix(first, second))
  }

  /// Whether some word of the lexicon has the two side by side.
  public func contains(_ first: MatchKey, _ second: MatchKey) -> Bool {
    slots[slot(Self.mix(first, second))] != 0
  }
}
