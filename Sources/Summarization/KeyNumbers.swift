/// Numbers for keys, by first appearance: a hash table whose results never depend on a seed.
///
/// Open addressing with linear probing, at most half full.
struct KeyNumbers: Sendable {
  private var slots: [Int32]
  private(set) var keys: [UInt64] = []

  /// Makes a table with room for so many keys.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    keys.reserveCapacity(capacity)
  }

  /// How many keys are numbered.
  var count: Int { keys.count }

  /// The number of a key, a new one for a key not seen.
  mutating func number(_ key: UInt64) -> Int {
    var slot = self.slot(key)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if keys[number] == key { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(keys.count)
    keys.append(key)
    if keys.count * 2 > slots.count { grow() }
    return keys.count - 1
  }

  /// The number of a key; nil for a key not seen.
  func find(_ key: UInt64) -> Int? {
    var slot = self.slot(key)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if keys[number] == key { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & (slots.count - 1)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (number, key) in keys.enumerated() {
      var slot = self.slot(key)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
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
