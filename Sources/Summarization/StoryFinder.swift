/// Documents that tell the same story.
public struct StoryGroup: Hashable, Codable, Sendable {
  /// The documents, oldest first.
  public let documents: [Int]
  /// The documents that repeat an earlier one nearly word for word, with the one they repeat.
  public let reprints: [Reprint]

  /// A document that repeats another.
  public struct Reprint: Hashable, Codable, Sendable {
    /// The document.
    public let document: Int
    /// The earlier document that it repeats.
    public let original: Int
  }

  /// The documents that count: without the reprints.
  public var originals: [Int] {
    documents.filter { own in !reprints.contains { $0.document == own } }
  }
}

/// Groups documents by the pairs of topic words they share, and finds reprints by their shingles.
///
/// Source: Broder, *On the Resemblance and Containment of Documents*, 1997: sketches of the shingles
/// whose hash is divisible by four. Stories grow by average linkage, oldest document first.
struct StoryFinder {
  let stopWords: StopWords
  /// Documents that share this part of the shorter one's topic pairs tell the same.
  static let likeness = 0.18
  /// A document of which this share of shingles stands in an earlier one is a reprint.
  static let reprint = 0.8
  /// A shingle has so many syllables.
  private static let shingle = 5

  func stories(_ documents: [SummaryDocument]) -> [StoryGroup] {
    let order = documents.indices.sorted { documents[$0].precedes(documents[$1], $0 < $1) }
    let topics = documents.map { topicPairs($0) }
    let sketches = documents.map { sketch($0) }
    var groups: [[Int]] = []
    for document in order {
      var best: (group: Int, likeness: Double)?
      for (index, group) in groups.enumerated() {
        let sum = group.reduce(0) { $0 + Self.overlap(topics[document], topics[$1]) }
        let mean = sum / Double(group.count)
        if mean >= Self.likeness, mean > best?.likeness ?? 0 { best = (index, mean) }
      }
      if let best { groups[best.group].append(document) } else { groups.append([document]) }
    }
    return groups.map { group in
      var reprints: [StoryGroup.Reprint] = []
      for (place, document) in group.enumerated() {
        let original = group[..<place].first { earlier in
          !reprints.contains { $0.document == earlier }
            && Self.containment(of: sketches[document], in: sketches[earlier])
              >= Self.reprint
        }
        if let original { reprints.append(.init(document: document, original: original)) }
      }
      return StoryGroup(documents: group, reprints: reprints)
    }
  }

  /// For each document the share of a sentence's topic pairs that stand in it.
  func support(of keys: [UInt64], in documents: [SummaryDocument]) -> [Double] {
    var own: [UInt64] = []
    addPairs(keys, to: &own)
    own = Self.distinct(own)
    return documents.map { document in
      own.isEmpty ? 0 : Double(Self.common(own, topicPairs(document))) / Double(own.count)
    }
  }

  /// The pairs of a document of which neither word is plain, ascending.
  private func topicPairs(_ document: SummaryDocument) -> [UInt64] {
    var pairs: [UInt64] = []
    for keys in [document.title, document.lede] + document.sentences.map(\.keys) {
      addPairs(keys, to: &pairs)
    }
    return Self.distinct(pairs)
  }

  private func addPairs(_ keys: [UInt64], to pairs: inout [UInt64]) {
    PairTable.forEachPair(keys) { key, first, second in
      if !stopWords.contains(first), !stopWords.contains(second) { pairs.append(key) }
    }
  }

  /// The shingles of the body whose hash is divisible by four, ascending; all of a short body.
  private func sketch(_ document: SummaryDocument) -> [UInt64] {
    let keys = document.sentences.filter { !$0.isLede }.flatMap(\.keys)
    guard keys.count >= Self.shingle else { return [] }
    var all: [UInt64] = []
    for start in 0...(keys.count - Self.shingle) {
      all.append(keys[start..<(start + Self.shingle)].reduce(0) { KeyNumbers.pair($0, $1) })
    }
    let kept = all.count < 200 ? all : all.filter { ($0 >> 7) % 4 == 0 }
    return Self.distinct(kept)
  }

  private static func distinct(_ values: [UInt64]) -> [UInt64] {
    var result: [UInt64] = []
    for value in values.sorted() where result.last != value { result.append(value) }
    return result
  }

  /// The share of the shorter list that the other holds too.
  static func overlap(_ left: [UInt64], _ right: [UInt64]) -> Double {
    let shorter = min(left.count, right.count)
    return shorter == 0 ? 0 : Double(common(left, right)) / Double(shorter)
  }

  /// The share of a list that another holds too.
  private static func containment(of own: [UInt64], in other: [UInt64]) -> Double {
    own.isEmpty ? 0 : Double(common(own, other)) / Double(own.count)
  }

  /// How many elements two ascending lists share.
  static func common(_ a: [UInt64], _ b: [UInt64]) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        (i, j, count) = (i + 1, j + 1, count + 1)
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return count
  }
}
