/// The topic words of units, numbered by first appearance.
struct WordTable {
  /// The words of each unit, in order.
  private(set) var ofUnit: [[Int]] = []
  /// The distinct words of each unit, in order of appearance.
  private(set) var distinct: [[Int]] = []
  /// How often each word stands in all units.
  private(set) var counts: [Int] = []
  /// How many words stand in all units.
  private(set) var total = 0

  init(_ units: SummaryUnits) {
    var numbers = KeyNumbers(capacity: units.all.reduce(0) { $0 + $1.keys.count })
    var seen: [Int] = []
    for (index, unit) in units.all.enumerated() {
      var own: [Int] = []
      var first: [Int] = []
      for key in units.content(unit) {
        let word = numbers.number(key)
        if word == counts.count {
          counts.append(0)
          seen.append(-1)
        }
        counts[word] += 1
        total += 1
        own.append(word)
        if seen[word] != index {
          seen[word] = index
          first.append(word)
        }
      }
      ofUnit.append(own)
      distinct.append(first)
    }
  }
}
