/// A map from 64-bit keys to numbers in one open-addressing array, for hashes and packed numbers.
///
/// Inlinable: it is looked up for every syllable of a text, from other modules.
@usableFromInline
package struct IntegerTable: Sendable {
  @usableFromInline
  struct Slot: Sendable {
    @usableFromInline var key: UInt64
    @usableFromInline var value: Int32

    @inlinable
    init(key: UInt64 = 0, value: Int32 = Int32.min) {
      self.key = key
      self.value = value
    }
  }

  /// What is found for a key that is not there; never a value.
  @inlinable package static var none: Int32 { Int32.min }

  @usableFromInline var slots: [Slot]
  @usableFromInline var mask: Int
  package private(set) var count = 0

  /// An empty table with room for a number of keys.
  package init(capacity: Int = 16) {
    var size = 32
    while size < capacity * 2 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
    mask = size - 1
  }

  @inlinable
  @inline(__always)
  func slot(_ key: UInt64) -> Int {
    var hash = key ^ key >> 32
    hash = hash &* 0x9E37_79B9_7F4A_7C15
    var index = Int(truncatingIfNeeded: hash >> 32) & mask
    while slots[index].value != Self.none, slots[index].key != key { index = (index + 1) & mask }
    return index
  }

  /// The value of a key; `none` when it is not there.
  @inlinable
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
