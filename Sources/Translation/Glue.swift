/// A phrase of the best derivation, with its parts.
struct PhraseNode: Sendable {
  /// The rule, -1 for an edge of the lattice.
  let rule: Int
  /// The edge, -1 for a phrase.
  let edge: Int
  let children: [Int]
  /// The phrase it is part of, -1 for a piece.
  var parent = -1
}

/// The best way to cover a sentence with phrases that may stand alone.
struct Derivation: Sendable {
  var nodes: [PhraseNode] = []
  /// The pieces, in order.
  var roots: [Int] = []
  /// The cost of all pieces and joints.
  var cost: Float = 0

  /// What each joint costs. Source: glue rules, Chiang 2007.
  static let joint: Float = 1.5

  /// Takes the cheapest pieces of a chart.
  mutating func append(_ chart: Chart, grammar: Grammar, in range: Range<Int>) {
    let count = range.count
    var best = [Float](repeating: .infinity, count: count + 1)
    var from = [Int](repeating: 0, count: count + 1)
    var piece = [Int](repeating: -1, count: count + 1)
    best[0] = 0
    for end in 1...count {
      for start in 0..<end where best[start] < .infinity {
        for index in chart.items(from: range.lowerBound + start, to: range.lowerBound + end) {
          let item = chart.items[index]
          guard Int(item.symbol) == grammar.top else { continue }
          let cost = best[start] + item.cost + Self.joint
          if cost < best[end] - 1e-5 {
            best[end] = cost
            from[end] = start
            piece[end] = index
          }
        }
      }
    }
    guard best[count] < .infinity else { return }
    cost += best[count]
    var found: [Int] = []
    var end = count
    while end > 0 {
      found.append(piece[end])
      end = from[end]
    }
    for index in found.reversed() {
      let root = build(index, chart, grammar)
      roots.append(root)
    }
  }

  private mutating func build(_ index: Int, _ chart: Chart, _ grammar: Grammar) -> Int {
    let item = chart.items[index]
    if item.rule == -2 {
      nodes.append(PhraseNode(rule: -1, edge: Int(item.left), children: []))
      return nodes.count - 1
    }
    var parts: [Int] = []
    collect(item, chart, &parts)
    let children = parts.map { build($0, chart, grammar) }
    nodes.append(PhraseNode(rule: Int(item.rule), edge: -1, children: children))
    for child in children { nodes[child].parent = nodes.count - 1 }
    return nodes.count - 1
  }

  /// The children of a rule, out of the pairs it was cut into.
  private func collect(_ item: Chart.Item, _ chart: Chart, _ parts: inout [Int]) {
    let left = chart.items[Int(item.left)]
    if left.rule == -1 { collect(left, chart, &parts) } else { parts.append(Int(item.left)) }
    if item.right >= 0 { parts.append(Int(item.right)) }
  }
}
