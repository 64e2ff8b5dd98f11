import TextModel

/// Sentences that are chosen together: one, or those that share a quotation.
struct SummaryUnit: Sendable {
  let document: Int
  /// Indices into the document's sentences.
  let sentences: Range<Int>
  /// Its place among the units of its document, counted from 0; a lede counts as the first.
  let position: Int
  let keys: [UInt64]
  let words: Int
  let entities: Int
  let figures: Int
  /// The units that must be taken with it, itself last; empty when it cannot stand at all.
  var chain: [Int]
}

/// All units of a set of documents, and the sentences that are none, with the reason.
struct SummaryUnits: Sendable {
  struct Dropped: Sendable {
    let document: Int
    let sentences: Range<Int>
    let reason: String
  }

  let documents: [SummaryDocument]
  let stopWords: StopWords
  let options: SummarizationOptions
  private(set) var all: [SummaryUnit] = []
  private(set) var dropped: [Dropped] = []
  /// Why a unit cannot be taken, by unit; nil for those that can.
  private(set) var barred: [String?] = []

  /// Sentences with fewer syllables say too little to be taken.
  private static let fewest = 5
  /// A quotation of more sentences leaves no room for anything else.
  private static let longestQuotation = 3
  /// How many sentences before it a sentence may bring along.
  private static let longestChain = 2

  init(_ documents: [SummaryDocument], options: SummarizationOptions, stopWords: StopWords) {
    self.documents = documents
    self.options = options
    self.stopWords = stopWords
    var seen = KeyNumbers(capacity: documents.reduce(0) { $0 + $1.sentences.count })
    var first: [Int] = []
    for index in documents.indices { addUnits(of: index, seen: &seen, first: &first) }
  }

  // MARK: Building

  private mutating func addUnits(of index: Int, seen: inout KeyNumbers, first: inout [Int]) {
    let document = documents[index]
    let groups = Self.groups(document.sentences)
    let isLong = document.sentences.contains { $0.keys.count >= Self.fewest }
    let hasShort = groups.contains { $0.count <= Self.longestQuotation }
    let takesLede = options.lede == .candidate || !document.hasBody
    var position = 0
    var previous: Int?
    for range in groups {
      let part = document.sentences[range]
      let isLede = part.allSatisfy(\.isLede)
      let keys = part.flatMap(\.keys)
      var reason = unfit(part, keys: keys, isLede: isLede && !takesLede, isLong: isLong)
      if range.count > Self.longestQuotation, hasShort {
        reason =
          reason ?? "part of a quotation of \(range.count) sentences, too long to be given whole"
      }
      if let reason {
        let isShown = isLede && options.lede == .shown
        if !isShown {
          dropped.append(Dropped(document: index, sentences: range, reason: reason))
        }
        if isShown { previous = -1 } else { previous = nil }
        continue
      }
      let count = seen.count
      let number = seen.number(Self.hash(keys))
      if number < count {
        let twin = all[first[number]]
        let reason = "the same as \(name(twin, seenFrom: index))"
        dropped.append(Dropped(document: index, sentences: range, reason: reason))
        previous = twin.document == index ? first[number] : nil
        continue
      }
      first.append(all.count)
      append(range, of: index, keys: keys, position: position, after: previous)
      previous = all.count - 1
      if !isLede { position += 1 }
    }
  }

  private mutating func append(
    _ range: Range<Int>, of index: Int, keys: [UInt64], position: Int, after previous: Int?
  ) {
    let part = documents[index].sentences[range]
    var chain = [all.count]
    var reason: String?
    if let cue = part.first?.pointsBack, part.first?.needsAntecedent == true {
      if let previous, previous >= 0 {
        chain = all[previous].chain + chain
        if all[previous].chain.isEmpty || chain.count > Self.longestChain + 1 { chain = [] }
      } else if previous == nil {
        chain = []
      }
      if chain.isEmpty {
        reason = "opens with ‘\(cue)’ and the sentence it needs before it cannot be taken along"
      }
    }
    if let concept = options.avoid.first(where: { $0.stands(in: keys) }) {
      reason = "speaks of ‘\(concept.name)’, which is to be avoided"
      chain = []
    }
    barred.append(reason)
    all.append(
      SummaryUnit(
        document: index, sentences: range, position: position, keys: keys,
        words: part.reduce(0) { $0 + $1.words }, entities: part.reduce(0) { $0 + $1.entities },
        figures: part.reduce(0) { $0 + $1.figures }, chain: chain))
  }

  /// Sentences that share a quotation, as ranges.
  private static func groups(_ sentences: [SummarySentence]) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var start = 0
    while start < sentences.count {
      var end = start + 1
      while end < sentences.count, sentences[end].startsInsideQuotation { end += 1 }
      groups.append(start..<end)
      start = end
    }
    return groups
  }

  private func unfit(
    _ part: ArraySlice<SummarySentence>, keys: [UInt64], isLede: Bool, isLong: Bool
  ) -> String? {
    if let furniture = part.compactMap(\.furniture).first { return furniture }
    if isLede { return "the lede: it weighs in the scores and is not taken itself" }
    if isLong, keys.count < Self.fewest { return "has fewer than \(Self.fewest) syllables" }
    return nil
  }

  /// FNV-1a over the keys.
  private static func hash(_ keys: [UInt64]) -> UInt64 {
    keys.reduce(0xcbf2_9ce4_8422_2325) { KeyNumbers.pair($0, $1) }
  }

  private func name(_ unit: SummaryUnit, seenFrom document: Int) -> String {
    let sentence =
      "sentence \(documents[unit.document].sentences[unit.sentences.lowerBound].ordinal)"
    return unit.document == document ? sentence : "\(sentence) of another article"
  }

  // MARK: Reading

  /// The keys of a unit that carry a topic.
  func content(_ unit: SummaryUnit) -> [UInt64] { unit.keys.filter { !stopWords.contains($0) } }

  /// The sentences of a unit.
  func sentences(_ unit: SummaryUnit) -> ArraySlice<SummarySentence> {
    documents[unit.document].sentences[unit.sentences]
  }

  /// All keys of a document's lede, given apart or among its sentences.
  func lede(_ document: Int) -> [[UInt64]] {
    let own = documents[document]
    return [own.lede] + own.sentences.filter(\.isLede).map(\.keys)
  }
}
