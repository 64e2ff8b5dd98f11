import Terminology
import TextModel
import Vietnamese

/// Puts the stretches of a set of glossaries together to what a `TermIndex` holds.
struct TermIndexBuilder {
  let trie: CompactTrie
  /// By term: where its spellings begin; one more than there are terms.
  let firstSpelling: [Int32]
  /// The spellings of all terms, those of one term in order of priority.
  private(set) var spellings: [TermIndex.Spelling]
  private(set) var facts: [TermFact] = []
  private(set) var contexts: [TermContext] = []
  private(set) var countryCodes: [String] = []
  let pairs: WordPairs
  /// By syllable: whether it begins with a digit, such as `4g`.
  let digitSyllables: [Bool]

  /// How many entries a stretch has at most: fewer would parse the same syllables again.
  private static let stretch = 16_000

  init(
    glossaries: [Glossary], vocabulary: Set<String>, codes: CountryCodes, tokenizer: Tokenizer
  ) {
    let stretches = Concurrent.map(Self.runs(glossaries, vocabulary)) {
      TermStretch($0, codes: codes, tokenizer: tokenizer)
    }
    let spelled = SpelledWords(stretches)
    let (layout, pairs) = Concurrent.both {
      let order = SpellingOrder(
        ids: spelled.ids, ends: spelled.ends, limit: spelled.syllables.count)
      let trie = CompactTrie(
        syllables: spelled.syllables, ids: spelled.ids, words: order.words)
      return (
        trie: trie, first: order.first, spellings: order.spellings,
        lengths: order.words.map { UInt8(clamping: $0.count) }
      )
    } _: {
      spelled.pairs
    }
    trie = layout.trie
    firstSpelling = layout.first
    spellings = layout.spellings.map { spelled.spellings[Int($0)] }
    self.pairs = pairs
    digitSyllables = spelled.isDigit
    insertFacts(of: stretches)
    dropIdleCapitals(layout.lengths)
  }

  /// The entries of all glossaries in stretches of about one length.
  private static func runs(
    _ glossaries: [Glossary], _ vocabulary: Set<String>
  ) -> [[TermStretch.Run]] {
    var stretches: [[TermStretch.Run]] = [[]]
    var room = stretch
    for (section, glossary) in glossaries.enumerated() {
      var start = 0
      while start < glossary.entries.count {
        if room == 0 {
          stretches.append([])
          room = stretch
        }
        let end = min(glossary.entries.count, start + room)
        stretches[stretches.count - 1].append(
          TermStretch.Run(
            section: section, entries: glossary.entries, range: start..<end,
            isVocabulary: vocabulary.contains(glossary.name)))
        room -= end - start
        start = end
      }
    }
    return stretches
  }

  /// How many words make a body's name one that no common noun has.
  private static let longName: UInt8 = 5

  /// Lets names be found without their capitals where these prove nothing: a long name of a body, which
  /// no other entry has in small letters, and a sense for one country of a word that has a sense in small
  /// letters too (`quốc hội Mỹ`, the US Congress).
  private mutating func dropIdleCapitals(_ lengths: [UInt8]) {
    for (term, length) in lengths.enumerated() where length > 1 {
      let range = Int(firstSpelling[term])..<Int(firstSpelling[term + 1])
      let isPlain = range.contains {
        spellings[$0].capitals == 0 && facts[Int(spellings[$0].entry)].condition < 0
      }
      guard isPlain ? range.count > 1 : length >= Self.longName else { continue }
      for index in range where spellings[index].capitals != 0 {
        let fact = facts[Int(spellings[index].entry)]
        if fact.kind == .organization, !isPlain || isForCountry(fact) {
          spellings[index] = spellings[index].withoutCapitals
        }
      }
    }
  }

  private func isForCountry(_ fact: TermFact) -> Bool {
    fact.condition >= 0 && !contexts[Int(fact.condition)].countries.isEmpty
  }

  /// By term: the least cost among the spellings that need no capital, infinite when all do.
  func plainCosts(_ cost: (TermFact) -> Double) -> [Double] {
    (0..<(firstSpelling.count - 1)).map { term in
      var least = Double.infinity
      for index in Int(firstSpelling[term])..<Int(firstSpelling[term + 1])
      where spellings[index].capitals == 0 {
        least = min(least, cost(facts[Int(spellings[index].entry)]))
      }
      return least
    }
  }

