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

  private let numbers: IntegerTable
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
    var table = IntegerTable()
    let syllables = edges.map { edge in
      if table[edge.key] == IntegerTable.none { table.set(edge.key, Int32(table.count)) }
      return table[edge.key]
    }
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
    numbers = table
    firstEdge = first
    edgeSyllables = order.map { syllables[Int($0)] }
    edgeChildren = order.map { $0 + 1 }
    rootChildren = roots
    values = trie.values
  }

  /// The integer of a syllable, `unknown` when no word has it.
  @inline(__always)
  func id(of key: MatchKey) -> Int32 {
    let number = numbers[key.value]
    return number == IntegerTable.none ? Self.unknown : number
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
