/// Neighbouring syllables of one sentence, numbered by first appearance, and where they stand.
///
/// The unit of coverage: two summaries that share pairs say the same.
struct PairTable: Sendable {
  /// The distinct pairs of each unit, in order of appearance.
  private(set) var ofUnit: [[Int]] = []
  /// How many pairs there are.
  let count: Int
  /// How many units hold a pair.
  private(set) var units: [Int]
  /// How many documents hold a pair in headline, lede or body.
  private(set) var documents: [Int]
  /// How many documents hold a pair in the lede.
  private(set) var ledes: [Int]
  /// Whether both syllables carry no topic.
  private(set) var isPlain: [Bool]
  /// The share of a unit's pairs that stand in the ledes of the other documents, their mean.
  private(set) var inOtherLedes: [Double]

  init(_ source: SummaryUnits) {
    var numbers = KeyNumbers(capacity: source.all.reduce(0) { $0 + $1.keys.count })
    var plain: [Bool] = []
    var mark: [Int] = []
    for (index, unit) in source.all.enumerated() {
      var own: [Int] = []
      for sentence in source.sentences(unit) {
        Self.forEachPair(sentence.keys) { key, first, second in
          let number = numbers.number(key)
          if number == mark.count {
            mark.append(-1)
            plain.append(source.stopWords.contains(first) && source.stopWords.contains(second))
          }
          if mark[number] != index {
            mark[number] = index
            own.append(number)
          }
        }
      }
      ofUnit.append(own)
    }
    count = numbers.count
    isPlain = plain
    let zeros = [Int](repeating: 0, count: numbers.count)
    (units, documents, ledes) = (zeros, zeros, zeros)
    for own in ofUnit { for pair in own { units[pair] += 1 } }
    inOtherLedes = [Double](repeating: 0, count: ofUnit.count)
    countDocuments(source, numbers)
  }

  private mutating func countDocuments(_ source: SummaryUnits, _ numbers: KeyNumbers) {
    var seen = [Int](repeating: -1, count: count)
    var inLede = [Int](repeating: -1, count: count)
    var ownLede = [Int](repeating: 0, count: ofUnit.count)
    var unit = 0
    var withLede: [Bool] = []
    for (index, document) in source.documents.enumerated() {
      func pass(_ keys: [UInt64], _ body: (Int) -> Void) {
        Self.forEachPair(keys) { key, _, _ in
          if let number = numbers.find(key) { body(number) }
        }
      }
      var titleMark: [Int] = []
      pass(document.title) { pair in
        if !titleMark.contains(pair) { titleMark.append(pair) }
      }
      for pair in titleMark {
        documents[pair] += 1
        seen[pair] = index
      }
      let lede = source.lede(index)
      withLede.append(lede.contains { !$0.isEmpty })
      for keys in lede {
        pass(keys) { pair in
          if inLede[pair] != index { ledes[pair] += 1 }
          inLede[pair] = index
          if seen[pair] != index { documents[pair] += 1 }
          seen[pair] = index
        }
      }
      for sentence in document.sentences where !sentence.isLede {
        pass(sentence.keys) { pair in
          if seen[pair] != index { documents[pair] += 1 }
          seen[pair] = index
        }
      }
      while unit < source.all.count, source.all[unit].document == index {
        ownLede[unit] = ofUnit[unit].count { inLede[$0] == index }
        unit += 1
      }
    }
    let all = withLede.count { $0 }
    for (index, own) in ofUnit.enumerated() {
      let others = all - (withLede[source.all[index].document] ? 1 : 0)
      guard others > 0, !own.isEmpty else { continue }
      let hits = own.reduce(0) { $0 + ledes[$1] } - ownLede[index]
      inOtherLedes[index] = Double(hits) / Double(others) / Double(own.count)
    }
  }

  /// The number of each pair of neighbours, by sentence of a unit and by place.
  func numbers(of unit: Int, in source: SummaryUnits) -> [[Int]] {
    var known: [UInt64: Int] = [:]
    return source.sentences(source.all[unit]).map { sentence in
      var numbers: [Int] = []
      Self.forEachPair(sentence.keys) { key, _, _ in
        let number = known[key] ?? ofUnit[unit][known.count]
        known[key] = number
        numbers.append(number)
      }
      return numbers
    }
  }

  /// Every pair of neighbours in a text, with its key.
  static func forEachPair(_ keys: [UInt64], _ body: (UInt64, UInt64, UInt64) -> Void) {
    guard keys.count > 1 else { return }
    for index in 1..<keys.count {
      body(KeyNumbers.pair(keys[index - 1], keys[index]), keys[index - 1], keys[index])
    }
  }
}
