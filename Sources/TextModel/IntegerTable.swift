/// A map from 64-bit keys to numbers in one open-addressing array, for hashes and packed numbers.
package struct IntegerTable: Sendable {
  private struct Slot {
    var key: UInt64 = 0
    var value: Int32 = IntegerTable.none
  }

  /// What is found for a key that is not there; never a value.
  package static let none = Int32.min

  private var slots: [Slot]
  private var mask: Int
  package private(set) var count = 0

  /// An empty table with room for a number of keys.
  package init(capacity: Int = 16) {
    var size = 32
    while size < capacity * 2 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
    mask = size - 1
  }

  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    var hash = key ^ key >> 32
    hash = hash &* 0x9E37_79B9_7F4A_7C15
    var index = Int(truncatingIfNeeded: hash >> 32) & mask
    while slots[index].value != Self.none, slots[index].key != key { index = (index + 1) & mask }
    return index
  }

  /// The value of a key; `none` when it is not there.
  @inline(__always)
  package subscript(key: UInt64) -> Int32 { slots[slot(key)].value }

  /// Gives a key a value, in place of the one it had.
  package mutating func set(_ key: UInt64, _ value: Int32) {
    var index = slot(key)
    if slots[index].value == Self.none {
      if count * 2 >= slots.count {
        grow()
        index = slot(key)
      }
      count += 1
    }
    slots[index] = Slot(key: key, value: value)
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    mask = slots.count - 1
    for entry in old where entry.value != Self.none { slots[slot(entry.key)] = entry }
  }
}
