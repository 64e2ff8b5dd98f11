import TextModel

/// Numbers for keys, by first appearance: results never depend on a seed.
struct KeyNumbers: Sendable {
  private var table: IntegerTable
  private(set) var keys: [UInt64] = []

  /// Makes a table with room for so many keys.
  init(capacity: Int) {
    table = IntegerTable(capacity: capacity)
    keys.reserveCapacity(capacity)
  }

  /// How many keys are numbered.
  var count: Int { keys.count }

  /// The number of a key, a new one for a key not seen.
  mutating func number(_ key: UInt64) -> Int {
    if let known = find(key) { return known }
    table.set(key, Int32(keys.count))
    keys.append(key)
    return keys.count - 1
  }

  /// The number of a key; nil for a key not seen.
  func find(_ key: UInt64) -> Int? {
    let number = table[key]
    return number == IntegerTable.none ? nil : Int(number)
  }

  /// One key for two neighbours. Two different pairs share one with a chance below 10⁻¹⁵.
  static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let mixed = (first ^ (first >> 29)) &* 0xBF58_476D_1CE4_E5B9
    return (mixed ^ (mixed >> 32) &+ second) &* 0x94D0_49BB_1331_11EB
  }
}

/// The words that carry no topic.
struct StopWords: Sendable {
  private let numbers: KeyNumbers

  init(_ keys: Set<UInt64>) {
    var numbers = KeyNumbers(capacity: keys.count)
    for key in keys.sorted() { _ = numbers.number(key) }
    self.numbers = numbers
  }

  func contains(_ key: UInt64) -> Bool { numbers.find(key) != nil }
}
