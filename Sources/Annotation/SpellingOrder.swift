/// Orders spellings by the numbers of their words, so that those of one term stand side by side.
///
/// Spellings are parted by their first word, then sorted inside each part by the next three words,
/// packed into one integer, and seldom by more. Complexity: O(n log n) for n spellings of one first
/// word.
struct SpellingOrder {
  /// A spelling with its second to fourth word.
  private struct Item {
    var rest: UInt64 = 0
    var spelling: Int32 = 0
  }

  /// The places of the spellings in `ids`, each different one once, in order.
  private(set) var words: [Range<Int>] = []
  /// By word: where its spellings begin in `spellings`; one more than there are words.
  private(set) var first: [Int32] = []
  /// The spellings by word, those of one word in the order they were given.
  private(set) var spellings: [Int32] = []

  private let ids: [Int32]
  private let ends: [Int32]
  /// Whether three words go into one integer.
  private let isPacked: Bool
  private static let bits: UInt64 = 21

  /// - Parameters:
  ///   - ids: the numbers of the words of all spellings, one after the other.
  ///   - ends: by spelling: where its words end in `ids`; no spelling is empty.
  ///   - limit: the numbers are below it.
  init(ids: [Int32], ends: [Int32], limit: Int) {
    self.ids = ids
    self.ends = ends
    isPacked = limit < 1 << Int(Self.bits) - 1
    let items = sorted(limit)
    spellings.reserveCapacity(items.count)
    words.reserveCapacity(items.count)
    first.reserveCapacity(items.count + 1)
    for item in items {
      let place = range(item.spelling)
      if let last = words.last, isEqual(last, place) {
      } else {
        first.append(Int32(spellings.count))
        words.append(place)
      }
      spellings.append(item.spelling)
    }
    first.append(Int32(spellings.count))
  }

  private func range(_ spelling: Int32) -> Range<Int> {
    let index = Int(spelling)
    return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  private func isEqual(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard left.count == right.count else { return false }
    for step in 0..<left.count
    where ids[left.lowerBound + step] != ids[right.lowerBound + step] { return false }
    return true
  }

  private func sorted(_ limit: Int) -> [Item] {
    var starts = [Int32](repeating: 0, count: limit + 1)
    for spelling in ends.indices { starts[Int(ids[range(Int32(spelling)).lowerBound]) + 1] += 1 }
    for number in 0..<limit { starts[number + 1] += starts[number] }
    var next = starts
    var items = [Item](repeating: Item(), count: ends.count)
    for spelling in ends.indices {
      let place = range(Int32(spelling))
      let number = Int(ids[place.lowerBound])
      items[Int(next[number])] = Item(rest: rest(place), spelling: Int32(spelling))
      next[number] += 1
    }
    items.withUnsafeMutableBufferPointer { buffer in
      for number in 0..<limit where starts[number + 1] - starts[number] > 1 {
        buffer[Int(starts[number])..<Int(starts[number + 1])].sort(by: precedes)
      }
    }
    return items
  }

  /// The second to fourth word in one integer, 0 where there is none.
  private func rest(_ place: Range<Int>) -> UInt64 {
    guard isPacked else { return 0 }
    var packed: UInt64 = 0
    for step in 1...3 {
      packed <<= Self.bits
      if step < place.count { packed |= UInt64(ids[place.lowerBound + step]) + 1 }
    }
    return packed
  }

  private func precedes(_ left: Item, _ right: Item) -> Bool {
    if left.rest != right.rest { return left.rest < right.rest }
    let skipped = isPacked ? 4 : 1
    let (first, second) = (range(left.spelling), range(right.spelling))
    for step in skipped..<max(skipped, min(first.count, second.count)) {
      let (one, other) = (ids[first.lowerBound + step], ids[second.lowerBound + step])
      if one != other { return one < other }
    }
    if first.count != second.count { return first.count < second.count }
    return left.spelling < right.spelling
  }
}
