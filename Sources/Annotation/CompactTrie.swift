import TextModel
import Vietnamese

/// A trie over the syllables of a lexicon in flat arrays: made once from a `SyllableTrie`, then read.
///
/// Syllables become small integers, once for each token; the children of a node stand side by side,
/// sorted, so a step is a search in a few neighbouring integers and copies nothing.
struct CompactTrie: Sendable {
  /// The root.
  static let root: Int32 = 0
  /// The integer of a syllable that no word of the lexicon has.
  static let unknown: Int32 = -1

  private let slots: [UInt64]
  private let slotIDs: [Int32]
  private let mask: Int
  /// By node: where its edges begin; one more than there are nodes.
  private let firstEdge: [Int32]
  private let edgeSyllables: [Int32]
  private let edgeChildren: [Int32]
  /// By syllable: the child of the root, 0 when none.
  private let rootChildren: [Int32]
  private let values: [Int32]
  /// How many different syllables the words have.
  var syllableCount: Int { rootChildren.count }

  /// Freezes a trie.
  init(_ trie: SyllableTrie) {
    let edges = trie.edgesByChild
    var table = InternTable(capacity: edges.count)
    let syllables = edges.map { table.intern($0.key) }
    var first = [Int32](repeating: 0, count: edges.count + 2)
    for edge in edges { first[Int(edge.parent) + 1] += 1 }
    for node in 1..<first.count { first[node] += first[node - 1] }
    var next = first
    var order = [Int32](repeating: 0, count: edges.count)
    for (index, edge) in edges.enumerated() {
      order[Int(next[Int(edge.parent)])] = Int32(index)
      next[Int(edge.parent)] += 1
    }
    var roots = [Int32](repeating: 0, count: table.count)
    for node in 0..<(first.count - 1) where first[node + 1] - first[node] > 1 {
      order[Int(first[node])..<Int(first[node + 1])].sort {
        syllables[Int($0)] < syllables[Int($1)]
      }
    }
    for (index, edge) in edges.enumerated() where edge.parent == 0 {
      roots[Int(syllables[index])] = Int32(index + 1)
    }
    table = table.resized()
    slots = table.slots
    slotIDs = table.ids
    mask = table.mask
    firstEdge = first
    edgeSyllables = order.map { syllables[Int($0)] }
    edgeChildren = order.map { $0 + 1 }
    rootChildren = roots
    values = trie.values
  }

  /// The integer of a syllable, `unknown` when no word has it.
  @inline(__always)
  func id(of key: MatchKey) -> Int32 {
    var index = InternTable.hash(key.value) & mask
    while slotIDs[index] >= 0 {
      if slots[index] == key.value { return slotIDs[index] }
      index = (index + 1) & mask
    }
    return Self.unknown
  }

  /// The node that a syllable leads to, 0 when no word goes on there.
  @inline(__always)
  func child(of node: Int32, _ syllable: Int32) -> Int32 {
    if syllable < 0 { return 0 }
    if node == 0 { return rootChildren[Int(syllable)] }
    var low = Int(firstEdge[Int(node)])
    let end = Int(firstEdge[Int(node) + 1])
    var high = end
    while low < high {
      let middle = (low + high) >> 1
      if edgeSyllables[middle] < syllable { low = middle + 1 } else { high = middle }
    }
    return low < end && edgeSyllables[low] == syllable ? edgeChildren[low] : 0
  }

  /// The value stored at a node, −1 when no word ends there.
  @inline(__always)
  func value(at node: Int32) -> Int32 { values[Int(node)] }
}

/// Gives keys integers in the order they come.
private struct InternTable {
  var slots: [UInt64]
  var ids: [Int32]
  let mask: Int
  private(set) var count = 0

  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    ids = [Int32](repeating: -1, count: size)
    mask = size - 1
  }

  @inline(__always)
  static func hash(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key ^ key >> 29) &* 0xBF58_476D_1CE4_E5B9 >> 32)
  }

  mutating func intern(_ key: UInt64) -> Int32 {
    var index = Self.hash(key) & mask
    while ids[index] >= 0 {
      if slots[index] == key { return ids[index] }
      index = (index + 1) & mask
    }
    slots[index] = key
    ids[index] = Int32(count)
    count += 1
    return ids[index]
  }

  /// The same in the smallest table that is at most half full.
  func resized() -> InternTable {
    var table = InternTable(capacity: count)
    for (slot, id) in ids.enumerated() where id >= 0 {
      var index = Self.hash(slots[slot]) & table.mask
      while table.ids[index] >= 0 { index = (index + 1) & table.mask }
      table.slots[index] = slots[slot]
      table.ids[index] = id
    }
    table.count = count
    return table
  }
}
