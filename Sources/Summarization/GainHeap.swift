/// Units by gain, greatest first; equal gains by unit, earliest first.
struct GainHeap {
  private var items: [(gain: Double, unit: Int)] = []

  /// The first, without taking it.
  var top: (gain: Double, unit: Int)? { items.first }

  private func isBefore(_ left: Int, _ right: Int) -> Bool {
    let (a, b) = (items[left], items[right])
    return a.gain == b.gain ? a.unit < b.unit : a.gain > b.gain
  }

  mutating func push(_ gain: Double, _ unit: Int) {
    items.append((gain, unit))
    var child = items.count - 1
    while child > 0, isBefore(child, (child - 1) / 2) {
      items.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> (gain: Double, unit: Int)? {
    guard let first = items.first, let last = items.popLast() else { return nil }
    if items.isEmpty { return first }
    items[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < items.count && isBefore(child, least) {
        least = child
      }
      if least == parent { return first }
      items.swapAt(parent, least)
      parent = least
    }
  }
}
