import TextModel
import Vietnamese

/// A trie over the syllables of a lexicon in flat arrays: made once, then read.
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

  /// Makes a trie of words in ascending order, each once; the value of a word is its place.
  /// - Parameters:
  ///   - syllables: the keys of the syllables.
  ///   - ids: places in `syllables`.
  ///   - words: where the words stand in `ids`, ordered by what stands there.
  init(syllables: [UInt64], ids: [Int32], words: [Range<Int>]) {
    var tree = Tree()
    for word in words { tree.insert(ids, word) }
    var first = [Int32](repeating: 0, count: tree.values.count + 1)
    for parent in tree.parents { first[Int(parent) + 1] += 1 }
    for node in 1..<first.count { first[node] += first[node - 1] }
    var next = first
    var labels = [Int32](repeating: 0, count: tree.parents.count)
    var children = labels
    var roots = [Int32](repeating: 0, count: syllables.count)
    for (edge, parent) in tree.parents.enumerated() {
      let place = Int(next[Int(parent)])
      next[Int(parent)] += 1
      labels[place] = tree.labels[edge]
      children[place] = Int32(edge + 1)
      if parent == 0 { roots[Int(tree.labels[edge])] = Int32(edge + 1) }
    }
    var table = IntegerTable(capacity: syllables.count)
    for (number, key) in syllables.enumerated() { table.set(key, Int32(number)) }
    numbers = table
    firstEdge = first
    edgeSyllables = labels
    edgeChildren = children
    rootChildren = roots
    values = tree.values
  }

  /// The nodes in the order of the words; node 0 is the root, edge n leads to node n + 1.
  private struct Tree {
    var parents: [Int32] = []
    var labels: [Int32] = []
    var values: [Int32] = [unknown]
    private var path: [Int32] = [root]
    private var previous = 0..<0
    private var count: Int32 = 0

    /// Puts a word that comes after all others.
    mutating func insert(_ ids: [Int32], _ word: Range<Int>) {
      let limit = min(previous.count, word.count)
      var depth = 0
      while depth < limit, ids[previous.lowerBound + depth] == ids[word.lowerBound + depth] {
        depth += 1
      }
      path.removeLast(path.count - 1 - depth)
      var node = path[depth]
      for index in word.dropFirst(depth) {
        parents.append(node)
        labels.append(ids[index])
        node = Int32(values.count)
        path.append(node)
        values.append(unknown)
      }
      values[Int(node)] = count
      count += 1
      previous = word
    }
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