  /// By term: what its entries may be.
  func traits() -> [TermTraits] {
    (0..<(firstSpelling.count - 1)).map { term in
      var traits: TermTraits = []
      var known: WordClass?
      for index in Int(firstSpelling[term])..<Int(firstSpelling[term + 1]) {
        let fact = facts[Int(spellings[index].entry)]
        if fact.country >= 0 { traits.insert(.country) }
        if fact.tag == .genitive { traits.insert(.genitive) }
        if fact.tag == .preposition { traits.insert(.preposition) }
        guard let own = fact.tag.openClass else { continue }
        if let known, known != own { traits.insert(.mixed) }
        known = own
      }
      return traits
    }
  }

  private mutating func insertFacts(of stretches: [TermStretch]) {
    facts.reserveCapacity(stretches.reduce(0) { $0 + $1.facts.count })
    var codeIndex: [String: Int16] = [:]
    for stretch in stretches {
      let start = facts.count
      facts += stretch.facts
      if !contexts.isEmpty {
        for index in start..<facts.count where facts[index].condition >= 0 {
          facts[index].condition += Int32(contexts.count)
        }
      }
      contexts += stretch.contexts
      for (entry, code) in stretch.countries {
        let index = codeIndex[code] ?? Int16(countryCodes.count)
        if codeIndex[code] == nil {
          codeIndex[code] = index
          countryCodes.append(code)
        }
        facts[start + entry].country = index
      }
    }
  }
}

/// The spellings of all stretches with one numbering of their words.
private struct SpelledWords: Sendable {
  /// By number: the match key.
  private(set) var syllables: [UInt64] = []
  /// By number: whether it begins with a digit.
  private(set) var isDigit: [Bool] = []
  /// The numbers of the words of all spellings, one spelling after the other.
  private(set) var ids: [Int32] = []
  /// By spelling: where its words end.
  private(set) var ends: [Int32] = []
  /// The spellings, with the numbers of their entries among all.
  private(set) var spellings: [TermIndex.Spelling] = []

  init(_ stretches: [TermStretch]) {
    ids.reserveCapacity(stretches.reduce(0) { $0 + $1.ids.count })
    let count = stretches.reduce(0) { $0 + $1.ends.count }
    ends.reserveCapacity(count)
    spellings.reserveCapacity(count)
    var table = IntegerTable(capacity: 16_384)
    var entries: Int32 = 0
    for stretch in stretches {
      let numbers = zip(stretch.numbers.keys, stretch.numbers.isDigit).map { key, isDigit in
        number(key, isDigit, &table)
      }
      let start = Int32(ids.count)
      for id in stretch.ids { ids.append(numbers[Int(id)]) }
      for end in stretch.ends { ends.append(start + end) }
      for spelling in stretch.spellings {
        spellings.append(
          TermIndex.Spelling(
            entry: entries + spelling.entry, capitals: spelling.capitals,
            ownCapitals: spelling.ownCapitals))
      }
      entries += Int32(stretch.facts.count)
    }
  }

  private mutating func number(
    _ key: UInt64, _ isDigitKey: Bool, _ table: inout IntegerTable
  ) -> Int32 {
    var number = table[key]
    if number == IntegerTable.none {
      number = Int32(syllables.count)
      table.set(key, number)
      syllables.append(key)
      isDigit.append(false)
    }
    if isDigitKey { isDigit[Int(number)] = true }
    return number
  }

  /// Which syllables stand side by side, and which are words alone.
  var pairs: WordPairs {
    var pairs = WordPairs(capacity: ids.count - ends.count)
    var start = 0
    for end in ends {
      let word = ids[start..<max(start, Int(end))].map { MatchKey(value: syllables[Int($0)]) }
      for key in word { pairs.insert(key, isWord: word.count == 1) }
      for (first, second) in zip(word, word.dropFirst()) { pairs.insert(first, second) }
      start = Int(end)
    }
    return pairs
  }
}
