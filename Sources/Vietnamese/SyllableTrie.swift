import TextModel

/// A trie over match keys: finds the words of a lexicon that start at a token.
///
/// One open-addressing table holds all edges, so that building 30,000 words takes a few milliseconds.
public struct SyllableTrie: Sendable {
  /// The key first, so that an edge has 16 bytes.
  private struct Edge {
    var key: UInt64 = 0
    var parent: Int32 = -1
    var child: Int32 = 0
  }

  private var edges: [Edge]
  private var mask: Int
  private var nodeValues: [Int32] = [-1]
  private var count = 0

  /// The root.
  public static let root = 0

  /// An empty trie with room for a number of edges.
  public init(capacity: Int = 1024) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    edges = [Edge](repeating: Edge(), count: size)
    mask = size - 1
  }

  private func slot(_ parent: Int32, _ key: UInt64) -> Int {
    var hash = (key ^ UInt64(bitPattern: Int64(parent)) &* 0x9E37_79B9_7F4A_7C15)
    hash ^= hash >> 29
    hash = hash &* 0xBF58_476D_1CE4_E5B9
    var index = Int(truncatingIfNeeded: hash >> 32) & mask
    while edges[index].parent != -1, edges[index].parent != parent || edges[index].key != key {
      index = (index + 1) & mask
    }
    return index
  }

  /// The node that a key leads to, nil when no word goes on there.
  @inline(__always)
  public func child(of node: Int, _ key: MatchKey) -> Int? {
    let edge = edges[slot(Int32(truncatingIfNeeded: node), key.value)]
    return edge.parent == -1 ? nil : Int(edge.child)
  }

  /// The value stored at a node, nil when no word ends there.
  public func value(at node: Int) -> Int? {
    nodeValues[node] < 0 ? nil : Int(nodeValues[node])
  }

  /// Finds or makes the node of a word and sets its value when it has none; returns its value.
  @discardableResult
  public mutating func insert(_ keys: some Sequence<MatchKey>, value: Int) -> Int {
    var node: Int32 = 0
    for key in keys { node = step(from: node, key.value) }
    return finish(node, value)
  }

  /// The same for the keys of tokens.
  @discardableResult
  public mutating func insert(_ tokens: [Token], value: Int) -> Int {
    var node: Int32 = 0
    for token in tokens { node = step(from: node, token.key.value) }
    return finish(node, value)
  }

  private mutating func finish(_ node: Int32, _ value: Int) -> Int {
    if nodeValues[Int(node)] < 0 { nodeValues[Int(node)] = Int32(value) }
    return Int(nodeValues[Int(node)])
  }

  /// Finds or makes the node that a key leads to.
  private mutating func step(from node: Int32, _ key: UInt64) -> Int32 {
    var index = slot(node, key)
    if edges[index].parent == -1 {
      if count * 2 >= edges.count {
        grow()
        index = slot(node, key)
      }
      edges[index] = Edge(key: key, parent: node, child: Int32(nodeValues.count))
      nodeValues.append(-1)
      count += 1
    }
    return edges[index].child
  }

  private mutating func grow() {
    let old = edges
    edges = [Edge](repeating: Edge(), count: old.count * 2)
    mask = edges.count - 1
    for edge in old where edge.parent != -1 { edges[slot(edge.parent, edge.key)] = edge }
  }
}
